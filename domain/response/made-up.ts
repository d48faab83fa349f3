/** What was made up to try Kenes out, and must say so wherever it is seen. */
import type { ResponseEntry } from "./entry.ts";

/**
 * Whether anything of a consultation is made up: ballots, by its newest release, or official responses. Each
 * page and file that shows either says so.
 */
export const isMadeUp = (
  release: { simulated: boolean } | undefined,
  entries: readonly ResponseEntry[],
): boolean => release?.simulated === true || entries.some(({ madeUp }) => madeUp === true);
