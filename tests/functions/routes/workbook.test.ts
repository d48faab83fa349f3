import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { PANELS } from "../../../domain/ballot/ballot.ts";
import type { Sheet } from "../../../domain/draft/import/sheet.ts";
import type { Language } from "../../../domain/language.ts";
import { RESULT_COLUMNS } from "../../../domain/release/results-table.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { SEGMENT_COLUMNS } from "../../../domain/release/segments-table.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "./released-world.ts";
import { INJECTED, readReleaseWorkbook, written } from "./workbook-reading.ts";

let app: App;
let release: Release;
beforeAll(async () => {
  app = createApp(await releasedWorld([INJECTED]));
  release = (await (await app.request(apiPath(API.results, KAZAKHSTAN.id))).json()) as Release;
});

const newest = apiPath(API.resultsXlsx, KAZAKHSTAN.id);
const ask = (language: string, path = newest) => app.request(`${path}?lang=${language}`);
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const workbook = async (language: Language, path = newest) => {
  const bytes = await bytesOf(await ask(language, path));
  return { bytes, ...readReleaseWorkbook(bytes) };
};

describe.each(LANGUAGES)("in %s", (language) => {
  const { workbook: words, common, results } = catalogueFor(language);

  test("figures are those of the release, and words those of the language", async () => {
    const { sheets, recommendations, gap, groups, rowsOf } = await workbook(language);
    expect(sheets.map(({ name }) => name)).toEqual(Object.values(words.sheets));
    const rows = rowsOf(recommendations);
    const expected = release.recommendations.flatMap(({ code, panels }) =>
      PANELS.map((panel) => {
        const { mean, interval, rank, counts, measured } = panels[panel];
        const title = KAZAKHSTAN.recommendations.find((one) => one.code === code)!.title[language];
        const figures = [mean, interval?.[0], rank, counts[4], measured[0]];
        return [code, title, common.panels[panel], ...figures.map(written)];
      }),
    );
    const names = ["panel", "mean", "interval_low", "rank", "count_5", "measured_1"];
    expect(
      rows.map((of, line) => [
        of("code"),
        recommendations.rows[line + 1]!.cells[1],
        ...names.map((name) => of(name)),
      ]),
    ).toEqual(expected);
    expect(rowsOf(gap).map((of) => [of("code"), of("gap_delta"), of("gap_size")])).toEqual(
      release.recommendations.map(({ code, gap: one }) => [
        code,
        written(one?.delta),
        one === null ? "" : results.gap.words[one.size],
      ]),
    );
    expect(
      rowsOf(groups).map((of) => [of("question"), of("option"), of("code"), of("mean")]),
    ).toEqual(
      release.segments.flatMap(({ question, option, recommendations: all }) =>
        all.map(({ code, mean }) => [question, option, code, written(mean)]),
      ),
    );
  });

  test("the read me says what it is, from whom, how to read it and how to check it", async () => {
    const { readMe } = await workbook(language);
    const said = readMe.rows.flatMap(({ cells }) => cells).join("\n");
    for (const part of [
      KAZAKHSTAN.title[language]!,
      KAZAKHSTAN.organiser!.name[language]!,
      KAZAKHSTAN.source.title[language]!,
      release.releasedAt,
      results.demonstration,
      results.notAVote,
      `1 = ${common.scale[1]}`,
      `5 = ${common.scale[5]}`,
      words.readMe.direction,
      words.readMe.rated,
      words.readMe.noOpinion,
      words.readMe.skipped,
      words.readMe.notShown,
      "CC BY 4.0",
      apiPath(API.release, KAZAKHSTAN.id, 1),
    ]) {
      expect(said).toContain(part);
    }
    const tag = (await app.request(apiPath(API.results, KAZAKHSTAN.id))).headers.get("ETag")!;
    expect(said).toContain(tag.replaceAll('"', ""));
    expect(said).not.toMatch(/\{\w+\}/);
  });

  test("a protected figure is an empty cell, and its row says why", async () => {
    const { groups, rowsOf } = await workbook(language);
    const reasons = Object.values(results.hidden.reasons).map((one) => one.split("{")[0]!);
    const rows = rowsOf(groups).filter((of) => of("mean") === "");
    expect(rows.length).toBeGreaterThan(0);
    for (const of of rows) {
      expect(of("rated")).toBe("");
      expect(reasons.some((words) => of("hidden").includes(words))).toBe(true);
    }
  });
});

test("every column of the CSV files stands in a sheet or, where it is the same in all rows, in “quality”", async () => {
  const { codebook, quality, recommendations, gap, groups } = await workbook("en");
  const once = quality.rows.map(({ cells }) => cells[3]);
  const lost = (columns: readonly string[], ...sheets: Sheet[]) => {
    const names = codebook.rows.filter(({ cells }) => sheets.some(({ name }) => name === cells[0]));
    const known = new Set([...names.map(({ cells }) => cells[6]), ...once]);
    return columns.filter((name) => !known.has(name));
  };
  expect(lost(RESULT_COLUMNS, recommendations, gap)).toEqual([]);
  expect(lost(SEGMENT_COLUMNS, groups)).toEqual([]);
});

test("what says how far to trust it stands in “quality”", async () => {
  const { quality } = await workbook("en");
  const at = new Map(quality.rows.map(({ cells }) => [cells[4], cells[2]]));
  const [segment] = release.segments;
  const { rules } = release;
  expect(at.get("ballots/public")).toBe(String(release.ballots.public));
  expect(at.get("choosers/public")).toBe(String(release.choosers.public));
  expect(at.get("rules/base")).toBe(String(rules.base));
  expect(at.get("rules/protection/ratings/public")).toBe(String(rules.protection.ratings.public));
  expect(at.get("rules/schedule/every")).toBe(rules.schedule.every);
  expect(at.get(`segments/${segment!.question}:${segment!.option}/participation`)).toBe(
    String(segment!.participation),
  );
  const hidden = release.recommendations.flatMap(({ panels }) => Object.keys(panels.public.hidden));
  const { hidden: words } = catalogueFor("en").workbook.quality;
  const line = quality.rows.find(({ cells }) => cells[0] === words)!;
  expect(line.cells.slice(1, 3)).toEqual(["Public", String(hidden.length)]);
});

test("figures are cells of numbers, in every sheet", async () => {
  const { bytes, codebook } = await workbook("ru");
  const parts = unzipSync(bytes);
  const numbered = ["mean", "rank", "high_share", "measured_1", "gap_delta", "rated"];
  const columns = codebook.rows.filter(({ cells }) => numbered.includes(cells[6] ?? ""));
  expect(columns.length).toBeGreaterThanOrEqual(numbered.length);
  for (const { cells } of columns) {
    const place = ["Рекомендации", "Группы", "Разрыв"].indexOf(cells[0]!) + 2;
    const sheet = strFromU8(parts[`xl/worksheets/sheet${place}.xml`]!);
    const found = sheet.match(new RegExp(`<c r="${cells[1]}(?!1")\\d+"[^>]*>`, "g")) ?? [];
    expect(found.filter((cell) => cell.includes('t="s"'))).toEqual([]);
    if (cells[6] === "measured_1") expect(found.length).toBeGreaterThan(0);
  }
});

test("texts that begin as formulas do are made harmless", async () => {
  const { recommendations, bytes } = await workbook("en", apiPath(API.resultsXlsx, "injected"));
  const titles = recommendations.rows.slice(1).map(({ cells }) => cells[1]);
  expect([...new Set(titles)]).toEqual([
    "'=HYPERLINK(1)",
    "'+10 %",
    "'-1",
    "'@a",
    "'＝1",
    "constructor",
  ]);
  expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"]!)).not.toContain("<f");
});
