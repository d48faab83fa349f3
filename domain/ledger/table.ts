import type { Release } from "../release/schema.ts";
import type { CellValue, Row } from "../release/table.ts";
import type { ResponseStatus } from "../response/status.ts";
import type { Ledger, LedgerRow } from "./ledger.ts";

/** The columns of the ledger's table, in order. Names and places stay as they are: new ones come at the end. */
export const LEDGER_COLUMNS = [
  "consultation",
  "day",
  "release",
  "released_at",
  "simulated",
  "code",
  "addressee",
  "title",
  "addressee_name",
  "place_both",
  "place_public",
  "place_expert",
  "rated_public",
  "mean_public",
  "rated_expert",
  "mean_expert",
  "status",
  "status_name",
  "answer_day",
  "recorded_by",
  "source",
  "measures",
  "measures_answered",
  "silent_since",
  "answered_on",
  "days_without_answer",
  "promised",
  "promises_passed",
  "made_up",
] as const;
type Column = (typeof LEDGER_COLUMNS)[number];

/** What of a row is words, in the language of whoever asks. */
export interface LedgerWords {
  title: (code: string) => string;
  addressee: (code: string) => string;
  status: (status: ResponseStatus) => string;
}

/** The ledger as a tidy table, a row for each recommendation, in its order. What is not told is an empty cell. */
export function ledgerRows(
  consultation: string,
  ledger: Ledger,
  release: Release | undefined,
  words: LedgerWords,
  madeUp: boolean,
): CellValue[][] {
  return ledger.rows.map((row) => {
    const whole: Row<Column> = {
      consultation,
      day: ledger.day,
      release: release?.release ?? null,
      released_at: release?.releasedAt ?? null,
      simulated: release?.simulated ?? null,
      made_up: madeUp,
      title: words.title(row.code),
      addressee_name: words.addressee(row.addressee),
      status_name: words.status(row.status),
      ...cellsOf(row),
    };
    return LEDGER_COLUMNS.map((column) => {
      const value = whole[column] ?? "";
      return typeof value === "boolean" ? String(value) : value;
    });
  });
}

function cellsOf({ panels, places, answer, silence, promises, ...row }: LedgerRow): Row<Column> {
  const coming = promises.find(({ state }) => state === "coming");
  const passed = promises.filter(({ state }) => state === "passed");
  return {
    code: row.code,
    addressee: row.addressee,
    place_both: places.both,
    place_public: places.public,
    place_expert: places.expert,
    rated_public: panels.public.rated,
    mean_public: panels.public.mean,
    rated_expert: panels.expert.rated,
    mean_expert: panels.expert.mean,
    status: row.status,
    answer_day: answer?.day ?? null,
    recorded_by: answer?.by ?? null,
    source: answer?.source?.title ?? null,
    measures: row.measures.of,
    measures_answered: row.measures.answered,
    silent_since: silence?.since ?? null,
    answered_on: silence?.answeredOn ?? null,
    days_without_answer: silence?.days ?? null,
    promised: coming?.day ?? null,
    promises_passed: passed.map(({ day }) => day).join(" "),
  };
}
