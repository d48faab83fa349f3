import * as at from "../../domain/paths.ts";

/** A page, file or form for respondents and readers, which no list of endpoints has. */
export interface PageRow {
  path: string;
  /** What a form there holds when it is filled in rightly; without it there is no form. */
  form?: Readonly<Record<string, string>>;
  /** Whether it is an addressee's desk, or the way into it. */
  desk?: "in" | "at";
  /** Whether it has no page, and takes forms alone. */
  formAlone?: true;
}

/** What the chart of an address has to look like, as the app routes by it. */
const CHART = `${at.CHART}{[^/]+\\.(?:svg|png|vl\\.json)}`;

/** Every page, by its address; `tests/functions/abuse-rows.test.ts` compares them with what the app routes. */
export const PAGE_ROWS: readonly PageRow[] = [
  at.HOME,
  at.ABOUT,
  at.ACCESSIBILITY,
  at.API_PAGE,
  at.COUNCIL,
  at.HEALTH,
  at.METHODS,
  at.PRIVACY,
  at.WHO_ASKS,
  at.CALENDAR_FILE,
  at.COMPARE,
  at.FEED_ATOM,
  at.FEED_JSON,
  at.LEDGER,
  at.BRIEFING,
  at.LEDGER_PNG,
  at.LEDGER_CHART,
  at.LEDGER_SPEC,
  at.LEDGER_EMBED,
  at.LETTER,
  at.MODERATION,
  at.PAPER,
  at.PICTURE,
  at.RECOMMENDATION,
  at.RECOMMENDATION_PICTURE,
  at.RESULTS,
  CHART,
  at.CHART_CHOICE,
  at.EMBED,
  at.SHARE,
  at.SUGGESTIONS,
  at.EMBLEM,
]
  .map((path): PageRow => ({ path }))
  .concat([
    { path: at.RATE, form: { do: "review", revision: "1", receipt: "", "rating.W1": "5" } },
    { path: at.RECEIPT, form: { do: "open", receipt: "" } },
    { path: at.TRANSLATION, form: { place: "W1", text: "Unclear." } },
    { path: at.DESK_OPEN, form: { code: "0000-0000-0000-0000" }, desk: "in" },
    { path: at.DESK, form: { recommendation: "K1", status: "none" }, desk: "at" },
    { path: at.DESK_LEAVE, form: {}, desk: "at", formAlone: true },
  ]);
