import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readAssets } from "../../functions/http/assets.ts";
import { embeddedRows } from "../../web/results/share/embedded.ts";
import { built } from "../support/built.ts";
import { IN_ARABIC } from "../support/other-scripts.ts";
import { gradedRelease } from "../web/results/graded.ts";
import { consultation, embedOf, onePageOf, pageOf, viewOf } from "../web/results/made.ts";
import { crowdedCharts } from "./charts.ts";
import { newVisitor, useSite } from "./visitor.ts";

/* The numbers of a scale stand over the marks that are read by them, on every phone and elsewhere. */

const site = useSite();
const LANGUAGES = ["en", "ru", "kk", "uz", "ar"];
const WIDTHS = [320, 360, 412, 600, 1280];

interface Charts {
  /** Where the numbers of the scale are, and the drawings that belong to them. */
  scale: string;
  drawings: string;
  /** What was published of each of them. */
  means: { public: number | null; expert: number | null }[];
}

/** Marks and lines that do not stand where the numbers of their scale say. */
function displaced({ scale, drawings, means }: Charts): string[] {
  const middle = (one: Element) => {
    const { left, right } = one.getBoundingClientRect();
    return (left + right) / 2;
  };
  const numbersIn = (svg: Element) =>
    [...svg.querySelectorAll("text")]
      .filter((one) => /^[1-5]$/.test(one.textContent))
      .map((one) => middle(one));
  const charts = [...document.querySelectorAll(drawings)];
  if (charts.length !== means.length) return [`${charts.length} charts of ${means.length}`];
  return charts.flatMap((chart, place) => {
    const numbers = numbersIn(scale === "" ? chart : document.querySelector(scale)!);
    const [first, last] = [numbers[0]!, numbers[4]!];
    if (numbers.length !== 5 || Math.abs(last - first) < 150) return [`no scale over ${place}`];
    const at = (value: number) => first + ((value - 1) / 4) * (last - first);
    const lines = [...chart.querySelectorAll(".grid")].map((one) => middle(one));
    const off = lines.flatMap((line, point) =>
      Math.abs(line - at(point + 1)) > 1 ? [`line ${point + 1} of ${place}`] : [],
    );
    const marks = (["public", "expert"] as const).flatMap((panel) => {
      const mean = means[place]![panel];
      const mark = chart.querySelector(`.mark-${panel}`);
      if (mean === null || mark === null) return mean === mark ? [] : [`${panel} of ${place}`];
      const by = middle(mark) - at(mean);
      return Math.abs(by) > 1 ? [`${panel} of ${place} by ${by.toFixed(1)}`] : [];
    });
    return [...(lines.length === 5 ? [] : ["lines are missing"]), ...off, ...marks];
  });
}

test.each(LANGUAGES)(
  "marks stand where the numbers of their scale say, in %s",
  async (language) => {
    const definition = language === "ar" ? IN_ARABIC : consultation();
    const { release } = gradedRelease(definition);
    const seen = { definition, language };
    const view = viewOf(release, seen);
    const rows = view.lists.flatMap((list) => list.rows);
    const meansOf = (all: typeof rows) =>
      all.map(({ panels }) => ({ public: panels.public.mean, expert: panels.expert.mean }));
    const shown = [
      {
        html: pageOf(release, seen),
        charts: [
          {
            scale: ".overview-head svg",
            drawings: ".overview li > .chart:nth-of-type(1)",
            means: meansOf(rows),
          },
        ],
      },
      // The first, the last and the one in the middle: marks at both ends of the scale, and close together.
      ...[rows[0]!, rows[rows.length >> 1]!, rows.at(-1)!].map((row) => ({
        html: onePageOf(release, row.code, seen),
        charts: [{ scale: "", drawings: ".rating > .chart", means: meansOf([row]) }],
      })),
      {
        html: embedOf(release, seen),
        charts: [
          {
            scale: ".embed-key .chart",
            drawings: ".embed-list .chart",
            means: meansOf(embeddedRows(view)),
          },
        ],
      },
    ];

    const { page } = await newVisitor(site, { context: { bypassCSP: true } });
    const client = await built("client");
    const { readingStyle } = await readAssets(`${client}/manifest.json`);
    const css = await readFile(`${client}${readingStyle}`, "utf8");
    for (const { html, charts } of shown) {
      await page.setContent(
        `<!doctype html>${html.replace("</head>", `<style>${css}</style></head>`)}`,
      );
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        for (const one of charts) {
          expect
            .soft(await page.evaluate(displaced, one), `${one.drawings} at ${width}`)
            .toEqual([]);
        }
        expect.soft(await page.evaluate(crowdedCharts), `at ${width}`).toEqual([]);
      }
    }
  },
);
