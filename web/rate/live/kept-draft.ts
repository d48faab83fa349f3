import { type Fields, isField } from "./fields.ts";

/*
 * A draft on this device, only ever at the respondent's own wish, and only for a while. It holds the
 * fields of the form as they stand, with the receipt: after a crash in the middle of sending, going on
 * under another receipt would make two ballots of one.
 */

/** For how long a draft is kept after the last answer; the catalogues say so in words. */
export const DAYS_KEPT = 7;
const DAY = 86_400_000;

export interface StoredDraft {
  /** When it ends, in ms since 1970. */
  until: number;
  fields: Fields;
}

/** Under what name, here and in the tab alone. */
export const nameOf = (consultation: string) => `kenes-draft ${consultation}`;

/** Keeps a draft; says until when, in ms since 1970, or nothing when the browser keeps nothing. */
export function keepDraft(consultation: string, fields: Fields): number | undefined {
  const until = Date.now() + DAYS_KEPT * DAY;
  try {
    localStorage.setItem(
      nameOf(consultation),
      JSON.stringify({ until, fields } satisfies StoredDraft),
    );
    return until;
  } catch {
    return undefined;
  }
}

/** The draft that is kept. One whose time is over is deleted. */
export function storedDraft(consultation: string): StoredDraft | undefined {
  try {
    const stored = JSON.parse(
      localStorage.getItem(nameOf(consultation)) ?? "null",
    ) as StoredDraft | null;
    if (stored !== null && isCurrent(stored.until) && stored.fields.every(isField)) return stored;
  } catch {
    // Nothing may be kept here, or something else wrote there.
  }
  dropDraft(consultation);
  return undefined;
}

// Something else may have written in the draft's place.
const isCurrent = (until: number) => until > Date.now() && until <= Date.now() + DAYS_KEPT * DAY;

export function dropDraft(consultation: string): void {
  try {
    localStorage.removeItem(nameOf(consultation));
  } catch {
    // Where nothing can be kept, there is nothing to delete.
  }
}
