import { glob, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const MOST_LINES = 200;
/** What pages link; any other sheet is part of one of these. */
const ENTRIES = ["style", "results", "console", "paper", "invitation", "ledger"].map(
  (name) => `web/style/${name}.css`,
);
/** Several of them in one file. */
const TOGETHER = "web/style/reading.css";

async function read(pattern: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const file of glob(pattern, { cwd: root })) {
    files.set(file, await readFile(join(root, file), "utf8"));
  }
  return files;
}

const tooLong = (sheets: ReadonlyMap<string, string>): string[] =>
  [...sheets].filter(([, text]) => text.split("\n").length - 1 > MOST_LINES).map(([file]) => file);

/** Sheets that no other imports, and those that several do: an order of rules that nobody chose. */
function notOnce(sheets: ReadonlyMap<string, string>): string[] {
  const parts = [...sheets].filter(([file]) => file !== TOGETHER);
  const imported = parts.flatMap(([file, text]) =>
    [...text.matchAll(/^@import "([^"]+)";$/gm)].map(([, path]) => join(dirname(file), path!)),
  );
  return parts
    .map(([file]) => file)
    .filter(
      (file) =>
        imported.filter((other) => other === file).length !== (ENTRIES.includes(file) ? 0 : 1),
    );
}

/** Classes of the sheets that stand nowhere in the pages, whole or with what follows a dash put in. */
function unused(sheets: ReadonlyMap<string, string>, pages: string): string[] {
  const rules = [...sheets.values()].join("\n").replaceAll(/\/\*[^]*?\*\/|@import .*/g, "");
  const classes = new Set([...rules.matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/g)].map((m) => m[1]!));
  return [...classes].filter((name) => {
    const stems = [...name.matchAll(/-/g)].map(({ index }) => `${name.slice(0, index + 1)}\${`);
    const whole = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
    return !whole.test(pages) && !stems.some((stem) => pages.includes(stem));
  });
}

/** Sides that do not turn with the direction of the language, but for a page of paper and what is ltr in all. */
const SIDED =
  /(^|[\s-])(left|right):|: (left|right);|(margin|padding|inset|width|color|style|radius):( [^ ;]+){4};/;
const sided = (sheets: ReadonlyMap<string, string>): string[] =>
  [...sheets].flatMap(([file, text]) =>
    text
      .replaceAll(/\/\*[^]*?\*\//g, "")
      .split("\n")
      .filter((line) => SIDED.test(line.replaceAll(/\([^]*\)/g, "()")))
      .map((line) => `${file}: ${line.trim()}`),
  );

test("no sheet knows left from right: pages are written in both directions", async () => {
  expect(sided(await read("web/style/**/*.css"))).toEqual([]);
  const wrong = "p {\n  margin-left: 2px;\n  text-align: right;\n  padding: 1px 2px 3px 4px;\n}\n";
  expect(sided(new Map([["a.css", wrong]]))).toHaveLength(3);
});

test("a style sheet has at most 200 lines, and stands in one place of the cascade", async () => {
  const sheets = await read("web/style/**/*.css");
  expect(tooLong(sheets)).toEqual([]);
  expect(notOnce(sheets)).toEqual([]);
});

test("every class of the style sheets is one of the pages'", async () => {
  const pages = [...(await read("web/**/*.{ts,tsx}")).values()].join("\n");
  expect(unused(await read("web/style/**/*.css"), pages)).toEqual([]);
});

test("a long sheet, one that nobody imports, one imported twice and an unused class are found", () => {
  const sheets = new Map([
    ["web/style/style.css", '@import "./a.css";\n@import "./twice.css";\n'],
    ["web/style/paper.css", '@import "./twice.css";\n'],
    ["web/style/a.css", ".here,\n.gone:hover {\n  margin: 0.5em;\n}\n.point-1 {\n}\n"],
    ["web/style/twice.css", ""],
    ["web/style/lost.css", "\n".repeat(201)],
  ]);
  expect(tooLong(sheets)).toEqual(["web/style/lost.css"]);
  expect(notOnce(sheets)).toEqual(["web/style/twice.css", "web/style/lost.css"]);
  expect(unused(sheets, '<p class="here"><i class={`point-${n}`}>')).toEqual(["gone"]);
});
