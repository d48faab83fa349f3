import type { Consultation } from "../../../domain/consultation/definition.ts";
import { emptyFlagCounts } from "../../../domain/flags/counts.ts";
import { cellOf, consultation, made } from "./made.ts";

/* A release whose results a campaign changes, and the next, which repeats what is told of that. */

export const COPIES = 1_000;
/** As many of a row may be: a thousandth of all. */
export const LEFT = 8;
/** Whoever sends this wants the last to be the first. */
const ROW = "112111211413121215";
/** Opinions that fall from one recommendation to the next, and the campaign among them. */
const rows = Array.from({ length: 18 }, (_, place) => {
  const row = [500 + 25 * place, 750, 1_250, 1_500, 2_000 - 50 * place, 150, 100];
  row[Number(ROW[place]) - 1]! += COPIES;
  return row;
});

export const FLAGGED_DEFINITION: Consultation = {
  ...consultation({ opensAt: "2026-11-02T09:00:00.000Z", closesAt: "2026-11-30T09:00:00.000Z" }),
  release: { every: "week", flags: 10 },
};
export const FLAGS = {
  ...emptyFlagCounts(18),
  rows: new Map([[ROW, COPIES]]),
  straight: 12,
};
/** After closing, with the flags; without them, what of it is of another release. */
export const CLOSED = {
  definition: FLAGGED_DEFINITION,
  cells: { public: cellOf(rows), expert: cellOf(rows.toReversed()) },
  segments: { "region:almaty": cellOf(rows) },
  turn: 4,
  final: true,
};
export const flaggedRelease = () => made({ ...CLOSED, flags: FLAGS });

/** The same at a milestone while it is open, and a release of more ballots that repeats what that told of flags. */
export function repeatedFlags() {
  const definition: Consultation = {
    ...FLAGGED_DEFINITION,
    release: { every: "week", flags: 10, groups: 30, groupsAt: ["2026-11-15T00:00:00.000Z"] },
  };
  const open = { ...CLOSED, definition, final: false };
  const one = made({ ...open, flags: FLAGS, turn: 2, at: "2026-11-16T09:00:30.000Z" });
  const more = cellOf(rows.map((row) => row.map((count) => count + 50)));
  const two = (hash: string) =>
    made({
      ...open,
      cells: { ...CLOSED.cells, public: more },
      segments: undefined,
      turn: 3,
      at: "2026-11-23T09:00:30.000Z",
      previous: { release: one, hash },
    });
  return { definition, one, two };
}
