import { renderToString } from "preact-render-to-string";
import { h } from "preact";
import { expect, test } from "vitest";
import { OverviewFile } from "../../../web/results/chart/overview-file.tsx";
import { RecommendationFile } from "../../../web/results/chart/recommendation-file.tsx";
import { IN_ARABIC, IN_BASQUE } from "../../support/other-scripts.ts";
import { organisersTexts, textsOf, wronglyMarked } from "../../support/said-in.ts";
import { gradedRelease } from "./graded.ts";
import { embedOf, onePageOf, pageOf, viewOf } from "./made.ts";

/* Results read in a language of either direction, where some texts are in another. */

const READ = [
  ["ar", IN_ARABIC],
  ["en", IN_ARABIC],
  ["eu", IN_BASQUE],
] as const;

test.each(READ)("each text is marked with its language, read in %s", (language, definition) => {
  const texts = organisersTexts(definition, definition.languages);
  const { release, segment } = gradedRelease(definition);
  const query = { by: "addressee", segment, sort: "catalogue" };
  const seen = { definition, language, query };
  const [, one, other] = definition.recommendations;
  const all = definition.recommendations.length;
  for (const [html, least] of [
    [pageOf(release, { definition, language }), all],
    [pageOf(release, seen), all],
    [embedOf(release, { definition, language }), all],
    // Title, statement, consultation, addressee, source.
    [onePageOf(release, one!.code, seen), 5],
    [onePageOf(release, other!.code, seen), 5],
  ] as const) {
    const { found, wrong } = wronglyMarked(html, texts);
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(least);
    expect(html).not.toContain("UTC");
  }
});

test.each(READ)(
  "a chart as a file says in which language each text is, read in %s",
  (language, definition) => {
    const view = viewOf(gradedRelease(definition).release, { definition, language });
    const row = view.rows[1]!;
    for (const svg of [
      renderToString(h(OverviewFile, { view, origin: "https://kenes.example" })),
      renderToString(h(RecommendationFile, { view, origin: "https://kenes.example", row })),
    ]) {
      const title = definition.recommendations[1]!.title[definition.languages[0]!]!;
      const all = textsOf(svg).filter(({ text }) => text.includes(title));
      for (const { lang } of all) expect(lang).toBe(definition.languages[0]);
      // Another direction within the line stays where the line begins.
      const { text } = all.at(-1)!;
      expect(/\u2068.*\u2069/.test(text)).toBe(language !== "ar");
      expect(/^\u2067.*\u2069$/.test(text)).toBe(language === "ar");
    }
  },
);

test("what is first stands where lines begin: in Arabic on the right", () => {
  const at = (language: string) => {
    const view = viewOf(gradedRelease(IN_ARABIC).release, { definition: IN_ARABIC, language });
    const svg = renderToString(h(OverviewFile, { view, origin: "https://kenes.example" }));
    const points = /<text [^>]*x="([\d.]+)"[^>]*text-anchor="middle">\u2067?\d\u2069?</g;
    return [...svg.matchAll(points)].map(([, x]) => Number(x));
  };
  const [ltr, rtl] = [at("en"), at("ar")];
  expect(ltr).toEqual(ltr.toSorted((a, b) => a - b));
  expect(ltr).toHaveLength(5);
  // The means have 310 pixels.
  for (const [place, x] of rtl.entries()) expect(x).toBeCloseTo(310 - ltr[place]!, 1);
});
