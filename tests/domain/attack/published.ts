import { PANELS } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { type Budget, budgetOf } from "../../../domain/release/budget.ts";
import { type NoiseBytes, tableNoise, type Turn } from "../../../domain/disclosure/noise.ts";
import { sensitivity } from "../../../domain/disclosure/sensitivity.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { sha256 } from "../../../functions/secrets.ts";
import type { Counts } from "./history.ts";

/** How the counts of a table get their noise: the platform's own way, or a weaker one. */
export type Protect = (
  guard: Guard,
  bytes: NoiseBytes,
  table: string,
  counts: Int32Array,
  sigma: number,
  turn: Turn,
) => Int32Array;

/** The deviation of the z that noise is made of. */
export const deviationOf = ({ covers }: Guard, sigma: number, { of, moves }: Turn): number =>
  sigma * Math.sqrt(covers(of, moves));

/** The platform's noise; of another size only where a guard covers less than it should. */
export const asMeant: Protect = (guard, bytes, table, counts, sigma, turn) => {
  const part = Math.sqrt(guard.covers(turn.of, turn.moves) / sensitivity(turn.of, turn.moves));
  const noise = tableNoise(bytes, table, counts.length, sigma * part, turn);
  return counts.map((count, place) => count + noise[place]!);
};

/** The published counts of one table, release after release (or milestone after milestone). */
interface Series {
  counts: Int32Array[];
  /** The deviation of the z of which its noise is made; published with every release. */
  deviation: number;
}

/** The counts that a consultation published: tables by name. */
export type PublishedConsultation = Record<string, Series>;

/** What of the platform's protection is in force; each test of a weakness changes one of these. */
export interface Guard {
  protect: Protect;
  covers: typeof sensitivity;
  bytes: typeof noiseBytes;
  budget?: Budget;
}

export const GUARD: Guard = { protect: asMeant, covers: sensitivity, bytes: noiseBytes };

/** A secret as random as the platform's, and the same in every run. */
export const secretOf = (name: string): Uint8Array => Buffer.from(sha256(name), "hex");

/**
 * The counts that releases publish of counted people: the tables, names and shares of the budget of
 * `noiseOf`. That `makeRelease` publishes exactly these is tested (`same-counts.test.ts`).
 */
export function publish(
  turns: readonly Counts[],
  definition: Consultation,
  secret: Uint8Array,
  guard: Guard = GUARD,
  wanted: (table: string) => boolean = () => true,
): PublishedConsultation {
  const budget = guard.budget ?? budgetOf(definition);
  const bytes = guard.bytes(secret, definition.id);
  const seriesOf = (
    table: string,
    sigma: number,
    counts: readonly Int32Array[],
    moves?: Turn["moves"],
  ): Series => {
    const turn = (release: number): Turn => ({ release, of: counts.length, moves });
    return {
      counts: counts.map((one, index) =>
        guard.protect(guard, bytes, table, one, sigma, turn(index + 1)),
      ),
      deviation: deviationOf(guard, sigma, turn(counts.length)),
    };
  };
  return Object.fromEntries(
    Object.entries(trueCounts(turns)).flatMap(([table, counts]) => {
      if (!wanted(table)) return [];
      if (table.startsWith("first/")) return [[table, seriesOf(table, budget.first, counts)]];
      const isGroup = table.startsWith("ratings/groups/");
      if (!isGroup) return [[table, seriesOf(table, budget.ratings, counts)]];
      return budget.groups === undefined
        ? []
        : [[table, seriesOf(table, budget.groups, counts, "groups")]];
    }),
  );
}

/** What was counted, by the tables in which it is published, before noise. */
export function trueCounts(turns: readonly Counts[]): Record<string, Int32Array[]> {
  const tables: Record<string, Int32Array[]> = {};
  for (const panel of PANELS) {
    const cells = turns.map((one) => one.cells[panel]);
    tables[`ratings/${panel}`] = cells.map(({ bins }) => bins);
    tables[`first/${panel}`] = cells.map(({ first, choosers }) =>
      Int32Array.of(...first, choosers),
    );
  }
  const told = turns.flatMap(({ segments }) => (segments === undefined ? [] : [segments]));
  for (const key of Object.keys(told[0] ?? {})) {
    tables[`ratings/groups/${key}`] = told.map((one) => one[key]!.bins);
  }
  return tables;
}
