import { execFileSync } from "node:child_process";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { pngOf } from "../../../functions/picture/png.ts";
import { OverviewFile } from "../../../web/results/chart/overview-file.tsx";
import { RecommendationFile } from "../../../web/results/chart/recommendation-file.tsx";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { gradedRelease } from "../../web/results/graded.ts";
import { consultation, viewOf } from "../../web/results/made.ts";
import { readPng } from "./read-png.ts";

/* Where another program is there that draws charts, it draws them as we do. */

const hasLibrsvg = (() => {
  try {
    execFileSync("rsvg-convert", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** In which columns and lines a picture has the colours of either panel, in its own pixels. */
function marksIn(png: Uint8Array): Record<string, number[]> {
  const { width, pixels } = readPng(png);
  const found: Record<string, number[]> = {};
  for (const [panel, colour] of [
    ["public", [0x3b, 0x4c, 0xb8]],
    ["expert", [0xb3, 0x52, 0x0b]],
  ] as const) {
    let [left, right, top, bottom] = [Infinity, 0, Infinity, 0];
    for (let at = 0; at < pixels.length; at += 4) {
      if (colour.some((value, channel) => pixels[at + channel] !== value)) continue;
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    found[panel] = [left, right, top, bottom];
  }
  return found;
}

test.skipIf(!hasLibrsvg)(
  "librsvg puts the marks where we do (without rsvg-convert, of Debian's librsvg2-bin, this is skipped)",
  async () => {
    const origin = "https://kenes.example";
    const viewIn = (language: string, definition: Consultation) =>
      viewOf(gradedRelease(definition).release, { definition, language });
    const [left, right] = [viewIn("ru", consultation()), viewIn("ar", IN_ARABIC)];
    for (const svg of [
      renderToString(h(OverviewFile, { view: right, origin })),
      renderToString(h(RecommendationFile, { view: left, origin, row: left.rows[1]! })),
    ]) {
      const theirs = marksIn(execFileSync("rsvg-convert", [], { input: svg }));
      const ours = marksIn(await pngOf(svg, 1));
      for (const panel of ["public", "expert"]) {
        for (const [side, place] of ours[panel]!.entries()) {
          expect(place).toBeGreaterThan(0);
          expect(Math.abs(place - theirs[panel]![side]!), panel).toBeLessThanOrEqual(1);
        }
      }
    }
  },
);
