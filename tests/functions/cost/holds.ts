import { expect } from "vitest";
import type { Units } from "../../../domain/cost/units.ts";

/** Units are billed by halves; below one nobody counts. */
const LITTLE = 1;

/** What was measured is not more than what the bill counts with, and not less than half of it. */
export function holds(name: string, measured: Units, said: Units): void {
  for (const kind of ["writes", "reads"] as const) {
    expect.soft(measured[kind], `${name}: ${kind} measured`).toBeLessThanOrEqual(said[kind]);
    const most = Math.max(LITTLE, 2 * measured[kind]);
    expect.soft(said[kind], `${name}: ${kind} in the bill`).toBeLessThanOrEqual(most);
  }
  process.stdout.write(`${name}: ${measured.writes} writes, ${measured.reads} reads\n`);
}

export const less = (one: Units, other: Units, times = 1): Units => ({
  writes: (one.writes - other.writes) / times,
  reads: (one.reads - other.reads) / times,
});
