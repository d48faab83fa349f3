import type { Language } from "../../../domain/language.ts";
import { LICENCE } from "../../../domain/release/licence.ts";
import { pathOf, RESULTS } from "../../../domain/paths.ts";
import { saidIn, textOf } from "../../language/said.tsx";
import { fill, formatMoment, formatNumber } from "../../text.ts";
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
  const { text, language, consultation, release, shown } = view;
  const { results, share } = text;
  const who = shown
    .filter((panel) => release.ballots[panel] !== null)
    .map(
      (panel) => `${text.common.panels[panel]} (${nWords(view, panel, release.ballots[panel])})`,
    );
  const segment = view.choices.segment;
  const isDrawn = rows.some((row) => (row.segment?.mean ?? null) !== null);
  const group = isDrawn && segment !== undefined ? segmentWords(view, segment) : undefined;
  return [
    ...(consultation.release.every === "demonstration" ? [results.demonstration] : []),
    ...(release.simulated ? [results.simulated] : []),
    ...(group === undefined
      ? []
      : [
          fill(share.chart.group, {
            question: textOf(group.question),
            option: textOf(group.option),
          }),
        ]),
    [
      ...(who.length === 0 ? [] : [fill(share.chart.tookPart, { who: listed(language, who) })]),
      results.chart.caveat,
    ].join(" "),
    fill(share.chart.source, {
      title: textOf(saidIn(view, consultation, consultation.title)),
      number: formatNumber(language, release.release),
      moment: formatMoment(language, release.releasedAt, consultation.timeZone),
      address: origin + pathOf(RESULTS, { id: consultation.id }),
    }),
    fill(share.chart.licence, { licence: LICENCE.name }),
  ];
}

const listed = (language: Language, all: readonly string[]): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(all);
