import { PANELS } from "../../../domain/ballot/ballot.ts";
import { isTold } from "../../../domain/release/newest.ts";
import { withoutFlagged } from "../../../domain/release/without-flagged.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { historyOf, standingOf } from "../../../domain/response/standing.ts";
import { saidIn } from "../../language/said.tsx";
import { canSort, inOrder } from "./order.ts";
import type { ResultRow } from "./row.ts";
import type { ResultsView } from "./view.ts";

/** Puts the figures of a release beside the wording of its consultation and what was answered, in the chosen order. */
export function resultsView(
  input: Pick<
    ResultsView,
    | "language"
    | "text"
    | "consultation"
    | "calendar"
    | "release"
    | "hash"
    | "unreadable"
    | "choices"
  > & { entries: readonly ResponseEntry[] },
): ResultsView {
  const { entries, ...given } = input;
  const { consultation } = input;
  const { by, segment, ballots } = input.choices;
  const release = ballots === "unflagged" ? withoutFlagged(input.release) : input.release;
  const addresseeOf = (code: string): ResultRow["addressee"] => {
    const one = consultation.addressees.find((known) => known.code === code);
    return { code, name: one === undefined ? code : saidIn(input, consultation, one.name) };
  };
  const rows = release.recommendations.map((one): ResultRow => {
    const rated = consultation.recommendations.find(({ code }) => code === one.code);
    const said = rated === undefined ? one.code : saidIn(input, consultation, rated.title);
    return {
      ...one,
      said,
      addressee: addresseeOf(one.addressee),
      segment: segment?.recommendations.find(({ code }) => code === one.code),
      status: standingOf(historyOf(entries, one.code))?.status ?? "no-answer",
    };
  });
  const shown = PANELS.filter((panel) => rows.some((row) => isTold(row.panels[panel])));
  // Nothing can be put in the order of figures of which none is shown.
  const sort = canSort(rows, input.choices.sort)
    ? input.choices.sort
    : (shown.find((panel) => canSort(rows, panel)) ?? "catalogue");
  const ordered = inOrder(rows, sort);
  const addressed = [...new Set(release.recommendations.map((one) => one.addressee))];
  return {
    ...given,
    release,
    choices: { ...input.choices, sort },
    shown,
    rows,
    lists:
      by === "all"
        ? [{ name: undefined, rows: ordered }]
        : addressed.map((code) => ({
            name: addresseeOf(code).name,
            rows: ordered.filter((row) => row.addressee.code === code),
          })),
  };
}
