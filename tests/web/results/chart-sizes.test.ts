import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { isDrawable } from "../../../web/language/drawable.ts";
import { OverviewFile } from "../../../web/results/chart/overview-file.tsx";
import {
  PICTURE_SIZES,
  type PictureSize,
  pngScale,
} from "../../../web/results/chart/picture-size.ts";
import { RecommendationFile } from "../../../web/results/chart/recommendation-file.tsx";
import { saidIn, textOf } from "../../../web/language/said.tsx";
import { fill } from "../../../web/text.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { NOT_EVERYWHERE } from "./everywhere.ts";
import { wordsOf } from "./made.ts";
import { manyView } from "./many.ts";

const ORIGIN = "https://consult.example.org";
const WITH = [...LANGUAGES, "uz", "ar"];
const said = (svg: string) =>
  wordsOf(svg)
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ");
const overview = (view: ReturnType<typeof manyView>, size: PictureSize) =>
  renderToString(h(OverviewFile, { view, origin: ORIGIN, size }));
const one = (view: ReturnType<typeof manyView>, size: PictureSize) =>
  renderToString(h(RecommendationFile, { view, origin: ORIGIN, size, row: view.rows[1]! }));

describe.each(["square", "story"] as const)("a chart as a %s", (size) => {
  test.each(WITH)("has its size, and carries what it has to, in %s", (language) => {
    const view = manyView(language, { simulated: true, count: 18 });
    for (const svg of [overview(view, size), one(view, size)]) {
      expect(svg).toContain(`width="1080" height="${size === "square" ? 1080 : 1920}"`);
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
      expect(Number(height) / Number(width)).toBeCloseTo(size === "square" ? 1 : 16 / 9, 6);
      expect(NOT_EVERYWHERE.exec(svg)?.[0]).toBeUndefined();
      expect(isDrawable(svg)).toBe(true);
      const { text } = view;
      for (const words of [
        textOf(saidIn(view, view.consultation, view.consultation.title)),
        `${ORIGIN}/c/${view.consultation.id}/results`,
        "CC BY 4.0",
        text.results.simulated,
        text.results.chart.caveat,
        `${text.common.panels.public} (n ≈ `,
      ]) {
        // An address that is longer than a line goes on in the next.
        expect(said(svg).replaceAll(" ", "")).toContain(words.replaceAll(" ", ""));
      }
    }
  });

  test.each([5, 18, 100])("of %i recommendations shows those that fit, and says so", (count) => {
    const view = manyView("en", { count });
    const svg = overview(view, size);
    const drawn = view.rows.filter(({ code }) => new RegExp(`>${code} `).test(svg));
    const marks = svg.match(/fill="#3b4cb8"/g)!.length;
    expect(marks).toBe(drawn.length);
    // The first in the order of the page.
    expect(drawn.map(({ code }) => code)).toEqual(
      view.lists[0]!.rows.slice(0, drawn.length).map(({ code }) => code),
    );
    const words = fill(view.text.share.chart.some, { shown: drawn.length, count });
    expect(said(svg).includes(words)).toBe(drawn.length < count);
    expect(drawn.length).toBeGreaterThanOrEqual(5);
    if (count === 5) expect(drawn).toHaveLength(5);
    // Letters as large as may be, and none so small that nobody reads them on a phone.
    const [, width] = /viewBox="0 0 ([\d.]+)/.exec(svg)!;
    expect(Number(width)).toBeLessThanOrEqual(720);
  });

  test("makes its letters smaller before it leaves out what has to be known", () => {
    const view = manyView("ru", { hasLongTitles: true, simulated: true });
    const svg = overview(view, size);
    expect(said(svg)).toContain(view.text.results.simulated);
    expect(said(svg)).toContain("CC BY 4.0");
    expect(view.rows.filter(({ code }) => svg.includes(`>${code} `)).length).toBeGreaterThan(3);
    expect(said(one(view, size))).toContain("CC BY 4.0");
  });
});

test("what is isolated in one line is ended there, and begins anew in the next", () => {
  for (const size of PICTURE_SIZES) {
    const svg = one(manyView("ar", { simulated: true }), size);
    for (const [, words = ""] of svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)) {
      let open = 0;
      for (const letter of words) {
        if ("\u2066\u2067\u2068".includes(letter)) open += 1;
        if (letter === "\u2069") open -= 1;
        expect(open, words).toBeGreaterThanOrEqual(0);
      }
      expect(open, words).toBe(0);
    }
  }
});

test("a PNG is at least 1080 pixels wide, and no picture has more pixels than are made", () => {
  for (const size of PICTURE_SIZES) {
    const svg = overview(manyView("en", { count: 18 }), size);
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
    const scale = pngScale(size);
    expect(scale * Number(width)).toBeGreaterThanOrEqual(1080);
    expect(scale ** 2 * Number(width) * Number(height)).toBeLessThanOrEqual(6_000_000);
  }
});
