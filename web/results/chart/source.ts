import { LICENCE } from "../../../domain/release/licence.ts";
import { pathOf, RESULTS } from "../../../domain/paths.ts";
import { saidIn, textOf } from "../../language/said.tsx";
import { fill, formatMoment, formatNumber } from "../../text.ts";
import { nWords } from "../facts/panel-facts.ts";
import { type ResultsView, segmentWords } from "../facts/view.ts";

/**
 * What a chart has to carry when it leaves its page, a line each: what is no opinion of anybody's, what the
 * figures do not say, who took part, where it comes from, and how it may be used.
 */
export function linesBelow(view: ResultsView, origin: string): string[] {
  const { text, language, consultation, release, shown } = view;
  const { results, share } = text;
  const who = shown
    .filter((panel) => release.ballots[panel] !== null)
    .map((panel) => `${text.common.panels[panel]} (${nWords(view, panel, release.ballots[panel])})`);
  const segment = view.choices.segment;
  const group = segment && segmentWords(view, segment);
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
      ...(who.length === 0 ? [] : [fill(share.chart.tookPart, { who: who.join(", ") })]),
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
