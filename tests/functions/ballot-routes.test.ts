import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../functions/app.ts";
import { makeInvitations } from "../../functions/local/invitations.ts";
import type { Services } from "../../functions/services.ts";
import { clientOf, goodBallot, newReceipt, problemOf } from "../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../support/world.ts";

let services: Services;
let client: ReturnType<typeof clientOf>;

beforeAll(async () => {
  services = await freshWorld();
  client = clientOf(createApp(services));
});

const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

const tally = (values: number[]) => {
  const counts: Record<number, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

const storedItems = async () => {
  const { Items = [] } = await services.db.client.send(
    new ScanCommand({ TableName: services.db.tables.ballots, ConsistentRead: true }),
  );
  return Items;
};

const invitations = (count: number) => makeInvitations(services, KAZAKHSTAN.id, count);

describe("sending", () => {
  test("the first time is 201, the same again 200, and it reads back as sent", async () => {
    const receipt = newReceipt();
    const ballot = goodBallot({
      about: { region: "almaty", age: "prefer-not-to-say" },
      first: ["K3", "W1"],
      positions: KAZAKHSTAN.recommendations.map((one) => one.code).toReversed(),
    });
    expect((await client.put(receipt, ballot)).status).toBe(201);
    expect((await client.put(receipt, ballot)).status).toBe(200);
    const back = await client.get(receipt);
    expect(back.status).toBe(200);
    expect(await back.json()).toEqual({ ...ballot, panel: "public" });
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
        const ratings = { W1: 1 + (index % 5), W2: 1 + (Math.floor(index / 5) % 5), K1: 1 + Math.floor(index / 25) };
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
    expect([revised.status, await revised.json()]).toEqual([200, { revision: 2, panel: "public" }]);
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

describe("invitations", () => {
  test("make an expert's ballot, which stays one when revised without the code", async () => {
    const [code] = await invitations(1);
    const receipt = newReceipt();
    const sent = await client.put(receipt, goodBallot({ invitation: code }));
    expect([sent.status, await sent.json()]).toEqual([201, { revision: 1, panel: "expert" }]);
    const repeated = await client.put(receipt, goodBallot({ invitation: code }));
    expect([repeated.status, await repeated.json()]).toEqual([200, { revision: 1, panel: "expert" }]);
    const revision = goodBallot({ revision: 2, ratings: { K1: 2 } });
    for (const _ of [1, 2]) {
      const revised = await client.put(receipt, revision);
      expect([revised.status, await revised.json()]).toEqual([200, { revision: 2, panel: "expert" }]);
    }
    const third = await client.put(receipt, { ...revision, revision: 3, invitation: code });
    expect([third.status, await third.json()]).toEqual([200, { revision: 3, panel: "expert" }]);
  });

  test("turn a public ballot into an expert's", async () => {
    const [code] = await invitations(1);
    const receipt = newReceipt();
    await client.put(receipt, goodBallot());
    const revised = await client.put(receipt, goodBallot({ revision: 2, invitation: code }));
    expect([revised.status, await revised.json()]).toEqual([200, { revision: 2, panel: "expert" }]);
  });

  test("are forgiven case, spaces and O for 0, and refused when unknown, used or no code", async () => {
    const [code] = await invitations(1);
    const written = code!.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
    expect((await client.put(newReceipt(), goodBallot({ invitation: written }))).status).toBe(201);
    for (const invitation of [code, "0000-0000-0000-0000", "UUUU-UUUU-UUUU-UUUU"]) {
      const refused = await client.put(newReceipt(), goodBallot({ invitation }));
      expect(await problemOf(refused)).toEqual({ status: 403, title: "invitation-refused" });
    }
  });

  test("a refused ballot leaves the invitation unused", async () => {
    const [code] = await invitations(1);
    const taken = newReceipt();
    await client.put(taken, goodBallot());
    const refusals = [
      await client.put(newReceipt(), goodBallot({ invitation: code, ratings: { W1: 6 } })),
      await client.put(newReceipt(), goodBallot({ invitation: code, ratings: {} })),
      await client.put(taken, goodBallot({ invitation: code, ratings: { W1: 1 } })),
    ];
    expect(refusals.map((answer) => answer.status)).toEqual([422, 422, 409]);
    expect((await client.put(newReceipt(), goodBallot({ invitation: code }))).status).toBe(201);
  });

  test("do not bring back a withdrawn ballot, and stay unused", async () => {
    const [code] = await invitations(1);
    const receipt = newReceipt();
    await client.put(receipt, goodBallot());
    await client.withdraw(receipt);
    const over = await client.put(receipt, goodBallot({ revision: 3, invitation: code }));
    expect(await problemOf(over)).toEqual({ status: 410, title: "ballot-withdrawn" });
    expect((await client.put(newReceipt(), goodBallot({ invitation: code }))).status).toBe(201);
  });

  test("the same one from two receipts at once lets one in", async () => {
    for (const code of await invitations(10)) {
      const answers = await Promise.all(
        times(2, () => client.put(newReceipt(), goodBallot({ invitation: code }))),
      );
      expect(tally(answers.map((answer) => answer.status))).toEqual({ 201: 1, 403: 1 });
    }
  });

  test("nothing stored joins a code and a ballot", async () => {
    const [code] = await invitations(1);
    const receipt = newReceipt();
    await client.put(receipt, goodBallot({ invitation: code }));
    const { Items = [] } = await services.db.client.send(
      new ScanCommand({ TableName: services.db.tables.main }),
    );
    const used = Items.filter((item) => item["sk"]?.S?.startsWith("INVITATION#"));
    const ballots = await storedItems();
    expect(JSON.stringify([used, ballots])).not.toContain(code!.slice(0, 9));
    const ids = new Set(ballots.map((item) => item["sk"]!.S!));
    for (const item of used) {
      expect(Object.keys(item).toSorted()).toEqual(["pk", "sk", "used"]);
      expect(ids.has(item["sk"]!.S!.slice("INVITATION#".length))).toBe(false);
    }
  });
});
