/**
 * The council: over all consultations of an installation, which addressee answers and which is silent. A pure
 * function of their ledgers, from the day of each one's first release on.
 */
import type { Consultation } from "../consultation/definition.ts";
import type { Texts } from "../language.ts";
import { isAnswered, type Ledger, type LedgerRow, medianOf } from "../ledger/ledger.ts";

/** A consultation with its ledger. */
export interface Recorded {
  definition: Pick<Consultation, "id" | "languages" | "organiser" | "addressees">;
  ledger: Ledger;
  /** Whether answers or ballots in it were made up, to try things out. */
  madeUp: boolean;
}

/** What an addressee is asked in one consultation. */
interface AskedIn {
  consultation: string;
  /** Its code there. */
  code: string;
}

/** Recommendations of one consultation. */
export interface Codes {
  consultation: string;
  codes: string[];
}

export interface CouncilAddressee {
  name: Texts;
  /** The languages of the newest consultation that asks it; the first is the one of its name. */
  languages: readonly string[];
  /** Who asks, where that is said. */
  askedBy: Texts | undefined;
  asked: AskedIn[];
  recommendations: number;
  answered: number;
  /** Median of the days without an answer over all its recommendations, answered or not. */
  medianDays: number;
  /** The longest silence that lasts, and what has waited so long; `null` where all is answered. */
  longest: { days: number; waiting: Codes[] } | null;
  /** What was promised by a day that has passed, with nothing after it: one code a promise. */
  passed: Codes[];
  madeUp: boolean;
}

/**
 * The addressees of all consultations that have a release, the longest silence first. To add one body's
 * silence to another's accuses somebody of what they did not do: so only those are counted together that the
 * same asker calls by the same code and the same name, in the same original language, and never what was
 * made up with what was not (docs/decisions/032-council-and-waves.md).
 */
export function councilOf(all: readonly Recorded[]): CouncilAddressee[] {
  const bodies = Map.groupBy(
    all.filter(({ ledger }) => ledger.since !== undefined).flatMap(partsOf),
    bodyOf,
  );
  return [...bodies.values()].map(addresseeOf).toSorted(longestFirst);
}

/** An addressee in one consultation, with its rows of the ledger. */
interface Part extends AskedIn {
  of: Recorded;
  name: Texts;
  rows: readonly LedgerRow[];
}

const partsOf = (of: Recorded): Part[] =>
  of.definition.addressees
    .map(({ code, name }) => ({
      of,
      code,
      name,
      consultation: of.definition.id,
      rows: of.ledger.rows.filter((row) => row.addressee === code),
    }))
    .filter(({ rows }) => rows.length > 0);

/** What tells one body from every other; of an unnamed asker each consultation is by itself. */
function bodyOf({ of: { definition, madeUp }, code, name }: Part): string {
  const original = definition.languages[0]!;
  const asker = definition.organiser?.name?.[original];
  return JSON.stringify([original, code, name[original], asker ?? { only: definition.id }, madeUp]);
}

function addresseeOf(parts: readonly Part[]): CouncilAddressee {
  const newest = parts.at(-1)!;
  const rows = parts.flatMap((part) => part.rows);
  const days = rows.map(({ silence }) => silence!.days).toSorted((a, b) => a - b);
  const waiting = rows.filter((row) => !isAnswered(row));
  const most = Math.max(...waiting.map(({ silence }) => silence!.days));
  const codes = (of: (row: LedgerRow) => string[]): Codes[] =>
    parts
      .map(({ consultation, rows: own }) => ({ consultation, codes: own.flatMap(of) }))
      .filter((one) => one.codes.length > 0);
  return {
    name: newest.name,
    languages: newest.of.definition.languages,
    askedBy: newest.of.definition.organiser?.name,
    asked: parts.map(({ consultation, code }) => ({ consultation, code })),
    recommendations: rows.length,
    answered: rows.length - waiting.length,
    medianDays: medianOf(days)!,
    longest:
      waiting.length === 0
        ? null
        : {
            days: most,
            waiting: codes((row) =>
              !isAnswered(row) && row.silence!.days === most ? [row.code] : [],
            ),
          },
    passed: codes(({ code, promises }) =>
      promises.filter(({ state }) => state === "passed").map(() => code),
    ),
    madeUp: newest.of.madeUp,
  };
}

/** Of as long a silence, who has more unanswered first; then by name, so that the order is the same each time. */
function longestFirst(one: CouncilAddressee, other: CouncilAddressee): number {
  const [a, b] = [one.longest?.days ?? -1, other.longest?.days ?? -1];
  const left = ({ recommendations, answered }: CouncilAddressee) => recommendations - answered;
  const text = ({ name, languages, asked }: CouncilAddressee) =>
    `${name[languages[0]!]} ${asked[0]!.consultation}`;
  return b - a || left(other) - left(one) || (text(one) < text(other) ? -1 : 1);
}
