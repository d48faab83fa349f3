import { describe, expect, test } from "vitest";
import { total } from "../../../domain/statistics/histogram.ts";
import { loadStop } from "../../../functions/store/counting.ts";
import { loadTally, saveTally } from "../../../functions/store/tallies.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import { goodBallot } from "../../support/client.ts";
import { CLOSES, DAY, MINUTE, publishing } from "./published-world.ts";

const WEEKLY = { release: { every: "week" as const }, experts: "exact" as const, ...CLOSES };

/** Three experts of whom one changed three times, and a consultation that has closed; all is counted. */
async function closed() {
  const world = await publishing(WEEKLY);
  const { client, services, id, release, until } = world;
  const codes = await makeInvitations(services, id, 3);
  expect(await release()).toEqual({ wait: "too-soon" });
  const receipts: string[] = [];
  for (const invitation of codes) {
    receipts.push(...(await world.send(1, { invitation, ratings: { W1: 5 }, first: ["W1"] })));
  }
  for (const revision of [2, 3, 4]) {
    const ratings = { W1: 5 - revision };
    await client.put(receipts[0]!, goodBallot({ revision, ratings }));
  }
  await until(Date.parse(CLOSES.closesAt) + 1_000);
  return { ...world, receipts };
}

const ratingsOf = (counts: readonly number[]) => counts.slice(0, 5).join("");

describe("the last release", () => {
  test("counts what every ballot says now, where the tally holds what counted before", async () => {
    const { release, until, clock, newest, services, id } = await closed();
    await until(clock.now + MINUTE);
    const { tally } = (await loadTally(services.db, id))!;
    // The second version said 3, the fourth says 1.
    expect(ratingsOf([...tally.cells.expert.bins])).toBe("00102");
    expect(await release()).toEqual({ released: 1 });
    const { panels } = (await newest()).release.recommendations[0]!;
    expect(panels.expert.measured).toEqual([1, 0, 0, 0, 2, 0, 0]);
    expect((await loadTally(services.db, id))!.tally).toEqual(tally);
  });

  test("is not made before everything is counted that was sent before the end", async () => {
    const { release, count, clock } = await closed();
    expect(await release()).toEqual({ wait: "still-counting" });
    clock.now += MINUTE;
    expect(await release()).toEqual({ wait: "still-counting" });
    await count();
    expect(await release()).toEqual({ released: 1 });
  });

  test("waits while a withdrawal is on its way to the tally, and then leaves that ballot out", async () => {
    const world = await closed();
    const { release, count, client, receipts, newest, services, id } = world;
    await world.until(world.clock.now + MINUTE);
    await client.withdraw(receipts[0]!);
    expect(await release()).toEqual({ wait: "still-counting" });
    expect(await loadStop(services.db, id)).toBeUndefined();
    await count();
    expect(await release()).toEqual({ released: 1 });
    // Of two experts nothing is told.
    expect((await newest()).release.ballots.expert).toBeNull();
  });

  test("is stopped by a difference that stays, and made when the tally is rebuilt", async () => {
    const { release, recount, until, clock, services, id } = await closed();
    await until(clock.now + MINUTE);
    const kept = (await loadTally(services.db, id))!;
    kept.tally.cells.expert.bins[0]! += 1;
    await saveTally(services.db, id, kept.tally, kept.revision);
    expect(await release()).toEqual({ wait: "still-counting" });
    clock.now += 10 * MINUTE;
    expect(await release()).toEqual({ wait: "stopped" });
    expect(await loadStop(services.db, id)).toMatchObject({
      reason: "difference",
      differences: ["expert.bins"],
    });
    expect((await recount(true)).rebuilt).toBe(true);
    expect(await release()).toEqual({ released: 1 });
  });
});

describe("groups", () => {
  const twoDays = [1, 2].map((days) =>
    new Date(Date.parse(CLOSES.closesAt) - ((3 - days) * DAY) / 2).toISOString(),
  );

  test("are counted from the ballots on the days fixed for them, and repeated between", async () => {
    const release = { every: "hour" as const, groupsAt: twoDays };
    const world = await publishing({ ...CLOSES, release });
    await world.release();
    await world.send(30, { about: { age: "25-34" } });
    const at = async (time: string) => {
      await world.until(Date.parse(time) + 1);
      expect(await world.release()).toHaveProperty("released");
      const made = (await world.newest()).release;
      const young = made.segments.find(({ option }) => option === "25-34")!;
      const far = 6 * Math.sqrt(7) * made.rules.protection.groups!;
      return { ...made.rules.milestone, madeIn: young.madeIn, young, release: made.release, far };
    };
    const hoursBefore = (time: string, hours: number) =>
      new Date(Date.parse(time) - hours * 60 * MINUTE).toISOString();
    const before = await at(hoursBefore(twoDays[0]!, 2));
    expect(before).toMatchObject({ turn: 0, of: 3, madeIn: null, release: 1 });
    expect(before.young.hidden).toEqual({ ballots: "before-milestone" });
    const first = await at(twoDays[0]!);
    expect(first).toMatchObject({ turn: 1, madeIn: 2 });
    const [row] = first.young.recommendations;
    expect(Math.abs(total(row!.measured) - 30)).toBeLessThan(first.far);
    const between = await at(hoursBefore(twoDays[1]!, 2));
    expect(between).toMatchObject({ turn: 1, madeIn: 2, release: 3 });
    expect(between.young.recommendations).toEqual(first.young.recommendations);
    // How many took part is counted anew each time.
    expect(between.young.participation).not.toBeNull();
    expect(await at(twoDays[1]!)).toMatchObject({ turn: 2, madeIn: 4 });
    expect(
      await at(new Date(Date.parse(CLOSES.closesAt) + 2 * MINUTE).toISOString()),
    ).toMatchObject({
      turn: 3,
      madeIn: 5,
    });
  });
});
