import { expect, test } from "vitest";
import { meterOf } from "../../../functions/http/meter.ts";
import { isToNote, lives, SESSION_MOST_MS } from "../../../functions/http/session-life.ts";
import { moveDue } from "../../../functions/store/limits.ts";
import { getSession, putSession } from "../../../functions/store/sessions.ts";
import { times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";

const NOW = Date.parse("2026-11-29T10:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test("whoever asked while the clock was a day ahead is not locked out for a day", () => {
  const limit = { atOnce: 3, everyMs: 1_000 };
  const meter = meterOf(limit);
  times(5, () => meter.count("a", NOW + DAY));
  expect(meter.look("a", NOW)).toEqual({ aheadMs: 0 });
  expect(meter.count("a", NOW)).toEqual({ aheadMs: 1_000 });
  times(2, () => meter.count("a", NOW));
  expect(meter.count("a", NOW).waitMs).toBe(1_000);
});

test("nor does a limit that is stored stay shut until that day", async () => {
  const { db } = await freshWorld();
  const what = { kind: "ASKED", which: "exports" } as const;
  const move = (now: number) => moveDue(db, what, now, { everyMs: MINUTE, most: 2 * MINUTE });
  const ahead = [await move(NOW + DAY), await move(NOW + DAY), await move(NOW + DAY)];
  expect([...ahead, await move(NOW + DAY)]).toEqual([true, true, true, false]);
  expect(await move(NOW)).toBe(true);
});

test("a session that began while the clock was ahead ends within a day, and its use is noted by the clock of now", () => {
  const ahead = { startedAt: NOW + DAY, seenAt: NOW + DAY };
  expect(lives(ahead, NOW + DAY)).toBe(true);
  expect(lives(ahead, NOW)).toBe(false);
  const inUse = { startedAt: NOW - MINUTE, seenAt: NOW + DAY };
  expect(lives(inUse, NOW)).toBe(true);
  expect(isToNote(inUse, NOW)).toBe(true);
  const byHalfAnHour = { startedAt: NOW + 30 * MINUTE, seenAt: NOW };
  expect(lives(byHalfAnHour, NOW)).toBe(true);
});

test("seconds beyond 2038 are kept as they are", async () => {
  const { db } = await freshWorld();
  const startedAt = Date.parse("2038-01-19T03:14:08Z");
  const session = {
    organiser: "o",
    epoch: 0,
    by: "passkey" as const,
    startedAt,
    seenAt: startedAt,
  };
  await putSession(db, "beyond", session, startedAt + SESSION_MOST_MS);
  expect(await getSession(db, "beyond")).toEqual(session);
});
