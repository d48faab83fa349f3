import { describe, expect, test } from "vitest";
import { begun, settled } from "../../../domain/hook/attempt.ts";
import { type Hook, type Outcome, PAUSES } from "../../../domain/hook/hook.ts";
import {
  dueAt,
  isTest,
  neededSince,
  newHook,
  withNews,
  withTest,
} from "../../../domain/hook/waiting.ts";
import type { NewsEvent } from "../../../domain/news/event.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const START = Date.parse("2026-03-01T12:00:00Z");
const at = (ms: number) => new Date(START + ms);
const hook = newHook("h", "https://hooks.example.org/", at(0));
const [ARRIVED, REFUSED]: Outcome[] = [{ status: 204 }, { status: 500 }];

const event = (key: string, ms: number): NewsEvent => ({
  key,
  at: at(ms).toISOString(),
  updated: at(ms).toISOString(),
  kind: "opened",
});
const waitingFor = (one: Hook) => one.waiting.map(({ key }) => key);

/** Makes every attempt that becomes due until some moment, with one outcome; when each was made. */
function play(start: Hook, outcome: Outcome, until: number, from = 0) {
  let now = from;
  let one = start;
  const made: number[] = [];
  while (now <= until) {
    const due = dueAt(one, at(now));
    if (due === undefined) now += MINUTE;
    else {
      made.push(now);
      one = settled(begun(one, due, at(now)), due.key, outcome!, at(now));
    }
  }
  return { hook: one, made };
}

describe("what is news for a hook", () => {
  test("is what happened since it was added, the oldest first, and each once", () => {
    const before = withNews(
      hook,
      [event("b", 2 * HOUR), event("a", HOUR), event("old", -1)],
      at(3 * HOUR),
    );
    expect(waitingFor(before)).toEqual(["a", "b"]);
    const again = withNews(
      before,
      [event("c", 3.5 * HOUR), event("b", 2 * HOUR), event("a", HOUR)],
      at(4 * HOUR),
    );
    expect(waitingFor(again)).toEqual(["a", "b", "c"]);
    expect(withNews(again, [event("c", 3.5 * HOUR)], at(4.1 * HOUR))).toBe(again);
  });

  test("is found when it is registered up to an hour late, beside what was found before", () => {
    const one = withNews(hook, [event("a", HOUR)], at(HOUR));
    const both = withNews(
      one,
      [event("a", HOUR), event("late", HOUR - 50 * MINUTE)],
      at(HOUR + MINUTE),
    );
    expect(waitingFor(both)).toEqual(["a", "late"]);
  });

  test("of a machine that was off for days is all there, as far back as it has to be looked for", () => {
    const events = Array.from({ length: 40 }, (_, place) =>
      event(`e${place}`, place * 6 * HOUR + 1),
    ).toReversed();
    expect(waitingFor(withNews(hook, events, at(10 * DAY)))).toHaveLength(40);
    expect(neededSince(hook)).toEqual(at(-HOUR));
    const one = withNews(hook, [event("a", HOUR)], at(3 * DAY));
    expect(neededSince(one)).toEqual(at(HOUR));
  });

  test("gives way to newer news where too much waits", () => {
    const events = Array.from({ length: 130 }, (_, place) =>
      event(`e${place}`, place + 1),
    ).toReversed();
    const full = withNews(hook, events, at(HOUR));
    expect(full.waiting).toHaveLength(100);
    expect(full.waiting.at(-1)!.key).toBe("e129");
  });
});

describe("attempts", () => {
  const one = withNews(hook, [event("a", 0 + 1)], at(MINUTE));

  test("after failures come later and later, ten in all, and then no more", () => {
    const { made, hook: after } = play(one, REFUSED!, 4 * DAY, MINUTE);
    const pauses = made.slice(1).map((when, place) => when - made[place]!);
    expect(pauses).toEqual([...PAUSES]);
    expect(pauses.map((pause) => pause / MINUTE)).toEqual([
      1, 5, 30, 120, 300, 600, 840, 1_200, 1_440,
    ]);
    expect(after).toMatchObject({ waiting: [], failingSince: at(MINUTE).toISOString() });
    expect(after.off).toBeUndefined();
    expect(after.attempts).toHaveLength(10);
    expect(after.attempts[0]).toMatchObject({ key: "a", tries: 10, status: 500 });
  });

  test("end with the first that arrives", () => {
    const failed = play(one, REFUSED!, MINUTE, MINUTE).hook;
    const { made, hook: after } = play(failed, ARRIVED!, DAY, MINUTE);
    expect(made).toEqual([2 * MINUTE]);
    expect(after.failingSince).toBeUndefined();
    expect(after.attempts.map((attempt) => "status" in attempt && attempt.status)).toEqual([
      204, 500,
    ]);
  });

  test("that have begun are made by nobody else meanwhile, and anew when nobody says how they ended", () => {
    const due = dueAt(one, at(MINUTE))!;
    const held = begun(one, due, at(MINUTE));
    expect(dueAt(held, at(MINUTE + 59 * SECOND))).toBeUndefined();
    expect(dueAt(held, at(2 * MINUTE))).toMatchObject({ key: "a", tries: 1 });
  });

  test.each([
    ["later than planned", 10 * MINUTE, 10 * MINUTE],
    ["sooner than planned", SECOND, MINUTE],
    ["in a year", 365 * DAY, DAY],
  ])("are put off as a receiver asks: %s", (_, retryAfter, expected) => {
    const due = dueAt(one, at(MINUTE))!;
    const busy = settled(begun(one, due, at(MINUTE)), "a", { status: 429, retryAfter }, at(MINUTE));
    expect(Date.parse(busy.waiting[0]!.next) - at(MINUTE).getTime()).toBe(expected);
  });

  test("to what was removed meanwhile leave nothing behind", () => {
    expect(settled(hook, "a", ARRIVED!, at(MINUTE))).toBe(hook);
  });
});

describe("a hook is switched off", () => {
  test("when nothing has arrived for five days", () => {
    const events = (days: number) =>
      Array.from({ length: days }, (_, day) => event(`d${day}`, day * DAY + 1)).toReversed();
    let one = hook;
    for (let day = 1; day <= 7; day++) {
      one = withNews(one, events(day), at((day - 1) * DAY + 2 * MINUTE));
      one = play(one, REFUSED!, day * DAY, (day - 1) * DAY + 2 * MINUTE).hook;
    }
    expect(one.off?.why).toBe("failing");
    const after = (Date.parse(one.off!.at) - Date.parse(one.failingSince!)) / DAY;
    expect(after).toBeGreaterThanOrEqual(5);
    expect(after).toBeLessThan(5.5);
    expect(one.waiting).toEqual([]);
    // And nothing waits for it from then on.
    expect(withNews(one, events(9), at(9 * DAY))).toBe(one);
  });

  test("at once when its receiver is gone for good", () => {
    const one = withNews(hook, [event("b", 2), event("a", 1)], at(MINUTE));
    const due = dueAt(one, at(MINUTE))!;
    const gone = settled(begun(one, due, at(MINUTE)), "a", { status: 410 }, at(MINUTE));
    expect(gone).toMatchObject({ waiting: [], off: { why: "gone" } });
  });

  test("and on again by a test that arrives, without what happened meanwhile", () => {
    const off: Hook = {
      ...hook,
      failingSince: at(1).toISOString(),
      off: { at: at(DAY).toISOString(), why: "failing" },
    };
    const tried = withTest(off, "x", at(2 * DAY));
    const failed = play(tried, REFUSED!, 2 * DAY, 2 * DAY).hook;
    expect(failed).toMatchObject({ off: { why: "failing" }, waiting: [] });
    const on = play(tried, ARRIVED!, 2 * DAY, 2 * DAY).hook;
    expect(on.off).toBeUndefined();
    expect(on.failingSince).toBeUndefined();
    const later = withNews(
      on,
      [event("new", 2 * DAY + 1), event("missed", 2 * DAY - 1)],
      at(3 * DAY),
    );
    expect(waitingFor(later)).toEqual(["new"]);
  });
});

test("a test waits once, and is tried once", () => {
  const tried = withTest(withTest(hook, "x", at(0)), "y", at(1));
  expect(tried.waiting.map(isTest)).toEqual([true]);
  expect(play(tried, REFUSED!, DAY).made).toEqual([0]);
});
