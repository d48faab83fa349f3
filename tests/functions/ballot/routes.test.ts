import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { Services } from "../../../functions/services.ts";
import { clientOf, goodBallot, newReceipt, problemOf, tally, times } from "../../support/client.ts";
import { callsDuring } from "../../support/store-calls.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

let services: Services;
let client: ReturnType<typeof clientOf>;

beforeAll(async () => {
  services = await freshWorld();
  client = clientOf(createApp(services));
});

const storedItems = async () => {
  const { Items = [] } = await services.db.client.send(
    new ScanCommand({ TableName: services.db.tables.ballots, ConsistentRead: true }),
  );
  return Items;
};

describe("sending", () => {
  test("the first time is 201, the same again 200, and it reads back as sent", async () => {
    const receipt = newReceipt();
    const ballot = goodBallot({
      about: { region: "almaty", age: "prefer-not-to-say" },
      first: ["K3", "W1"],
      positions: KAZAKHSTAN.recommendations.map((one) => one.code).toReversed(),
    });
    const answers = [
      await client.put(receipt, ballot),
      await client.put(receipt, ballot),
      await client.get(receipt),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
    for (const answer of answers)
      expect(await answer.json()).toEqual({ ...ballot, panel: "public" });
  });

  test("what is stored is told with the answer: by the one write that is made, also of a repeat", async () => {
    // The clock stands: nothing that is in memory is read anew.
    const at = new Date();
    const world = { ...(await freshWorld()), now: () => at };
    const own = clientOf(createApp(world));
    const receipt = newReceipt();
    await own.put(newReceipt(), goodBallot());
    const told: unknown[] = [];
    const send = async () => told.push(await (await own.put(receipt, goodBallot())).json());
    expect(await callsDuring(world.db, send)).toEqual(["PutItem ballots"]);
    // The item that is there comes with the refusal of the write.
    expect(await callsDuring(world.db, send)).toEqual(["PutItem ballots"]);
    const back = await (await own.get(receipt)).json();
    expect(told).toEqual([back, back]);
  });

  test("100 identical sends at once count once", async () => {
    const receipt = newReceipt();
    const before = (await storedItems()).length;
    const answers = await Promise.all(times(100, () => client.put(receipt, goodBallot())));
    expect(tally(answers.map((answer) => answer.status))).toEqual({ 200: 99, 201: 1 });
    expect((await storedItems()).length).toBe(before + 1);
  });

  test("of 100 different sends of one revision one wins and 99 get 409", async () => {
    const receipt = newReceipt();
    await client.put(receipt, goodBallot());
    const answers = await Promise.all(
      times(100, (index) => {
        const ratings = {
          W1: 1 + (index % 5),
          W2: 1 + (Math.floor(index / 5) % 5),
          K1: 1 + Math.floor(index / 25),
        };
        return client.put(receipt, goodBallot({ revision: 2, ratings }));
      }),
    );
    expect(tally(answers.map((answer) => answer.status))).toEqual({ 200: 1, 409: 99 });
    const lost = answers.find((answer) => answer.status === 409)!;
    expect(await lost.json()).toMatchObject({ title: "revision-conflict", revision: 2 });
  });

  test("a higher revision replaces, a stale one is told which is stored", async () => {
    const receipt = newReceipt();
    await client.put(receipt, goodBallot());
    const revised = await client.put(receipt, goodBallot({ revision: 2, ratings: { W2: 1 } }));
    expect([revised.status, await revised.json()]).toMatchObject([
      200,
      { revision: 2, panel: "public", ratings: { W2: 1 } },
    ]);
    const stale = await client.put(receipt, goodBallot({ revision: 2, ratings: { W2: 3 } }));
    expect(await stale.json()).toMatchObject({ status: 409, revision: 2 });
    const ahead = await client.put(receipt, goodBallot({ revision: 9 }));
    expect(await ahead.json()).toMatchObject({ status: 409, revision: 2 });
    expect(await (await client.get(receipt)).json()).toMatchObject({ ratings: { W2: 1 } });
  });

  test("nothing that identifies a respondent is stored or logged", async () => {
    const world = await freshWorld();
    const own = clientOf(createApp(world));
    const receipt = newReceipt();
    const canaries = { "User-Agent": "canary-agent", "X-Forwarded-For": "203.0.113.77" };
    const ballot = JSON.stringify(goodBallot());
    expect((await own.send("PUT", receipt, ballot, canaries)).status).toBe(201);
    const tables = Object.values(world.db.tables).map((TableName) =>
      world.db.client.send(new ScanCommand({ TableName })),
    );
    const kept = JSON.stringify([await Promise.all(tables), world.logged]);
    for (const secret of ["canary-agent", "203.0.113.77", receipt, receipt.replaceAll("-", "")]) {
      expect(kept).not.toContain(secret);
    }
    // No time finer than a day stands in the ballot.
    const { Items } = await world.db.client.send(
      new ScanCommand({ TableName: world.db.tables.ballots }),
    );
    expect(JSON.stringify(Items)).not.toMatch(/\d{2}:\d{2}/);
  });
});

describe("withdrawing", () => {
  test("leaves a tombstone without answers; again is the same; nothing can be sent over it", async () => {
    const receipt = newReceipt();
    await client.put(receipt, goodBallot({ ratings: { K14: 4 } }));
    expect((await client.withdraw(receipt)).status).toBe(204);
    expect((await client.withdraw(receipt)).status).toBe(204);
    expect(await problemOf(await client.get(receipt))).toEqual({
      status: 410,
      title: "ballot-withdrawn",
    });
    for (const revision of [1, 2, 3]) {
      const again = await client.put(receipt, goodBallot({ revision }));
      expect(await problemOf(again)).toEqual({ status: 410, title: "ballot-withdrawn" });
    }
  });

  test("of an unknown receipt is 404", async () => {
    const unknown = { status: 404, title: "ballot-unknown" };
    expect(await problemOf(await client.withdraw(newReceipt()))).toEqual(unknown);
    expect(await problemOf(await client.get(newReceipt()))).toEqual(unknown);
  });
});
