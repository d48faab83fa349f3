import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import type { Services } from "../../../functions/services.ts";
import { clientOf, goodBallot, newReceipt, problemOf, tally, times } from "../../support/client.ts";
import { asTyped } from "../../support/typed.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

let services: Services;
let client: ReturnType<typeof clientOf>;

beforeAll(async () => {
  services = await freshWorld();
  client = clientOf(createApp(services));
});

const invitations = (count: number) => makeInvitations(services, KAZAKHSTAN.id, count);

describe("invitations", () => {
  test("make an expert's ballot, which stays one when revised without the code", async () => {
    const [code] = await invitations(1);
    const receipt = newReceipt();
    const sent = await client.put(receipt, goodBallot({ invitation: code }));
    expect([sent.status, await sent.json()]).toMatchObject([201, { revision: 1, panel: "expert" }]);
    const repeated = await client.put(receipt, goodBallot({ invitation: code }));
    expect([repeated.status, await repeated.json()]).toMatchObject([
      200,
      { revision: 1, panel: "expert" },
    ]);
    const revision = goodBallot({ revision: 2, ratings: { K1: 2 } });
    for (const _ of [1, 2]) {
      const revised = await client.put(receipt, revision);
      expect([revised.status, await revised.json()]).toMatchObject([
        200,
        { revision: 2, panel: "expert" },
      ]);
    }
    const third = await client.put(receipt, { ...revision, revision: 3, invitation: code });
    expect([third.status, await third.json()]).toMatchObject([
      200,
      { revision: 3, panel: "expert" },
    ]);
  });

  test("turn a public ballot into an expert's", async () => {
    const [code] = await invitations(1);
    const receipt = newReceipt();
    await client.put(receipt, goodBallot());
    const revised = await client.put(receipt, goodBallot({ revision: 2, invitation: code }));
    expect([revised.status, await revised.json()]).toMatchObject([
      200,
      { revision: 2, panel: "expert" },
    ]);
  });

  test("are forgiven case, spaces, O for 0 and a Cyrillic keyboard, and refused when unknown, used or no code", async () => {
    const [code] = await invitations(1);
    const [other] = await invitations(1);
    const written = code!.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
    for (const invitation of [written, asTyped(other!)]) {
      expect((await client.put(newReceipt(), goodBallot({ invitation }))).status).toBe(201);
    }
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
    const { Items: ballots = [] } = await services.db.client.send(
      new ScanCommand({ TableName: services.db.tables.ballots, ConsistentRead: true }),
    );
    expect(JSON.stringify([used, ballots])).not.toContain(code!.slice(0, 9));
    const ids = new Set(ballots.map((item) => item["sk"]!.S!));
    for (const item of used) {
      expect(Object.keys(item).toSorted()).toEqual(["pk", "sk", "used"]);
      expect(ids.has(item["sk"]!.S!.slice("INVITATION#".length))).toBe(false);
    }
  });
});
