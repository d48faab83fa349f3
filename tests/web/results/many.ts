import type { Consultation } from "../../../domain/consultation/definition.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { cellOf, consultation, made, viewOf } from "./made.ts";

/* Releases for pictures of a fixed size: too many recommendations for one, and titles that are too long for it. */

const LONG =
  "Открыть реестр всех государственных закупок и объяснять каждое решение о них, пока оно ещё не принято, всем, кого оно касается, на обоих языках и понятными словами";

function manyOf(count: number, language: string, hasLongTitles = false): Consultation {
  const whole = language === "ar" ? IN_ARABIC : consultation();
  return {
    ...whole,
    release: { every: "week" },
    ...(hasLongTitles && { title: { ...whole.title, [whole.languages[0]!]: LONG, ru: LONG } }),
    recommendations: Array.from({ length: count }, (_, place) => {
      const one = whole.recommendations[place % whole.recommendations.length]!;
      const title = hasLongTitles
        ? { ...one.title, [whole.languages[0]!]: LONG, ru: LONG }
        : one.title;
      return { ...one, title, code: `R${place + 1}` };
    }),
  };
}

/** A view of so many, of which each was rated a little lower than the one before; simulated where asked for. */
export function manyView(
  language: string,
  { count = 100, hasLongTitles = false, simulated = false } = {},
) {
  const definition = manyOf(count, language, hasLongTitles);
  const rows = definition.recommendations.map((_, place) => [
    10 + 4 * place,
    60,
    80,
    120,
    10 + 4 * (count - place),
    5,
    5,
  ]);
  const cells = { public: cellOf(rows), expert: cellOf(rows.toReversed()) };
  const release = { ...made({ definition, cells, final: true }), simulated };
  return viewOf(release, { definition, language });
}
