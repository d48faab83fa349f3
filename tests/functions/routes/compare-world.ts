import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Services } from "../../../functions/services.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { register } from "../../browser/console-releases.ts";
import { cellOf, made } from "../../web/results/made.ts";

/* Three releases of one consultation, each of the ballots before and some more, and a later wave of it. */

const TITLE = { en: "Ten years after", ru: "Десять лет спустя", kk: "Он жылдан кейін" };
/** Continues that of Kazakhstan; three of its recommendations are rated higher, the fourth asks something else. */
export const LATER: Consultation = {
  ...KAZAKHSTAN,
  id: "later",
  title: TITLE,
  continues: { consultation: KAZAKHSTAN.id },
  recommendations: KAZAKHSTAN.recommendations.map((one, place) =>
    place === 3 ? { ...one, title: { ...one.title, en: "Another matter" } } : one,
  ),
};
/** Continues nothing, and has one release. */
export const ALONE: Consultation = { ...KAZAKHSTAN, id: "alone" };
/** Continues the one that stands alone, and has no release. */
export const EMPTY: Consultation = {
  ...KAZAKHSTAN,
  id: "empty",
  continues: { consultation: ALONE.id },
};

/** Less and less urgent, but for what those think who came with that release. */
const rowsOf = (asked: Consultation, many: number, shift = 0): number[][] =>
  asked.recommendations.map((_, place) => {
    const low = Math.max(0, place - shift + ((place + many) % 3));
    return [low * many, 5 * many, 10 * many, 12 * many, (20 - low) * many, many, 0];
  });

const expertRows = (asked: Consultation) =>
  rowsOf(asked, 1)
    .toReversed()
    .map((row) => row.map((count) => Math.round(count / 2)));

/** The release of a consultation with that number; of three the last is the final one. */
export const releaseOf = (definition: Consultation, number: number, shift = 0) => ({
  ...made({
    definition: { ...definition, release: { every: "week" } },
    cells: {
      public: cellOf(rowsOf(definition, 2 + number, shift)),
      // None at first, so that nothing is told of them.
      ...(number > 1 && { expert: cellOf(expertRows(definition)) }),
    },
    turn: number,
    final: number === 3,
    at: `2026-11-${10 + 7 * number}T09:00:00.000Z`,
  }),
  release: number,
});

export async function publishCompared(services: Services): Promise<void> {
  for (const number of [1, 2, 3]) {
    await register(services, releaseOf(KAZAKHSTAN, number), number);
  }
  await register(services, { ...releaseOf(LATER, 3, 6), release: 1 }, 1);
  await register(services, releaseOf(ALONE, 1), 1);
}
