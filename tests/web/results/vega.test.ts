import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { beforeAll, describe, expect, test } from "vitest";
import type { Release } from "../../../domain/release/schema.ts";
import { ledgerSpec } from "../../../web/ledger/ledger-spec.ts";
import type { ResultsView } from "../../../web/results/facts/view.ts";
import { overviewSpec, recommendationSpec } from "../../../web/results/vega/chart-specs.ts";
import type { Spec } from "../../../web/results/vega/spec.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { asked, ENTRIES, ratedRelease, viewOfLedger } from "../ledger/given.ts";
import { gradedRelease } from "./graded.ts";
import { cellOf, consultation, made, viewOf, withFew } from "./made.ts";

/* Charts as specifications: valid by the schema that Vega-Lite publishes, drawn by Vega, with the released figures. */

const ORIGIN = "https://consult.example.org";
let faultsOf: (spec: Spec) => unknown[];

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
  const schema = JSON.parse(await readFile(path, "utf8")) as object;
  const validate = new Ajv({ strict: false, allErrors: false, logger: false })
    // A format that the schema names and that is checked by what it is used for.
    .addFormat("color-hex", /^#[0-9a-f]{3,8}$/i)
    .addFormat("uri-reference", true)
    .addFormat("uri", true)
    .compile(schema);
  faultsOf = (spec) => (validate(JSON.parse(JSON.stringify(spec))) ? [] : validate.errors!);
});

function viewIn(language: string, change: Partial<Release> = {}): ResultsView {
  const definition = language === "ar" ? IN_ARABIC : consultation();
  const release = { ...gradedRelease(definition).release, ...change };
  return viewOf(release, { definition, language });
}

const specsOf = (view: ResultsView): Spec[] => [
  overviewSpec(view, ORIGIN),
  recommendationSpec(view, view.rows[1]!, ORIGIN),
];

/** What Vega draws of it; whatever it or Vega-Lite warn of is a failure. */
async function drawn(spec: Spec): Promise<string> {
  const warned: unknown[] = [];
  const logger = vega.logger(vega.Warn);
  for (const level of ["warn", "error"] as const) {
    logger[level] = (...all: unknown[]) => {
      warned.push(all);
      return logger;
    };
  }
  const compiled = compile(spec as unknown as TopLevelSpec, { logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  expect(warned).toEqual([]);
  // Nothing was too long for its place.
  expect(svg).not.toContain("…");
  return svg;
}

/** Every object in it. */
const within = (value: unknown): Spec[] =>
  typeof value !== "object" || value === null
    ? []
    : [value as Spec, ...Object.values(value).flatMap(within)];

describe.each([...LANGUAGES, "uz", "ar"])("a specification in %s", (language) => {
  test("is valid, is drawn without a warning, and loads nothing", async () => {
    for (const spec of specsOf(viewIn(language))) {
      expect(faultsOf(spec)).toEqual([]);
      const svg = await drawn(spec);
      expect(svg).toContain("<svg");
      expect(svg).not.toMatch(/NaN|undefined|null/);
      for (const one of within(spec)) expect(one).not.toHaveProperty("url");
    }
  });

  test("carries source, licence, n, release and that it is simulated", () => {
    for (const simulated of [false, true]) {
      const view = viewIn(language, { simulated });
      for (const spec of specsOf(view)) {
        const { subtitle } = spec["title"] as { subtitle: string[] };
        const said = subtitle
          .join(" ")
          .replace(/[\u2066-\u2069]/g, "")
          .replaceAll("\u00a0", " ");
        expect(said).toContain(`${ORIGIN}/c/${view.consultation.id}/results`);
        expect(said).toContain("CC BY 4.0");
        expect(said).toContain("n ≈ 105");
        expect(said.includes(view.text.results.simulated)).toBe(simulated);
        expect(spec["usermeta"]).toMatchObject({
          release: 1,
          licence: "CC BY 4.0",
          simulated,
          ballots: view.release.ballots,
          language,
        });
      }
    }
  });
});

test("the figures are those of the release, and marks stand where they say", async () => {
  const view = viewIn("en");
  const spec = overviewSpec(view, ORIGIN);
  const { values } = spec["data"] as { values: Record<string, unknown>[] };
  expect(values).toHaveLength(
    view.release.recommendations.flatMap(({ panels }) =>
      Object.values(panels).filter(({ mean }) => mean !== null),
    ).length,
  );
  for (const one of values) {
    const row = view.release.recommendations.find(({ code }) => code === one["code"])!;
    const figures = row.panels[one["panel"] as "public" | "expert"];
    expect([one["mean"], one["low"], one["high"], one["n"]]).toEqual([
      figures.mean,
      ...figures.interval!,
      figures.rated,
    ]);
  }
  const one = recommendationSpec(view, view.rows[1]!, ORIGIN);
  const [, spread] = one["vconcat"] as [Spec, { data: { values: Record<string, unknown>[] } }];
  const counts = spread.data.values
    .filter(({ panel }) => panel === "public")
    .map(({ count }) => count);
  expect(counts).toEqual(view.release.recommendations[1]!.panels.public.counts);
  // A circle and a diamond for each recommendation, in our colours.
  const svg = await drawn(spec);
  expect(svg).toContain("#3b4cb8");
  expect(svg).toContain("#b3520b");
});

test("it begins where lines begin", () => {
  const reversed = (language: string) =>
    within(specsOf(viewIn(language))).filter((one) => one["reverse"] === true).length;
  expect(reversed("en")).toBe(0);
  expect(reversed("ar")).toBeGreaterThan(2);
  for (const spec of specsOf(viewIn("ar"))) {
    const { text, subtitle } = spec["title"] as { text: string[]; subtitle: string[] };
    for (const line of [...text, ...subtitle]) expect(line).toMatch(/^\u2067.*\u2069$/);
  }
});

test("what is not told is left out, and said", async () => {
  const definition = withFew(3, { release: { every: "week" } });
  const rows = [
    [1, 2, 3, 40, 60, 0, 0],
    [0, 0, 1, 1, 1, 60, 0],
    [10, 9, 9, 40, 60, 0, 0],
  ];
  const release = made({ definition, cells: { public: cellOf(rows) } });
  const view = viewOf(release, { definition });
  const spec = overviewSpec(view, ORIGIN);
  expect(faultsOf(spec)).toEqual([]);
  const { values } = spec["data"] as { values: { code: string; panel: string }[] };
  const [, hidden] = definition.recommendations;
  expect(values.map(({ code }) => code)).not.toContain(hidden!.code);
  expect(values.every(({ panel }) => panel === "public")).toBe(true);
  const said = (spec["title"] as { subtitle: string[] }).subtitle.join(" ");
  expect(said).toContain(`${hidden!.code} (Public)`);
  expect(said).toContain("Nothing is shown of the experts");
  const empty = recommendationSpec(view, view.rows[1]!, ORIGIN);
  expect(faultsOf(empty)).toEqual([]);
  await drawn(empty);
});

test.each(["en", "kk", "ar"])("the ledger is one too, with its days, in %s", async (language) => {
  const definition = language === "ar" ? IN_ARABIC : asked();
  const entries = language === "ar" ? [] : ENTRIES;
  const view = viewOfLedger({
    language,
    definition,
    release: ratedRelease(definition),
    entries,
  });
  const spec = ledgerSpec(view, view.newest!);
  expect(faultsOf(spec)).toEqual([]);
  await drawn(spec);
  const { values } = spec["data"] as { values: { code: string; days: number }[] };
  expect(values.map(({ code, days }) => [code, days])).toEqual(
    view.shown.map(({ code, silence }) => [code, silence!.days]),
  );
});

test("a specification that is not valid is found to be so", () => {
  const spec = overviewSpec(viewIn("en"), ORIGIN);
  expect(faultsOf({ ...spec, layer: [{ mark: "dumbbell" }] })).not.toEqual([]);
});
