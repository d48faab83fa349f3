import { LAST_COUNTED_AT_ONCE } from "../limits.ts";
import type { SendTexts } from "./state.ts";

/** A version of a ballot, which is to be sent or has been saved. */
interface Version {
  revision: number;
  /** A ballot of the public becomes an expert's with this version. */
  moves: boolean;
  saved: boolean;
}

/** From when a version counts, as `earlierContent` has it (domain/ballot.ts), and later ones of it. */
export function changeWords(
  { changes }: Pick<SendTexts, "changes">,
  { revision, moves, saved }: Version,
): string {
  if (moves) return changes.moves;
  if (revision > LAST_COUNTED_AT_ONCE) return changes.waits;
  return saved && revision === LAST_COUNTED_AT_ONCE ? changes.last : changes.next;
}
