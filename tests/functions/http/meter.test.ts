import { describe, expect, test } from "vitest";
import { meterOf } from "../../../functions/http/meter.ts";
import { times } from "../../support/client.ts";

const LIMIT = { atOnce: 3, everyMs: 1_000 };
const NOW = Date.parse("2026-11-29T10:00:00Z");

describe("a meter", () => {
  test("looks without counting, and counts nothing that it refuses", () => {
    const meter = meterOf(LIMIT);
    for (const _ of times(5, String)) expect(meter.look("one", NOW).waitMs).toBeUndefined();
    for (const _ of times(3, String)) meter.count("one", NOW);
    for (const _ of times(5, String)) expect(meter.count("one", NOW).waitMs).toBe(1_000);
    expect(meter.count("one", NOW + 1_000).waitMs).toBeUndefined();
  });

  test("refuses nobody for a day because the clock was put back by one", () => {
    const meter = meterOf(LIMIT);
    const tomorrow = NOW + 24 * 60 * 60_000;
    for (const _ of times(3, String)) meter.count("one", tomorrow);
    expect(meter.look("one", tomorrow).waitMs).toBe(1_000);
    for (const _ of times(3, String)) expect(meter.count("one", NOW).waitMs).toBeUndefined();
    expect(meter.count("one", NOW).waitMs).toBe(1_000);
  });
});
