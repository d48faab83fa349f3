import { PANELS } from "../../../domain/ballot/ballot.ts";
import type { Language } from "../../../domain/language.ts";
import { licenceOf } from "../../../domain/consultation/licence.ts";
import { isTold } from "../../../domain/release/newest.ts";
import { pathOf, RESULTS, withQuery } from "../../../domain/paths.ts";
import { saidIn, textOf } from "../../language/said.tsx";
import { fill, formatMoment, formatNumber } from "../../text.ts";
import { ballotsOf } from "../facts/choices.ts";
import { leftOutWords } from "../facts/left-out.ts";
import { nWords } from "../facts/panel-facts.ts";
import type { ResultRow } from "../facts/row.ts";
import { type ResultsView, segmentWords } from "../facts/view.ts";

/**
 * What a chart has to carry when it leaves its page, in paragraphs: what is nobody's opinion, what is drawn
 * besides, who took part and for whom that does not speak, where it comes from, and how it may be used.
 */
export function linesBelow(
  view: ResultsView,
  rows: readonly ResultRow[],
  origin: string,
): string[] {
  const { share } = view.text;
  const segment = view.choices.segment;
  const isDrawn = rows.some((row) => (row.segment?.mean ?? null) !== null);
  const group = isDrawn && segment !== undefined ? segmentWords(view, segment) : undefined;
  const leftOut = leftOutWords(view);
  return [
    ...noticesOf(view),
    ...(leftOut === undefined ? [] : [leftOut]),
    ...(group === undefined
      ? []
      : [
          fill(share.chart.group, {
            question: textOf(group.question),
            option: textOf(group.option),
          }),
        ]),
    [tookPartWords(view), view.text.results.chart.caveat].join(" ").trim(),
    ...originOf(view, origin + shownAt(view)),
  ];
}

/** The address of what is shown, with the ballots it is made of. */
export const shownAt = ({ consultation, choices }: ResultsView): string =>
  withQuery(pathOf(RESULTS, { id: consultation.id }), ballotsOf(choices));

type Of = Pick<ResultsView, "language" | "text" | "consultation" | "release">;

/** That it is nobody's opinion, or protects nobody. */
export const noticesOf = ({ text, consultation, release }: Of): string[] => [
  ...(consultation.release.every === "demonstration" ? [text.results.demonstration] : []),
  ...(release.simulated ? [text.results.simulated] : []),
];

/** How many of each panel of which anything is told took part; empty where that is not told. */
export function tookPartWords(view: Of): string {
  const { language, text, release } = view;
  const who = PANELS.filter(
    (panel) =>
      release.ballots[panel] !== null &&
      release.recommendations.some(({ panels }) => isTold(panels[panel])),
  ).map((panel) => `${text.common.panels[panel]} (${nWords(view, panel, release.ballots[panel])})`);
  return who.length === 0 ? "" : fill(text.share.chart.tookPart, { who: listed(language, who) });
}

/** Which release of what it is from, where that can be read, and how it may be used. */
export function originOf(view: Of, address: string): string[] {
  const { language, text, consultation, release } = view;
  const { chart } = text.share;
  return [
    fill(chart.source, {
      title: textOf(saidIn(view, consultation, consultation.title)),
      number: formatNumber(language, release.release),
      moment: formatMoment(language, release.releasedAt, consultation.timeZone),
      address,
    }),
    fill(chart.licence, { licence: licenceOf(consultation).name }),
  ];
}

const listed = (language: Language, all: readonly string[]): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(all);
