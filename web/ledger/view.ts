import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type Ledger, type LedgerRow, ledgerOf } from "../../domain/ledger/ledger.ts";
import { prioritiesIn, type Priority, TOP } from "../../domain/ledger/places.ts";
import { LEDGER, pathOf } from "../../domain/paths.ts";
import type { Release } from "../../domain/release/schema.ts";
import { isMadeUp } from "../../domain/response/made-up.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import type { Reader } from "../language/reader.ts";
import { type Said, saidIn } from "../language/said.tsx";
import { ledgerQuery, type LedgerChoices } from "./choices.ts";

/** A row of the ledger with its wording. */
export interface LedgerLine extends LedgerRow {
  said: Said;
  name: Said;
}

/** The newest release of a consultation, with the hash of its bytes. */
export interface Newest {
  release: Release;
  hash: string;
}

/** What every part of the ledger's pages is made from. */
export interface LedgerView extends Reader {
  /** Under which address people find this installation. */
  origin: string;
  consultation: Consultation;
  calendar: Calendar;
  /** `undefined` before the first release. */
  newest: Newest | undefined;
  choices: LedgerChoices;
  /** Whether ballots or official responses were made up to try Kenes out. */
  madeUp: boolean;
  /** The orders that the release allows, the one to begin with first; none: nothing of priority is told. */
  orders: readonly Priority[];
  ledger: Ledger;
  /** Every recommendation in order, and those that the choices leave. */
  lines: readonly LedgerLine[];
  shown: readonly LedgerLine[];
}

interface Given extends Reader {
  origin: string;
  consultation: Consultation;
  calendar: Calendar;
  newest: Newest | undefined;
  choices: LedgerChoices;
  /** The day of the first release, and today, by the consultation's calendar. */
  firstReleasedOn: string | undefined;
  today: string;
  entries: readonly ResponseEntry[];
}

/** Makes the ledger, and puts it beside the wording of its consultation. */
export function ledgerView({ firstReleasedOn, today, entries, ...given }: Given): LedgerView {
  const { consultation, newest, choices } = given;
  const { by, addressee, status } = choices;
  const release = newest?.release;
  const ledger = ledgerOf({ consultation, release, firstReleasedOn, entries, today, by });
  const titles = new Map(consultation.recommendations.map(({ code, title }) => [code, title]));
  const names = new Map(consultation.addressees.map(({ code, name }) => [code, name]));
  const lines = ledger.rows.map((row): LedgerLine => ({
    ...row,
    said: saidIn(given, consultation, titles.get(row.code)!),
    name: saidIn(given, consultation, names.get(row.addressee)!),
  }));
  const isLeft = (line: LedgerLine): boolean =>
    (addressee === undefined || line.addressee === addressee) &&
    (status === undefined || line.status === status);
  const madeUp = isMadeUp(release, entries);
  return {
    ...given,
    madeUp,
    orders: prioritiesIn(release),
    ledger,
    lines,
    shown: lines.filter(isLeft),
  };
}

/** The address of this page, or of another of the ledger, with these choices instead of the present ones. */
export function ledgerAddress(
  { consultation, language, choices, newest }: LedgerView,
  change: Partial<LedgerChoices> = {},
  path: string = LEDGER,
  addressee?: string,
): string {
  const query = ledgerQuery({ ...choices, ...change }, newest?.release);
  const { id } = consultation;
  return `${pathOf(path, { id, addressee })}?${new URLSearchParams({ ...query, lang: language }).toString()}`;
}

/** The ten highest, and those that share the tenth place; or the first ten where no place is told. */
export function highestOf({ choices: { by }, lines }: LedgerView): readonly LedgerLine[] {
  const top = lines.filter(({ places }) => (places[by] ?? Infinity) <= TOP);
  return top.length === 0 ? lines.slice(0, TOP) : top;
}
