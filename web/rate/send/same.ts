import type { ReadBack } from "../../../domain/api.ts";
import type { UncheckedBallot } from "../answers/form.ts";

type Said = Pick<UncheckedBallot, "language" | "ratings" | "about" | "first" | "positions">;

/** Whether what the server has stored is what was sent. Only then a page may say "saved". */
export const sameAsSent = (sent: UncheckedBallot, stored: ReadBack): boolean =>
  canonical(sent) === canonical(stored) &&
  // Of an expert no channel is kept.
  (stored.panel === "expert" || sent.channel === stored.channel);

const canonical = (said: Said): string =>
  JSON.stringify([
    said.language,
    sorted(said.ratings),
    sorted(said.about),
    [...said.first].sort(),
    said.positions ?? [],
  ]);

const sorted = (values: Record<string, unknown>) =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
