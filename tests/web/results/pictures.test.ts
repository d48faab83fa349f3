import { expect, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { cellOf, embedOf, made, onePageOf, pageOf, withFew, wordsOf } from "./made.ts";

/* What the drawings of a page say to who does not see them. */

const definition = withFew(3, { release: { every: "week" } });
/** One recommendation that many rated, one that nearly nobody did, one that nobody did. */
const uneven = made({
  definition,
  cells: {
    public: cellOf([
      [4, 6, 15, 40, 35, 0, 0],
      [0, 1, 1, 2, 0, 60, 36],
      [0, 0, 0, 0, 0, 50, 50],
    ]),
  },
});

test.each(LANGUAGES)(
  "every picture has a name where some means are not told, in %s",
  (language) => {
    const seen = { definition, language };
    const first = definition.recommendations[0]!.code;
    for (const html of [
      pageOf(uneven, seen),
      embedOf(uneven, seen),
      onePageOf(uneven, first, seen),
    ]) {
      const pictures = html.match(/<svg[^>]*>/g) ?? [];
      const named = pictures.filter((one) => one.includes('role="img"'));
      expect(named.length).toBeGreaterThan(0);
      for (const one of named) expect(one).toMatch(/aria-label="[^"]+"/);
    }
  },
);

test.each(LANGUAGES)("beside an empty picture stands why it is empty, in %s", (language) => {
  const html = pageOf(uneven, { definition, language });
  const rows = html.match(/<span class="overview-values">.*?<\/span>/g)!.map(wordsOf);
  expect(rows).toHaveLength(3);
  const { panels } = CATALOGUES[language].common;
  for (const row of rows) expect(row.length).toBeGreaterThan(panels.public.length + 5);
});
