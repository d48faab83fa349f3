import { beforeAll, describe, expect, test } from "vitest";
import type { BallotBody } from "../../../domain/ballot/ballot.ts";
import { readReceipt } from "../../../domain/ballot/receipt.ts";
import type { Seen } from "../../../domain/ballot/seen.ts";
import { saveBallot } from "../../../functions/ballot/ballot-box.ts";
import { exportedOfBucket } from "../../../functions/export/exported.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import { readBallotItem } from "../../../functions/store/ballot-item.ts";
import { getBallot } from "../../../functions/store/ballots.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { BUCKETS } from "../../../functions/store/keys.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { CLOSES, publishing } from "../jobs/published-world.ts";

let world: Awaited<ReturnType<typeof publishing>>;
beforeAll(async () => {
  world = await publishing({ release: { every: "day" }, ...CLOSES });
});

async function save(receipt: string, more: Partial<BallotBody>, seen?: Seen) {
  const published = (await getPublished(world.services.db, world.id))!;
  const ballot = { ...goodBallot(), ...more } as BallotBody;
  return saveBallot(world.services, published, readReceipt(receipt)!, ballot, seen);
}
const item = (receipt: string) =>
  getBallot(world.services.db, world.id, ballotIdOf(world.id, receipt));
/** What was seen of a ballot as it is now, and of the version that earlier releases count. */
async function seenOf(receipt: string) {
  const { state } = readBallotItem((await item(receipt))!, world.definition.recommendations.length);
  return typeof state === "object" ? [state.seen, state.seenEarlier] : state;
}

describe("what the server saw of a ballot", () => {
  test("is kept with the version that it was seen of", async () => {
    const receipt = newReceipt();
    const seen: unknown[] = [];
    for (const [index, letters] of ["fb", "", "b", "f"].entries()) {
      const ratings = { W1: 1 + index } as BallotBody["ratings"];
      expect(await save(receipt, { revision: index + 1, ratings }, letters)).toHaveProperty(
        "saved",
      );
      seen.push(await seenOf(receipt));
    }
    expect(seen).toEqual([
      ["bf", undefined],
      [undefined, undefined],
      ["b", undefined],
      ["f", undefined],
    ]);
    const other = newReceipt();
    for (const [index, letters] of ["", "b", "", ""].entries()) {
      const ratings = { W1: 1 + index } as BallotBody["ratings"];
      await save(other, { revision: index + 1, ratings }, letters);
    }
    expect(await seenOf(other)).toEqual([undefined, "b"]);
  });

  test("stays what it was when the same is sent again", async () => {
    const receipt = newReceipt();
    await save(receipt, {}, "b");
    expect(await save(receipt, {}, "f")).toMatchObject({ saved: "repeated" });
    expect(await seenOf(receipt)).toEqual(["b", undefined]);
  });

  test("is nothing of an expert's, nor of a withdrawn one", async () => {
    const [invitation] = await makeInvitations(world.services, world.id, 1);
    const expert = newReceipt();
    await save(expert, { invitation: invitation! }, "bf");
    expect(await item(expert)).toMatchObject({ panel: { S: "expert" } });
    expect(await item(expert)).not.toHaveProperty("seen");
    const gone = newReceipt();
    await save(gone, {}, "bf");
    await world.client.withdraw(gone);
    expect(await item(gone)).not.toHaveProperty("seen");
  });

  test("is neither read back nor exported nor logged", async () => {
    const [marked, plain] = [newReceipt(), newReceipt()];
    await save(marked, {}, "bf");
    await save(plain, {});
    const back = async (receipt: string) => (await world.client.get(receipt)).json();
    expect(await back(marked)).toEqual(await back(plain));
    const { db, logged } = world.services;
    const all = { ballots: { public: 100, expert: 100 }, rules: { base: 10 } };
    const exported: unknown[] = [];
    for (const bucket of BUCKETS) {
      for await (const one of exportedOfBucket(db, world.definition, all, bucket)) {
        exported.push(one);
      }
    }
    expect(exported.length).toBeGreaterThan(1);
    expect(JSON.stringify(exported)).not.toMatch(/seen|"bf?"/);
    expect(JSON.stringify(logged)).not.toMatch(/seen|"bf?"/);
  });
});
