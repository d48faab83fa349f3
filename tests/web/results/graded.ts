import type { Consultation } from "../../../domain/consultation/definition.ts";
import { cellOf, made } from "./made.ts";

/** From the first to the last recommendation less and less urgent. */
export const gradedRelease = (definition: Consultation) => {
  const rows = definition.recommendations.map((_, place) => [
    place * 9,
    5,
    10,
    20,
    70 - place * 9,
    0,
    0,
  ]);
  const [question] = definition.about;
  const segment = `${question!.code}:${question!.options[0]!.code}`;
  const cell = cellOf(rows, { first: rows.map(([low]) => low!), choosers: 60 });
  return {
    segment,
    release: made({
      definition: { ...definition, release: { every: "week", groups: 30 } },
      cells: { public: cell, expert: cellOf(rows.toReversed()) },
      segments: {},
      final: true,
    }),
  };
};
