import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PANELS } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { ReleasePlan } from "../../../domain/disclosure/schedule.ts";
import {
  type StoredRelease,
  makeRelease,
  type ReleaseInput,
  releaseText,
} from "../../../domain/release/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import type { Cell } from "../../../domain/tally/cell.ts";
import { countingPlan, segmentKey } from "../../../domain/tally/plan.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { definition } from "../consultation/definition.ts";
import { movers } from "./crowd.ts";
import { countsOf, type Counts, type Person } from "./history.ts";
import { seeded } from "../statistics/seeded.ts";
import { publish, secretOf } from "./published.ts";

const RELEASES = 4;
const START = Date.parse("2026-11-02T09:00:00Z");
const WEEK = 7 * 24 * 60 * 60_000;
const at = (turn: number) => new Date(START + turn * WEEK);

const consultation: Consultation = {
  ...definition(),
  release: { every: "week", groupsAt: [at(2).toISOString()] },
  closesAt: at(RELEASES).toISOString(),
};
const plan: ReleasePlan = { every: "week", startsAt: at(0).toISOString(), releases: RELEASES };
const counting = countingPlan(consultation);
const rows = counting.codes.length;

/** People of both panels and all groups, some of whom change, move or withdraw. */
function people(seed: number, many: number): Person[] {
  const chance = seeded(seed);
  const below = (limit: number) => Math.floor(chance() * limit);
  const ratings = () => Array.from({ length: rows }, () => "12345n-"[below(7)]).join("");
  return [
    ...movers(chance, rows, RELEASES),
    ...Array.from({ length: many }, (_, place): Person => {
      const first = 1 + below(RELEASES);
      const panel = place % 4 === 0 ? ("expert" as const) : ("public" as const);
      const versions = Array.from({ length: 1 + below(3) }, (_, version) => ({
        at: first + version,
        ratings: ratings(),
        panel,
        about: { region: ["north", "south"][below(2)]! },
        first: counting.codes.slice(0, below(4)),
      }));
      return { versions, withdrawn: below(5) === 0 ? first + below(3) : undefined };
    }),
  ];
}

const inputOf = (
  counts: Pick<Counts, "cells" | "participation" | "segments">,
  turn: number,
  secret: Uint8Array,
  previous: StoredRelease | undefined,
): ReleaseInput => ({
  definition: consultation,
  plan,
  due: { turn, final: turn === RELEASES },
  ...counts,
  previous,
  simulated: false,
  at: at(turn),
  noise: noiseBytes(secret, consultation.id),
});

/** All releases of a consultation, each made from what was counted by then. */
function released(turns: readonly Counts[], secret: Uint8Array): Release[] {
  let previous: StoredRelease | undefined;
  return turns.map((counts, index) => {
    const release = makeRelease(inputOf(counts, index + 1, secret, previous));
    previous = { release, hash: `of ${index + 1}` };
    return release;
  });
}

/** What a release measured, table by table. */
const measured = ({ recommendations, choosers, segments }: Release) => ({
  ...Object.fromEntries(
    PANELS.flatMap((panel) => {
      const figures = recommendations.map((one) => one.panels[panel]);
      return [
        [`ratings/${panel}`, figures.flatMap((one) => one.measured)],
        [`first/${panel}`, [...figures.map((one) => one.firstMeasured), choosers[panel]]],
      ];
    }),
  ),
  ...Object.fromEntries(
    segments.map((one) => [
      `ratings/groups/${segmentKey(one)}`,
      one.recommendations.flatMap(({ measured }) => measured),
    ]),
  ),
});

describe("what the attacks look at", () => {
  test("is what releases publish: every measured count of every table", () => {
    const turns = countsOf(people(7, 60), counting, RELEASES, [2, 4]);
    const secret = secretOf("same");
    const published = publish(turns, consultation, secret);
    released(turns, secret).forEach((release, index) => {
      const told = measured(release);
      for (const [table, values] of Object.entries(told)) {
        const isGroup = table.startsWith("ratings/groups/");
        const milestone = index + 1 === RELEASES ? 1 : index >= 1 ? 0 : undefined;
        const counts = published[table]!.counts[isGroup ? (milestone ?? -1) : index];
        expect([release.release, table, values]).toEqual([
          release.release,
          table,
          Array.from(counts ?? []),
        ]);
      }
      expect(Object.keys(told).toSorted()).toEqual(Object.keys(published).toSorted());
    });
  });
});

/** Every count of a cell, made by its table's name, the place in it, and what it is. */
function remade(
  counts: Counts,
  make: (table: string, place: number, count: number) => number,
  ballots: () => number,
): Counts {
  const cellOf = (cell: Cell, table: string): Cell => ({
    ballots: ballots(),
    bins: cell.bins.map((one, place) => make(`ratings/${table}`, place, one)),
    first: cell.first.map((one, place) => make(`first/${table}`, place, one)),
    choosers: make(`first/${table}`, cell.first.length, cell.choosers),
  });
  const segments = counts.segments && Object.entries(counts.segments);
  return {
    cells: {
      public: cellOf(counts.cells.public, "public"),
      expert: cellOf(counts.cells.expert, "expert"),
    },
    participation: Object.fromEntries(
      counting.segments.map((segment, place) => {
        const key = segmentKey(segment);
        return [key, make("participation", place, counts.participation[key] ?? 0)];
      }),
    ),
    segments:
      segments &&
      Object.fromEntries(segments.map(([key, cell]) => [key, cellOf(cell, `groups/${key}`)])),
  };
}

/** The noise of a release: what is measured where nobody answered. */
function noiseIn(counts: Counts, turn: number, secret: Uint8Array, previous?: StoredRelease) {
  const nobody = remade(
    counts,
    () => 0,
    () => 0,
  );
  const release = makeRelease(inputOf(nobody, turn, secret, previous));
  const participation = release.segments.map((one) => one.participation);
  return { ...measured(release), participation } as Record<string, number[]>;
}

test("two worlds in which the same was measured have the same release, whatever was counted", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 300 }), fc.string(), (seed, many, name) => {
      const turns = countsOf(people(seed, many), counting, RELEASES, [2, 4]);
      const [own, other] = [secretOf(name), secretOf(`${name}, another`)];
      let previous: StoredRelease | undefined;
      turns.forEach((counts, index) => {
        const turn = index + 1;
        const [here, there] = [own, other].map((secret) =>
          noiseIn(counts, turn, secret, previous),
        ) as [Record<string, number[]>, Record<string, number[]>];
        const shift = (table: string, place: number) =>
          (here[table]?.[place] ?? 0) - (there[table]?.[place] ?? 0);
        const others = remade(
          counts,
          (table, place, count) => count + shift(table, place),
          () => -1,
        );
        const release = makeRelease(inputOf(counts, turn, own, previous));
        const again = makeRelease(inputOf(others, turn, other, previous));
        expect(releaseText(again)).toBe(releaseText(release));
        previous = { release, hash: `of ${turn}` };
      });
    }),
    { numRuns: 10 },
  );
});
