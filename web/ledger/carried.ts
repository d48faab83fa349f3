import { LEDGER, pathOf } from "../../domain/paths.ts";
import type { Release } from "../../domain/release/schema.ts";
import { noticesOf, originOf, tookPartWords } from "../results/chart/source.ts";
import { fill } from "../text.ts";
import type { LedgerView } from "./view.ts";
import { dayWords, findingWords } from "./words.tsx";

/** What there is to see in the ledger's picture, where it stands by itself. */
export const captionOf = (view: LedgerView): string =>
  `${findingWords(view, view.shown)} ${view.text.ledger.chart.caption}`;

/** What has to be known of it, in paragraphs. */
export function belowOf(view: LedgerView, release: Release): string[] {
  const { text, origin, consultation, choices, ledger } = view;
  const words = text.ledger;
  const of = { ...view, release };
  return [
    ...noticesOf(of),
    ...(view.madeUp ? [text.council.madeUp] : []),
    `${words.choose.explained[choices.by]} ${fill(words.chart.state, { day: dayWords(view, ledger.day) })}`,
    [tookPartWords(of), text.results.chart.caveat].join(" ").trim(),
    ...originOf(of, origin + pathOf(LEDGER, { id: consultation.id })),
  ];
}
