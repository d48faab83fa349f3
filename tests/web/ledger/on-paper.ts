import { publishedLedger } from "../../../domain/ledger/published.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { saidIn, textOf } from "../../../web/language/said.tsx";
import type { LedgerView } from "../../../web/ledger/view.ts";
import { formatDay, formatMoment, formatNumber } from "../../../web/text.ts";
import { wordsOf } from "../results/made.ts";

/** What is on paper, as words. */
export const paperOf = (html: string): string =>
  wordsOf(html.slice(html.indexOf('<article class="sheet '), html.indexOf("</article>")));

/** Every number in a value, whatever it is called there. */
const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

const daysIn = (value: unknown): string[] =>
  typeof value === "string"
    ? /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? [value]
      : []
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(daysIn)
      : [];

/**
 * Every number on a sheet that is neither in the release nor in the ledger, nor counted in the ledger; dates too.
 * Names, codes, addresses and the words of the template are taken off first.
 */
export function foreignIn(html: string, view: LedgerView, release: Release): string[] {
  const { language, text, consultation, ledger } = view;
  const { letter } = text.ledger;
  const published = publishedLedger(consultation.id, ledger, true, view.newest, view.madeUp);
  const said = (texts: typeof consultation.title) => textOf(saidIn(view, consultation, texts));
  const { name, contact } = consultation.organiser!;
  const days = [...daysIn(published), ...daysIn(view.lines.map(({ promises }) => promises))];
  const known = [
    letter.asked,
    text.results.notAVote,
    text.results.chart.caveat,
    said(consultation.title),
    said(name),
    said(contact),
    "CC BY 4.0",
    ...consultation.addressees.map((one) => said(one.name)),
    ...consultation.recommendations.map(({ title }) => said(title)),
    ...days.map((day) => formatDay(language, day)),
    formatMoment(language, release.releasedAt, consultation.timeZone),
  ];
  const codes = new Set(consultation.recommendations.map(({ code }) => code));
  const bare = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((words, one) => words.replaceAll(one, " "), paperOf(html))
    .replace(/https:\S+|SHA-256 \w+/g, " ")
    .replace(/[A-Z][\d.]+/g, (code) => (codes.has(code) ? " " : code));
  const waiting = (rows: typeof published.recommendations) =>
    rows.filter(({ silence }) => silence!.answeredOn === null).length;
  const counted = published.addressees.flatMap(({ code, longest, ...one }) => {
    const own = published.recommendations.filter(({ addressee }) => addressee === code);
    const more = (longest?.codes.length ?? 0) - 5;
    return [one.recommendations, waiting(own), more, more - 1];
  });
  const told = [
    ...numbersIn(published),
    ...numbersIn(release.ballots),
    release.release,
    published.recommendations.length,
    ...counted,
  ];
  const forms = new Set(
    told.flatMap((value) => [0, 1, 2].map((decimals) => formatNumber(language, value, decimals))),
  );
  // What an axis is marked at is nobody's figure.
  for (const mark of [0, 50, 100, 150, 200]) forms.add(String(mark));
  const found = bare.match(/\d(?:[\d.,\u00A0\u202F]*\d)?/g) ?? [];
  return found.filter((number) => !forms.has(number));
}
