import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import { chainTo } from "../../../functions/download/chain.ts";
import { zipOf } from "../../../functions/download/zip.ts";
import { publishedReleases } from "../../../functions/memory/releases.ts";
import { sha256, sha256Bytes } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { cellByPath, rowsOf } from "../../domain/release/by-path.ts";
import { dataPackageProfile } from "./data-package-profile.ts";
import { DEFINITION, twoReleases } from "./two-releases.ts";

const PATH = apiPath(API.resultsZip, DEFINITION.id);
const { languages } = DEFINITION;

let services: Services;
let texts: string[];
let zipped: Uint8Array;
let files: Record<string, Uint8Array>;
const textOf = (name: string) => new TextDecoder("utf-8", { fatal: true }).decode(files[name]);
const table = (name: string) => rowsOf(parse(textOf(name)));

beforeAll(async () => {
  ({ services, texts } = await twoReleases());
  const answer = await createApp(services).request(PATH);
  expect(answer.status).toBe(200);
  zipped = new Uint8Array(await answer.arrayBuffer());
  files = unzipSync(zipped);
});

describe("the zip of a release", () => {
  test("has these files and no others, in the order of their names", () => {
    expect(Object.keys(files)).toEqual(
      [
        "CITATION.cff",
        "README.md",
        "check.mjs",
        "check.py",
        "figures.py",
        "recompute-flags.mjs",
        "recompute.mjs",
        "recompute.py",
        "recompute_flags.py",
        "citation.bib",
        "codebook.csv",
        "datapackage.json",
        "gaps.csv",
        "recommendations.csv",
        "releases/1.json",
        "releases/2.json",
        "results.csv",
        ...languages.map((language) => `results.${language}.csv`).toSorted(),
      ].toSorted(),
    );
    expect([textOf("releases/1.json"), textOf("releases/2.json")]).toEqual(texts);
  });

  test("has the same bytes each time, by whatever clock and process", async () => {
    const again = { ...services, now: () => new Date("2031-05-01T00:00:00Z") };
    const other = await createApp(again).request(PATH);
    expect(sha256Bytes(new Uint8Array(await other.arrayBuffer()))).toBe(sha256Bytes(zipped));
    const one = new Map([["a", new Uint8Array([1])]]);
    const zone = process.env["TZ"];
    const made = ["Asia/Almaty", "America/Los_Angeles", "UTC"].map((at) => {
      process.env["TZ"] = at;
      return sha256Bytes(zipOf(one, "2026-11-16T23:30:00.000Z"));
    });
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(new Set(made).size).toBe(1);
  });

  test("is a Data Package 2.0 that names every file with its hash", () => {
    const read: unknown = JSON.parse(textOf("datapackage.json"));
    const found = dataPackageProfile.parse(read);
    expect(found.resources.map(({ path }) => path).toSorted()).toEqual(
      Object.keys(files).filter((name) => name !== "datapackage.json"),
    );
    for (const { path, bytes, hash, schema } of found.resources) {
      expect([bytes, hash]).toEqual([
        files[path]!.byteLength,
        `sha256:${sha256Bytes(files[path]!)}`,
      ]);
      if (!path.endsWith(".csv")) continue;
      const [header] = parse(textOf(path)) as string[][];
      expect(schema!.fields.map(({ name }) => name)).toEqual(header);
    }
    expect(new Set(found.resources.map(({ name }) => name)).size).toBe(found.resources.length);
    expect(found.licenses).toMatchObject([{ name: "CC-BY-4.0" }]);
    expect(found.kenes).toMatchObject({
      method: 2,
      policy: "standard",
      simulated: false,
      release: { number: 2, sha256: sha256(texts[1]!), previous: sha256(texts[0]!) },
      states: { noOpinion: -8, skipped: -9, notShown: -7 },
    });
    // That the profile finds anything.
    const { licenses: _, ...less } = found;
    expect(dataPackageProfile.safeParse(less).success).toBe(false);
    const [first, ...rest] = found.resources;
    const wrong = { ...found, resources: [{ ...first, path: "../x" }, ...rest] };
    expect(dataPackageProfile.safeParse(wrong).success).toBe(false);
  });

  test("has in every cell what the codebook's path names in the release, and each value among its categories", () => {
    const release: unknown = JSON.parse(texts[1]!);
    const book = table("codebook.csv");
    let compared = 0;
    for (const name of [
      "results.csv",
      ...languages.map((one) => `results.${one}.csv`),
      "gaps.csv",
    ]) {
      const columns = book.filter(({ file }) => file === name);
      const rows = table(name);
      expect(Object.keys(rows[0]!)).toEqual(columns.map(({ column }) => column));
      for (const row of rows) {
        for (const { column, path, values } of columns) {
          const cell = row[column!]!;
          const expected = cellByPath(release, path!, row);
          if (expected !== undefined) {
            compared += 1;
            if (expected !== cell) expect.fail(`${name} ${row["code"]} ${column}: ${cell}`);
          }
          if (values !== "" && cell !== "" && !values!.split(" | ").includes(cell)) {
            expect.fail(`${name} ${column}: ${cell} is none of ${values}`);
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(100_000);
    for (const row of book) {
      for (const language of languages) {
        expect(row[`label_${language}`], row["column"]).not.toBe("");
        expect(row[`description_${language}`], row["column"]).not.toBe("");
        const labels = row[`value_labels_${language}`]!;
        expect(labels.split(" | ")).toHaveLength(row["values"]!.split(" | ").length);
      }
    }
  });

  test("says in each language what a row is about, and the rest is the same", () => {
    const plain = table("results.csv");
    for (const language of languages) {
      const rows = table(`results.${language}.csv`);
      expect(rows.map((row) => ({ ...row, ...plain[0]! })).length).toBe(plain.length);
      for (const [place, row] of rows.entries()) expect(row).toMatchObject(plain[place]!);
      const { title, statement } = DEFINITION.recommendations[0]!;
      expect(rows[0]).toMatchObject({
        language,
        title: title[language],
        statement: statement[language],
      });
      const region = DEFINITION.about.find(({ code }) => code === "region")!;
      const almaty = region.options.find(({ code }) => code === "almaty")!;
      expect(rows.find(({ group }) => group === "region:almaty")).toMatchObject({
        question_label: region.question[language],
        group_label: almaty.label[language],
      });
    }
  });

  test("says how to cite it and what it is in each language", () => {
    const cff = textOf("CITATION.cff");
    const lines = cff.trimEnd().split("\n");
    // Every value is a word of the format or a JSON string, which YAML reads as it is.
    for (const line of lines) {
      const [, value = ""] = /^[ -]*[a-z-]+:(?: (.*))?$/.exec(line) ?? expect.fail(line);
      if (value.startsWith('"')) JSON.parse(value);
      else expect(value).toMatch(/^[\w.:/-]*$/);
    }
    expect(cff).toContain("cff-version: 1.2.0\ntype: dataset\nmessage: ");
    expect(cff).toContain('date-released: "2026-11-16"\nlicense: CC-BY-4.0\n');
    const bib = textOf("citation.bib");
    expect(bib).toMatch(/^@misc\{kazakhstan-2019-2,\n( {2}[a-z]+ = \{.*\},?\n)+\}\n$/);
    const readme = textOf("README.md");
    expect(readme.match(/^# /gm)).toHaveLength(languages.length);
    expect(readme.match(/−7/g)).toHaveLength(languages.length);
    expect(readme).not.toMatch(/\{\w+\}/);
    for (const name of Object.keys(files).filter(
      (one) => one !== "README.md" && one !== "releases/1.json",
    )) {
      expect(readme).toContain(name);
    }
  });
});

test("where there are more releases than a package holds, the oldest are left out", async () => {
  const published = publishedReleases(services);
  const newest = (await published.newest(DEFINITION.id))!;
  const numbers = async (most?: number) =>
    (await chainTo(published, newest, most)).map(({ number }) => number);
  expect(await numbers()).toEqual([1, 2]);
  expect(await numbers(texts[1]!.length + 10)).toEqual([2]);
  expect(await numbers(10)).toEqual([2]);
});
