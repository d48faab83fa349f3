import { describe, expect, test } from "vitest";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { steadyClock } from "../../../functions/jobs/steady-clock.ts";
import { lastPass, loadStop } from "../../../functions/store/counting.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { DAY, MINUTE, publishing } from "./published-world.ts";

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };
const HOUR = 60 * MINUTE;

/** A demonstration with its counter on two clocks: the one that is set, and the one that only goes on. */
async function clocks() {
  const world = await publishing();
  const { services, clock } = world;
  let elapsed = 1_000;
  const count = await ballotCounter(services, consultationsOf(services), () => elapsed);
  await count(LIMITS);
  return {
    ...world,
    /** Time passes. */
    async pass(ms: number) {
      clock.now += ms;
      elapsed += ms;
      return count(LIMITS);
    },
    /** The clock is set, and no time passes. */
    async set(ms: number) {
      clock.now += ms;
      return count(LIMITS);
    },
    async ballot() {
      await world.client.put(newReceipt(), goodBallot());
      return count(LIMITS);
    },
    events: () => services.logged.map(({ event }) => event),
  };
}

describe.each([
  ["forward and back", DAY],
  ["back and forward", -DAY],
])("a clock set a day %s", (_, jump) => {
  test("stops no release, claims no gap, and counts every ballot", async () => {
    const { pass, set, ballot, release, recount, services, id, events } = await clocks();
    await ballot();
    expect(await release()).toEqual({ released: 1 });
    await pass(2 * MINUTE);
    await set(jump);
    await ballot();
    // What a jump that long may hide only a recount can say; on one machine it follows at once.
    if (jump > 0) expect(await release()).toEqual({ wait: "stopped" });
    expect((await recount()).differences).toEqual([]);
    expect(await release()).toEqual({ released: 2 });
    await pass(2 * MINUTE);
    await ballot();
    expect(await release()).toEqual({ released: 3 });
    await set(-jump);
    await ballot();
    if (jump < 0) await recount();
    expect(await release()).toEqual({ released: 4 });
    await pass(2 * MINUTE);
    await ballot();
    expect(await release()).toEqual({ released: 5 });
    expect((await recount()).differences).toEqual([]);
    expect(await loadStop(services.db, id)).toBeUndefined();
    expect(events()).not.toContain("stream-gap");
    expect(events().filter((event) => event === "clock-moved")).toHaveLength(2);
    expect(events()).toContain("release-dated-ahead");
  });
});

test("a night's sleep is no silence, and a silence as long as records are kept is one", async () => {
  const { set, pass, events, services, id } = await clocks();
  expect((await set(8 * HOUR)).recountDue).toBe(false);
  expect(events()).toEqual(["clock-moved"]);
  expect((await pass(21 * HOUR)).recountDue).toBe(true);
  expect(events()).toContain("stream-gap");
  expect((await loadStop(services.db, id))?.reason).toBe("gap");
});

test("a pass dated ahead is written down anew when the clock is set right", async () => {
  const { set, services, clock } = await clocks();
  await set(DAY);
  await set(-DAY);
  expect(await lastPass(services.db)).toEqual(new Date(clock.now));
});

test("after a restart with a pass dated ahead, a recount decides", async () => {
  const { set, clock, services, id, recount } = await clocks();
  await set(DAY);
  await recount();
  clock.now -= DAY;
  const again = await ballotCounter(services, consultationsOf(services));
  expect((await again(LIMITS)).recountDue).toBe(true);
  await recount();
  expect(await loadStop(services.db, id)).toBeUndefined();
  expect((await again(LIMITS)).recountDue).toBe(false);
});

test("what cannot be undone waits until a clock that was moved has gone evenly for ten minutes", () => {
  let [now, elapsed] = [Date.parse("2026-11-24T09:00:00Z"), 0];
  const isSteady = steadyClock({ now: () => new Date(now) }, () => elapsed);
  const pass = (ms: number) => {
    now += ms;
    elapsed += ms;
    return isSteady();
  };
  expect(pass(40 * DAY)).toBe(true);
  now += DAY;
  expect(pass(9 * MINUTE)).toBe(false);
  now -= DAY;
  expect(pass(MINUTE)).toBe(false);
  expect(pass(9 * MINUTE)).toBe(false);
  expect(pass(MINUTE)).toBe(true);
});
