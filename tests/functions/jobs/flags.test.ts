import { beforeAll, describe, expect, test } from "vitest";
import type { BallotBody } from "../../../domain/ballot/ballot.ts";
import { readReceipt } from "../../../domain/ballot/receipt.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { saveBallot } from "../../../functions/ballot/ballot-box.ts";
import { milestoneCounts } from "../../../functions/jobs/milestone.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { newReceipt } from "../../support/client.ts";
import { CLOSES, publishing } from "./published-world.ts";

const AT = "2026-11-25T09:00:00.000Z";
const ROW = [1, 5, 2, 4, 3, 1, 5, 2, 4, 3, 1, 5, 2, 4] as const;
let world: Awaited<ReturnType<typeof publishing>>;
/** Nothing is set aside for groups: what is told on their day is flags alone. */
beforeAll(async () => {
  const release = { every: "day" as const, groups: 0, flags: 10, groupsAt: [AT] };
  world = await publishing({ release, ...CLOSES });
  // From now on the days of the plan are counted.
  await world.release();
});

async function save(receipt: string, revision: number, first: number, seen = "") {
  const published = (await getPublished(world.services.db, world.id))!;
  const codes = world.definition.recommendations.map(({ code }) => code);
  const ratings = Object.fromEntries(
    ROW.map((point, at) => [codes[at]!, at === 0 ? first : point]),
  );
  const ballot = { revision, language: "en", ratings } as BallotBody;
  const saved = await saveBallot(world.services, published, readReceipt(receipt)!, ballot, seen);
  expect(saved).toHaveProperty("saved");
}

const counted = async (final: boolean) => {
  const input = { due: { turn: 2, final }, previous: undefined, at: new Date(AT) };
  const found = await milestoneCounts(world.services.db, world.definition, {
    ...input,
    tally: emptyTally(world.known.plan),
  });
  if (found === undefined || "wait" in found) throw new Error("nothing was counted");
  return found.flags!;
};

describe("flags at a milestone", () => {
  test("are counted of the ballots that the release counts, with what was seen of that version", async () => {
    for (const _ of ROW.slice(0, 8)) await save(newReceipt(), 1, 1);
    await save(newReceipt(), 1, 1, "bf");
    const gone = newReceipt();
    await save(gone, 1, 1, "b");
    await world.client.withdraw(gone);
    // Its third version waits for the last release, and so does what was seen of it.
    const often = newReceipt();
    for (const [at, seen] of ["", "f", "b"].entries()) await save(often, at + 1, at + 1, seen);
    const now = await counted(false);
    const padded = `${ROW.join("")}----`;
    expect([now.burst, now.fast, now.straight]).toEqual([1, 2, 0]);
    expect([...now.rows]).toEqual([[padded, 8]]);
    // Of the first recommendation: one flagged ballot says 1, one says 2.
    expect(Array.from(now.bins.subarray(0, 7))).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });

  test("are told in the release of that day, though no groups are", async () => {
    await world.count();
    await world.until(Date.parse(AT));
    expect(await world.release()).toHaveProperty("released");
    const { release } = await world.newest();
    expect(release.flags!.madeIn).toBe(release.release);
    expect(release.rules).toMatchObject({
      flags: { budget: 10, burstPerMinute: 300 },
      milestone: { turn: 1, of: 2 },
    });
    expect(release.segments.every(({ madeIn }) => madeIn === null)).toBe(true);
  });
});
