import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { API_RELEASE_FILE, pathOf } from "../../../domain/paths.ts";
import { RESULT_COLUMNS } from "../../../domain/release/results-table.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { TIDY_COLUMNS } from "../../../domain/release/tidy-columns.ts";
import { createApp } from "../../../functions/app.ts";
import { readWorkbook } from "../../../functions/draft/import/workbook.ts";
import type { App } from "../../../functions/http/environment.ts";
import { problemOf } from "../../support/client.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { freshWorld } from "../../support/world.ts";
import { publish } from "../download/two-releases.ts";
import { definition, nameOf, one, QUERY, RESULTS, unflaggedWorld } from "./unflagged-world.ts";

/* Every file with and without flagged ballots, by the same `?ballots=` as the page; the second release repeats the first's. */

const { id } = definition;
let app: App;
let release: Release;

beforeAll(async () => {
  ({ app, release } = await unflaggedWorld());
});

const fileAt = (number: number, file: string) => pathOf(API_RELEASE_FILE, { id, number, file });
/** A table by the names of its columns. */
const read = async (path: string) => {
  const answer = await app.request(path);
  const rows = parse(await answer.text(), { columns: true }) as Record<string, string>[];
  return { name: nameOf(answer), rows, tag: answer.headers.get("ETag") };
};

describe.each([
  ["results.csv", `${id}-2-without-flagged-results.csv`, fileAt(2, "results.csv")],
  ["results.kk.csv", `${id}-2-without-flagged-results.kk.csv`, fileAt(2, "results.kk.csv")],
  ["the earlier results.csv", `${id}-2-without-flagged.csv`, apiPath(API.resultsCsv, id)],
])("%s", (_, file, path) => {
  test("has the public's figures of flags.csv, says so in its name and in each row, and has no groups", async () => {
    const { name, rows } = await read(`${path}?${QUERY}`);
    expect(name).toBe(file);
    expect(Object.keys(rows[0]!)[0]).toBe("flagged_ballots");
    expect(new Set(rows.map((row) => row["flagged_ballots"]))).toEqual(new Set(["left-out"]));
    expect(rows).toHaveLength(2 * definition.recommendations.length);
    const { rows: all } = await read(path);
    const { rows: flags } = await read(fileAt(2, "flags.csv"));
    const without = flags.filter(({ view }) => view === "without");
    const figures = ["rated", "count_5", "mean", "interval_low", "rank", "ranked", "high_share"];
    const ofPublic = rows.filter(({ panel }) => panel === "public");
    const picked = (some: typeof rows) =>
      some.map((row) => ["code", "made_in", ...figures].map((column) => row[column]));
    expect(picked(ofPublic)).toEqual(picked(without));
    expect(picked(ofPublic)).not.toEqual(picked(all.filter(({ panel }) => panel === "public")));
    // Nobody flags experts.
    const experts = (some: typeof rows) => some.filter(({ panel }) => panel === "expert");
    const mean = ({ mean: of, made_in }: Record<string, string>) => [of, made_in];
    expect(experts(rows).map(mean)).toEqual(
      experts(all)
        .filter(({ group }) => (group ?? "all") === "all")
        .map(mean),
    );
    for (const row of ofPublic) {
      const measured = release.flags!.recommendations.find(({ code }) => code === row["code"])!;
      expect(Number(row["measured_1"])).toBe(measured.whole[0]! - measured.flagged[0]!);
      expect(Number(row["deviation"])).toBeGreaterThan(release.flags!.deviation.whole);
      expect(row["hidden"]).toContain("disagreement=all-ballots-only");
    }
  });

  test("with all ballots is as ever, and has another tag", async () => {
    const [plain, all, without] = await Promise.all(
      ["", "?ballots=all", `?${QUERY}`].map((query) => read(path + query)),
    );
    expect(all).toEqual(plain);
    expect(without!.tag).not.toBe(plain!.tag);
    const columns = path.includes("/releases/") ? TIDY_COLUMNS.length : RESULT_COLUMNS.length;
    expect(Object.keys(plain!.rows[0]!).slice(0, columns)).not.toContain("flagged_ballots");
  });
});

test("what is not to be had so is refused, and never given with all ballots instead", async () => {
  const plain = await freshWorld({ ...definition, release: { every: "week" } });
  await publish(plain, { ...one, flags: undefined } as unknown as Release);
  const without = createApp(plain);
  const refused = { status: 404, title: "without-flagged-unknown" };
  const json = { headers: { Accept: "application/problem+json" } };
  for (const path of [
    fileAt(1, "results.csv"),
    apiPath(API.resultsXlsx, id),
    apiPath(API.resultsCsv, id),
    `${RESULTS}/overview.svg`,
    `${RESULTS}/chart?chart=overview&size=square&format=png`,
  ]) {
    const query = path.includes("?") ? `&${QUERY}` : `?${QUERY}`;
    expect(await problemOf(await without.request(path + query, json)), path).toEqual(refused);
  }
  for (const path of [
    `${fileAt(2, "gaps.csv")}?${QUERY}`,
    `${fileAt(2, "results.zip")}?${QUERY}`,
    `${apiPath(API.resultsZip, id)}?${QUERY}`,
    `${apiPath(API.segmentsCsv, id)}?${QUERY}`,
    `${fileAt(2, "results.csv")}?ballots=unflaged`,
    `${RESULTS}/overview.png?ballots=`,
  ]) {
    expect(await problemOf(await app.request(path, json)), path).toEqual(refused);
  }
});

describe("the workbook", () => {
  const sheetsOf = async (query: string) => {
    const answer = await app.request(`${apiPath(API.resultsXlsx, id)}?lang=en${query}`);
    const sheets = readWorkbook(new Uint8Array(await answer.arrayBuffer()));
    if (!Array.isArray(sheets)) throw new Error(JSON.stringify(sheets));
    return { name: nameOf(answer), sheets };
  };
  const { flagged, sheets: names } = CATALOGUES.en.workbook;

  test("has a sheet with both views, in words", async () => {
    const { sheets, name } = await sheetsOf("");
    expect(name).toBe(`${id}-2.en.xlsx`);
    const sheet = sheets.find((found) => found.name === flagged.sheet)!;
    const [head, ...rows] = sheet.rows.map(({ cells }) => cells);
    expect(rows).toHaveLength(2 * definition.recommendations.length);
    const at = (label: string) => head!.indexOf(label);
    const told = release.flags!.recommendations;
    expect(rows.map((row) => [row[0], row[2], Number(row[at("Mean")])])).toEqual(
      told.flatMap(({ code, with: all, without }) => [
        [code, flagged.views.with, all.mean],
        [code, flagged.views.without, without.mean],
      ]),
    );
    expect(rows.flat()).not.toContain("depends-on-flagged");
  });

  test("without flagged ballots says so first, in its name too, and has neither groups nor gap", async () => {
    const { sheets, name } = await sheetsOf(`&${QUERY}`);
    expect(name).toBe(`${id}-2-without-flagged.en.xlsx`);
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      names.readMe,
      names.recommendations,
      flagged.sheet,
      names.quality,
      names.codebook,
    ]);
    const readMe = sheets[0]!.rows.map(({ cells }) => cells.join(" "));
    expect(readMe[1]).toContain("Without flagged ballots:");
    expect(readMe[1]).toContain("Counted in release 1.");
    const said = readMe.join("\n");
    expect(said).not.toContain(`${names.groups}:`);
    expect(said).toContain(`${flagged.sheet}: ${flagged.holds}`);
    expect(said).toContain(`${QUERY}&lang=kk`);
    const means = sheets[1]!.rows.slice(1).filter(({ cells }) => cells[3] === "Public");
    const head = sheets[1]!.rows[0]!.cells;
    expect(means.map(({ cells }) => Number(cells[head.indexOf("Mean")]))).toEqual(
      release.flags!.recommendations.map(({ without }) => without.mean),
    );
    expect(means.map(({ cells }) => cells[head.indexOf("Counted in release")])).toEqual(
      means.map(() => "1"),
    );
  });
});
