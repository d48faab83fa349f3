import { LAST_COUNTED_AT_ONCE } from "../answers/limits.ts";
import type { SendTexts } from "./state.ts";

/**
 * From when a version counts, as `earlierContent` has it (domain/ballot/ballot.ts), and later ones of it.
 * `moves`: a ballot of the public becomes an expert's with this version. `saved`: it is not to be sent any more.
 */
export function changeWords(
  { changes }: Pick<SendTexts, "changes">,
  revision: number,
  moves: boolean,
  saved: boolean,
): string {
  if (moves) return changes.moves;
  if (revision > LAST_COUNTED_AT_ONCE) return changes.waits;
  return saved && revision === LAST_COUNTED_AT_ONCE ? changes.last : changes.next;
}
