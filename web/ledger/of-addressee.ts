import { isAnswered, type AddresseeSummary } from "../../domain/ledger/ledger.ts";
import { type Said, saidIn } from "../language/said.tsx";
import type { LedgerLine, LedgerView, Newest } from "./view.ts";

/** How many of an addressee's highest a letter names; with ties, so many at most. */
const [HIGHEST, WITH_TIES] = [5, 8];

/** What a letter or a briefing to one addressee is made from; only after the first release. */
export interface AddresseeView {
  view: LedgerView;
  newest: Newest;
  /** The day from which days are counted. */
  since: string;
  name: Said;
  summary: AddresseeSummary;
  /** All that is addressed to it, in order; and what of that waits. */
  own: readonly LedgerLine[];
  waiting: readonly LedgerLine[];
  /** Those of its own with the highest priority, where any is told. */
  highest: readonly LedgerLine[];
  /** Those of its own that have waited longest, all equally long. */
  longest: readonly LedgerLine[];
}

/** Narrows a ledger to an addressee of the consultation; `undefined` before the first release. */
export function ofAddressee(view: LedgerView, code: string): AddresseeView | undefined {
  const { newest, ledger, lines } = view;
  const { since } = ledger;
  if (newest === undefined || since === undefined) return undefined;
  const summary = ledger.addressees.find((one) => one.code === code)!;
  const own = lines.filter(({ addressee }) => addressee === code);
  return {
    view,
    newest,
    since,
    name: nameOf(view, code),
    summary,
    own,
    waiting: own.filter((line) => !isAnswered(line)),
    highest: highestIn(view, own),
    longest: own.filter((line) => summary.longest?.codes.includes(line.code)),
  };
}

/** What an addressee is called. */
export const nameOf = (view: LedgerView, code: string): Said =>
  saidIn(
    view,
    view.consultation,
    view.consultation.addressees.find((one) => one.code === code)!.name,
  );

/** The five highest, and those that share the fifth place with them, unless they are too many to be named. */
function highestIn({ choices }: LedgerView, own: readonly LedgerLine[]): LedgerLine[] {
  const told = own.filter(({ places }) => places[choices.by] !== null);
  const last = told[HIGHEST - 1]?.places[choices.by] ?? Infinity;
  const withTies = told.filter(({ places }) => places[choices.by]! <= last);
  return withTies.length > WITH_TIES ? told.slice(0, HIGHEST) : withTies;
}
