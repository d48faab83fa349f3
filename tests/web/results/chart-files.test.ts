import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { isDrawable } from "../../../web/language/drawable.ts";
import { OverviewFile } from "../../../web/results/chart/overview-file.tsx";
import { RecommendationFile } from "../../../web/results/chart/recommendation-file.tsx";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { NOT_EVERYWHERE } from "./everywhere.ts";
import { gradedRelease } from "./graded.ts";
import { consultation, viewOf, wordsOf } from "./made.ts";

const ORIGIN = "https://consult.example.org";

const filesOf = (language: string, simulated: boolean) => {
  const definition = language === "ar" ? IN_ARABIC : consultation();
  const { release, segment } = gradedRelease(definition);
  const told = { ...release, simulated };
  const view = viewOf(told, { definition, language, query: { segment } });
  return {
    view,
    files: [
      renderToString(h(OverviewFile, { view, origin: ORIGIN })),
      renderToString(h(RecommendationFile, { view, origin: ORIGIN, row: view.rows[1]! })),
    ],
  };
};

test.each([...LANGUAGES, "ar"])(
  "a chart as a file has nothing that a program may not know, and is all drawable, in %s",
  (language) => {
    for (const svg of filesOf(language, false).files) {
      expect(NOT_EVERYWHERE.exec(svg)?.[0]).toBeUndefined();
      expect(svg.indexOf("<svg", 1)).toBe(-1);
      expect(isDrawable(svg)).toBe(true);
    }
  },
);

test.each([...LANGUAGES, "ar"])(
  "it says what it is, where it comes from, of how many, and how it may be used, in %s",
  (language) => {
    for (const simulated of [false, true]) {
      const { view, files } = filesOf(language, simulated);
      const { text, consultation: asked } = view;
      const { results, common } = text;
      for (const svg of files) {
        // Lines end wherever there is no room left.
        const said = wordsOf(svg)
          .replace(/[\u2066-\u2069]/g, "")
          .replace(/\s+/g, " ");
        const expected = [
          asked.title[language]!,
          `${ORIGIN}/c/${asked.id}/results`,
          "CC BY 4.0",
          results.chart.caveat,
          `${common.panels.public} (n ≈ 105)`,
          `${common.panels.expert} (n `,
        ];
        for (const one of expected) expect(said).toContain(one);
        expect(said.includes(results.simulated)).toBe(simulated);
        // Nothing of the group was published, so no triangle is drawn and none explained.
        expect(said).not.toContain(text.share.chart.group.split(":")[0]);
      }
    }
  },
);

test("a demonstration says so", () => {
  const definition = consultation();
  expect(definition.release.every).toBe("demonstration");
  for (const svg of filesOf("en", false).files) {
    expect(wordsOf(svg)).toContain(CATALOGUES.en.results.demonstration);
  }
});
