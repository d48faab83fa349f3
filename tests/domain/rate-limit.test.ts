import fc from "fast-check";
import { expect, test } from "vitest";
import { attempt, room } from "../../domain/rate-limit.ts";

const LIMIT = { atOnce: 30, everyMs: 2_000 };

/** How many of those moments are let through. */
function letThrough(moments: number[]): number[] {
  let due: number | undefined;
  return moments.filter((now) => {
    const outcome = attempt(due, now, LIMIT);
    if ("waitMs" in outcome) return false;
    due = outcome.due;
    return true;
  });
}

test("so many at once, and then one with every two seconds", () => {
  expect(letThrough(Array.from({ length: 100 }, () => 0))).toHaveLength(30);
  const half = Array.from({ length: 600 }, (_, index) => index * 100);
  expect(letThrough(half)).toHaveLength(30 + 29);
});

test("who waits as long as told is let through, and not a millisecond before", () => {
  const due = 30 * LIMIT.everyMs;
  const refused = attempt(due, 0, LIMIT) as { waitMs: number };
  expect(refused).toEqual({ waitMs: 2_000 });
  expect(attempt(due, refused.waitMs, LIMIT)).toHaveProperty("due");
  expect(attempt(due, refused.waitMs - 1, LIMIT)).toEqual({ waitMs: 1 });
});

test("nothing is let through from just beyond the room for one more", () => {
  expect(attempt(room(LIMIT), 0, LIMIT)).toEqual({ due: 30 * LIMIT.everyMs });
  expect(attempt(room(LIMIT) + 1, 0, LIMIT)).toEqual({ waitMs: 1 });
  expect(attempt(-5_000, 0, LIMIT)).toEqual({ due: LIMIT.everyMs });
});

test("what counts at most twice as many at once never shuts the door for longer than one of them", () => {
  const slow = { atOnce: 60, everyMs: 1_000 };
  const farthest = room({ ...slow, atOnce: 120 }) + slow.everyMs;
  expect(attempt(farthest, 0, slow)).toEqual({ waitMs: 61_000 });
});

test("in no window of a minute are there more than sixty, however they come", () => {
  const moments = fc
    .array(fc.nat(200_000), { maxLength: 300 })
    .map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(moments, (all) => {
      const through = letThrough(all);
      for (const start of through) {
        const within = through.filter((one) => one >= start && one < start + 60_000);
        expect(within.length).toBeLessThanOrEqual(60);
      }
    }),
  );
});
