import { licenceOf } from "../../../domain/consultation/licence.ts";
import { pathOf, RECOMMENDATION, RESULTS, withQuery } from "../../../domain/paths.ts";
import { saidIn, textOf } from "../../language/said.tsx";
import { fill, formatMoment, formatNumber } from "../../text.ts";
import { ballotsOf } from "../facts/choices.ts";
import type { ResultRow } from "../facts/row.ts";
import type { ResultsView } from "../facts/view.ts";

/** Digits of a fingerprint that nobody makes a second file for by accident. */
const DIGITS = 12;

/**
 * A release as others cite it, or one recommendation in it: who asked what, which release of when, where, and
 * which file exactly.
 */
export function citation(
  view: Pick<ResultsView, "language" | "text" | "consultation" | "release" | "hash"> & {
    choices: Pick<ResultsView["choices"], "ballots">;
  },
  origin: string,
  row?: ResultRow,
): string {
  const { choices, language, text, consultation, release, hash } = view;
  const { organiser, id, title, timeZone } = consultation;
  const said = (texts: typeof title) => textOf(saidIn(view, consultation, texts));
  const line = fill(text.share.cite.line, {
    title: [
      ...(organiser === undefined ? [] : [said(organiser.name)]),
      said(title),
      ...(row === undefined ? [] : [`${row.code}: ${textOf(row.said)}`]),
    ].join(". "),
    number: formatNumber(language, release.release),
    moment: formatMoment(language, release.releasedAt, timeZone),
    address:
      origin +
      (row === undefined
        ? withQuery(pathOf(RESULTS, { id }), ballotsOf(choices))
        : pathOf(RECOMMENDATION, { id, code: row.code })),
    hash: hash.slice(0, DIGITS),
    licence: licenceOf(consultation).name,
  });
  const notes = [
    ...(release.simulated ? [text.share.cite.simulated] : []),
    ...(choices.ballots === "unflagged" ? [`${text.flagged.without}.`] : []),
  ];
  return notes.length === 0 ? line : `${line}. ${notes.join(" ")}`;
}
