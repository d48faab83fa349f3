import { describe, expect, test } from "vitest";
import { readText } from "../../../domain/release/earlier-release.ts";
import { publicTables } from "../../../domain/release/public-tables.ts";
import { citationBib, citationCff } from "../../../web/download/citation-files.ts";
import { codebookRows } from "../../../web/download/codebook-rows.ts";
import { categoriesOf, columnWords } from "../../../web/download/column-words.ts";
import { dataPackage } from "../../../web/download/data-package.ts";
import { readme } from "../../../web/download/readme.ts";
import { rowWording } from "../../../web/download/row-wording.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import method1 from "../results/given/method-1.json" with { type: "json" };
import { consultation, made } from "../results/made.ts";

const DEFINITION = consultation();
const columns = publicTables(DEFINITION.languages, { flags: 10 }).flatMap((one) => one.columns);

describe.each(["en", "ru", "kk"])("in %s", (language) => {
  const text = catalogueFor(language);

  test("each column has words of its own, and no two the same", () => {
    const words = new Map(columns.map((column) => [column.key, columnWords(text, column)]));
    const labels = [...words.values()].map(({ label }) => label);
    expect(labels.filter((one, place) => labels.indexOf(one) !== place)).toEqual([]);
    for (const [key, { description }] of words) expect(description, key).toMatch(/.{10}/);
    expect(() => columnWords(text, { key: "nothing" })).toThrow("nothing");
  });

  test("each value of a column has a label", () => {
    const given = { language, text, consultation: DEFINITION };
    for (const column of columns) {
      const values = categoriesOf(given, column);
      for (const value of column.categories ?? []) {
        expect(values.map(([one]) => one)).toContain(value);
      }
      for (const [value, label] of values) expect(label, String(value)).toMatch(/\S/);
    }
  });
});

test("where there is no translation, the original stands, and the codebook is in English", () => {
  const { title } = DEFINITION.recommendations[0]!;
  const definition = { ...DEFINITION, languages: ["en", "tg"] };
  const given = { consultation: definition, language: "tg", text: catalogueFor("tg") };
  const wording = rowWording(given, made({}))({ code: "W1", panel: "public" });
  expect(wording.slice(0, 2)).toEqual(["tg", title["en"]]);
  const [row] = codebookRows(definition);
  expect(row!.at(-2)).toBe(catalogueFor("en").codebook.columns.code.description);
});

test("a release of an earlier method says that it cannot be made anew, and nothing of noise", () => {
  const release = readText(JSON.stringify(method1));
  const described = {
    consultation: DEFINITION,
    release,
    hash: "0".repeat(64),
    origin: "https://x.org",
  };
  const text = readme(described, { commands: [], scripts: [], oldest: 1 });
  const { earlier } = catalogueFor("en").codebook.readme;
  expect(text).toContain(earlier.replace("{policy}", "standard"));
  expect(text).not.toContain("σ");
  const { kenes } = JSON.parse(dataPackage(described, [])) as { kenes: Record<string, unknown> };
  expect(kenes).toMatchObject({ method: 1, simulated: true, policy: "standard" });
  expect(kenes).not.toHaveProperty("protection");
});

test("a title with every character of YAML and TeX stays a title", () => {
  const odd = String.raw`50% "a": #1 & {b} \c $d_e^f ~ – 'x' ملاحظة`;
  const definition = { ...DEFINITION, title: { en: odd }, languages: ["en"] };
  const described = {
    consultation: definition,
    release: { ...made({}), simulated: true },
    hash: "0".repeat(64),
    origin: "https://example.org",
  };
  const cff = citationCff(described);
  const title = JSON.parse(/^title: (.*)$/m.exec(cff)![1]!) as string;
  expect(title).toBe(`${odd}, release 1. With simulated ballots.`);
  const bib = citationBib(described);
  expect(bib).toContain(
    String.raw`title = {{50\% "a": \#1 \& \{b\} \textbackslash{}c \$d\_e\textasciicircum{}f \textasciitilde{} – 'x' ملاحظة, release 1. `,
  );
  const contents = { commands: ["node check.mjs"], scripts: ["check.mjs"], oldest: 1 };
  const text = readme(described, contents);
  expect(text).toContain(catalogueFor("en").results.simulated);
  expect(text).toContain(catalogueFor("en").codebook.readme.notPromised);
  expect(readme(described, { ...contents, oldest: 7 })).toContain("begins with release 7");
});
