import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Language } from "../../../domain/language.ts";
import type { Release } from "../../../domain/release/schema.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { BriefingPage } from "../../../web/ledger/briefing-page.tsx";
import { readLedgerChoices } from "../../../web/ledger/choices.ts";
import { LedgerEmbedPage } from "../../../web/ledger/embed-page.tsx";
import { LedgerPage } from "../../../web/ledger/ledger-page.tsx";
import { LetterPage } from "../../../web/ledger/letter-page.tsx";
import { ledgerView, type LedgerView } from "../../../web/ledger/view.ts";
import { answered } from "../../domain/ledger/cases.ts";
import { ASSETS, cellOf, consultation, made, standing } from "../results/made.ts";

/* Ledgers as pages: of a release of counts that a test states, 212 days after the first. */

const [SINCE, TODAY] = ["2026-03-03", "2026-10-01"];

/** The shipped consultation, no demonstration, with so many recommendations: its own, again and again. */
export function asked(count = 18, change: Partial<Consultation> = {}): Consultation {
  const { experts: _, ...shipped } = consultation({ release: { every: "week" } });
  const { recommendations } = shipped;
  return {
    ...shipped,
    ...change,
    recommendations: Array.from({ length: count }, (_one, place) => {
      const one = recommendations[place % recommendations.length]!;
      const turn = Math.floor(place / recommendations.length);
      return turn === 0 ? one : { ...one, code: `${one.code}.${turn}` };
    }),
  };
}

/** A release in which both panels rated all of it, each recommendation otherwise. */
export function ratedRelease(definition: Consultation): Release {
  const rows = definition.recommendations.map((_, place) => {
    const step = (place * 7) % 23;
    return [9 + 6 * step, 30 + 4 * step, 90, 240 - 7 * step, 130 - 4 * step, 9, 2];
  });
  const experts = rows.map((row, place) =>
    row.map((count, bin) => Math.round((count + 9 * ((place * 5 + bin) % 7)) / 8)),
  );
  return made({
    definition,
    cells: { public: cellOf(rows), expert: cellOf(experts) },
    at: "2026-09-27T09:00:30.000Z",
  });
}

/** One of everything: accepted, acknowledged, refused by a quote, by measures, promised and passed. */
export const ENTRIES: readonly ResponseEntry[] = [
  answered(1, "K1", "2026-03-20", { addressee: "K", promised: "2026-06-01" }),
  answered(2, "K3", "2026-05-05", { addressee: "K", status: "rejected" }),
  answered(3, "W1", "2026-04-14", {
    addressee: "W",
    by: "organiser",
    status: "acknowledged",
    source: { title: "Answer to a question in parliament, 14 April 2026" },
  }),
  answered(4, "K2", "2026-07-01", { addressee: "K", measure: 0, promised: "2026-12-31" }),
  answered(5, "K7", "2026-08-15", {
    addressee: "K",
    status: "in-progress",
    promised: "2027-03-01",
  }),
];

interface Seen {
  language?: Language;
  definition?: Consultation;
  release?: Release | undefined;
  entries?: readonly ResponseEntry[];
  query?: Record<string, string>;
  today?: string;
}

export function viewOfLedger({
  language = "en",
  definition = asked(),
  release,
  entries = ENTRIES,
  query = {},
  today = TODAY,
}: Seen = {}): LedgerView {
  return ledgerView({
    language,
    text: catalogueFor(language),
    origin: "https://kenes.example",
    consultation: definition,
    calendar: standing(definition, release, { at: `${today}T09:00:00.000Z` }),
    newest: release && { release, hash: "0123456789ab".repeat(5) + "cdef" },
    choices: readLedgerChoices(query, definition, release),
    firstReleasedOn: release && SINCE,
    today,
    entries,
  });
}

const html = <Props>(page: VNode<Props>) =>
  `<!doctype html>${renderToString(page as VNode<object>)}`;

export const ledgerPageOf = (view: LedgerView) => html(h(LedgerPage, { view, assets: ASSETS }));
export const ledgerEmbedOf = (view: LedgerView) =>
  html(h(LedgerEmbedPage, { view, assets: ASSETS }));
export const letterOf = (view: LedgerView, addressee: string) =>
  html(h(LetterPage, { view, assets: ASSETS, addressee }));
export const briefingOf = (view: LedgerView, addressee: string) =>
  html(h(BriefingPage, { view, assets: ASSETS, addressee }));
