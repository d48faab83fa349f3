import { isAnswered, type LedgerRow } from "../../domain/ledger/ledger.ts";
import { panelsOf } from "../../domain/ledger/places.ts";
import { pathOf, RECOMMENDATION } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { formatMean } from "../results/facts/format.ts";
import { nWords } from "../results/facts/panel-facts.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import { fill, formatDay, formatNumber, plural } from "../text.ts";
import type { LedgerLine, LedgerView } from "./view.ts";

/** So many days; the mean of two middle ones may end in a half. */
export const daysWords = ({ language, text }: Reader, days: number): string =>
  plural(language, text.ledger.days, days, {
    count: formatNumber(language, days, Number.isInteger(days) ? 0 : 1),
  });

export const dayWords = ({ language }: Pick<Reader, "language">, day: string): string =>
  formatDay(language, day);

/** For how long there was no answer, with its dates; before the first release, whether there is one. */
export function silentWords(view: Reader, row: LedgerRow): string | undefined {
  const words = view.text.ledger.silence;
  const { silence, status } = row;
  if (silence === undefined) return status === "no-answer" ? words.before : undefined;
  const days = daysWords(view, silence.days);
  const since = dayWords(view, silence.since);
  if (silence.answeredOn === undefined) {
    return fill(status === "no-answer" ? words.waiting : words.waitingStill, { since, days });
  }
  const on = dayWords(view, silence.answeredOn);
  return fill(silence.days === 0 ? words.early : words.answered, { on, days });
}

/** How many are waiting for an answer. */
export const waitingIn = (rows: readonly LedgerRow[]): number =>
  rows.filter((row) => !isAnswered(row)).length;

/** What there is to see in some lines of the ledger: how many are answered, and the longest silence. */
export function findingWords(view: LedgerView, lines: readonly LedgerRow[]): string {
  const { found, foundAll } = view.text.ledger.chart;
  const waiting = lines.filter((row) => !isAnswered(row));
  const number = (value: number) => formatNumber(view.language, value);
  const count = number(lines.length);
  if (waiting.length === 0) return fill(foundAll, { count });
  const most = Math.max(...waiting.map(({ silence }) => silence?.days ?? 0));
  const answered = number(lines.length - waiting.length);
  return fill(found, { answered, count, days: daysWords(view, most) });
}

/** A link to the page of a recommendation, by its code. */
export const CodeLink = ({ view, line }: { view: LedgerView; line: LedgerLine }) => (
  <a
    class="code"
    href={pathOf(RECOMMENDATION, {
      id: view.consultation.id,
      code: line.code,
      lang: view.language,
    })}
  >
    {line.code}
  </a>
);

/** The means that an order goes by, each with its mark and its n; those that are told. */
export function Ratings({ view, line }: { view: LedgerView; line: LedgerLine }) {
  const { newest, text, choices, orders } = view;
  if (newest === undefined) return null;
  const { release } = newest;
  const written = { ...view, release };
  const told = panelsOf(orders.includes("both") ? "both" : choices.by).filter(
    (panel) => line.panels[panel].mean !== null,
  );
  if (told.length === 0) return <>{text.ledger.table.untold}</>;
  return (
    <>
      {told.map((panel) => {
        const figures = line.panels[panel];
        return (
          <span key={panel} class="ledger-rating">
            <PanelMark panel={panel} />{" "}
            <span class="visually-hidden">{text.common.panels[panel]} </span>
            <b>{formatMean(written, figures, figures.mean!)}</b>{" "}
            <span class="hint">{nWords(written, panel, figures.rated)}</span>
          </span>
        );
      })}
    </>
  );
}
