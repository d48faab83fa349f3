import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { personsCounter } from "../../../domain/export/ballots-table.ts";
import { filesBeside } from "../../../functions/export/beside.ts";
import { exportFiles } from "../../../functions/export/make.ts";
import { times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { tableOf } from "./unzipped.ts";

/* The files that load the table, run by the programs that they are for, with titles that try to get out of their strings. */

const TITLES = [
  `He said "yes", 'no' and it's`,
  "`=shell(rm)' $HOME \\ end\\",
  "'. HOST COMMAND=['touch out'].",
  `"); system("touch out"); c("`,
  "/* not a comment */ // nor this .",
  "Қазақша: ұсыныс №1 😀 مرحبا",
  "ends with a backslash \\",
  "=1+1",
];
const CODES = ["if", "1.1", "A-3", "A.3", "Ж1", "K1", "k1x", "by"];
const definition: Consultation = {
  ...KAZAKHSTAN,
  id: "hostile",
  recommendations: TITLES.map((title, place) => ({
    ...KAZAKHSTAN.recommendations[0]!,
    code: CODES[place]!,
    title: { en: title, ru: title, kk: title },
  })),
  about: [
    {
      ...KAZAKHSTAN.about[0]!,
      options: TITLES.slice(0, 4).map((title, place) => ({
        code: `o${place}`,
        label: { en: title, ru: title, kk: title },
      })),
    },
  ],
};
const contents: BallotContent[] = times(60, (place) => ({
  panel: place < 45 ? "public" : "expert",
  language: "ru",
  ratings: "12345n-1".slice(place % 7).padEnd(8, String(1 + (place % 5))),
  about: { [definition.about[0]!.code]: `o${place % 4}` },
  first: [CODES[place % 8]!],
  positions: [],
}));
/** The mean of the first recommendation's ratings, by hand. */
const rated = contents.map(({ ratings }) => Number(ratings[0])).filter((one) => one >= 1);
const MEAN = rated.reduce((sum, one) => sum + one, 0) / rated.length;

let folder = "";
let names: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kenes-loaders-"));
  const counter = personsCounter(definition);
  for (const content of contents) counter.add(content, 1);
  const told = counter.told();
  const at = "2027-01-02T12:00:00.000Z";
  const moment = { release: 3, releasedAt: at, closedAt: at, madeAt: at };
  const kept = new Map<string, Uint8Array>();
  const { parts } = await exportFiles(
    (length) => randomBytes(length),
    {
      definition,
      told,
      async *ballotsOf(bucket) {
        const place = Number.parseInt(bucket, 16);
        for (const content of contents.slice(place, place + 1)) yield { content, wording: 1 };
      },
      beside: (rows) => filesBeside(definition, told, moment, rows, "en"),
    },
    {
      keep: async (name, bytes) => void kept.set(name, Uint8Array.from(bytes)),
      bucketDone: async () => {},
    },
  );
  const files = unzipSync(Buffer.concat(parts.map(({ file }) => kept.get(file)!)));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  names = readdirSync(folder);
  const [head = ""] = Buffer.from(files["ballots.csv"]!).toString().split("\r\n");
  expect(head.split(",").slice(3, 11)).toEqual("r_if r_1_1 A_3 A_3_2 r_5 K1 k1x r_by".split(" "));
});

const has = (program: string, ...look: string[]): boolean => {
  const found = spawnSync(program, look).status === 0;
  if (!found) console.warn(`${program} is missing: what is loaded with it was not checked.`);
  return found;
};
const run = (program: string, args: string[], input?: string) =>
  spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    ...(input !== undefined && { input }),
  });
/** Nothing that stood in a title was run: no file more. */
const nothingRan = () => {
  const more = readdirSync(folder).filter((name) => !names.includes(name) && name !== "out.txt");
  expect(more).toEqual([]);
};

test("the codebook has every column and value with its labels in all languages, and no formula", () => {
  const rows = tableOf(readFileSync(join(folder, "codebook.csv"), "utf8"));
  const of = (column: string) =>
    rows.filter((row) => row["column"] === column && row["file"] === "ballots.csv");
  expect(of("r_if")[0]).toMatchObject({
    position: "4",
    type: "integer",
    values: "1 2 3 4 5 -7 -8 -9",
    value: "",
    code: "if",
    label_en: `if: ${TITLES[0]}`,
  });
  expect(
    of("r_if")
      .slice(1)
      .map((row) => [row["value"], row["code"]]),
  ).toContainEqual(["-8", "no-opinion"]);
  for (const row of rows) {
    for (const language of ["en", "ru", "kk"]) {
      expect([row, row[`label_${language}`]]).not.toEqual([row, ""]);
      expect(row[`label_${language}`]).not.toMatch(/^[=+@]/);
    }
  }
});

test("the read me says which release, when it closed, and that there are no weights", () => {
  const text = readFileSync(join(folder, "README.md"), "utf8");
  expect(text).toContain("number 3");
  expect(text).toContain("(2027-01-02T12:00:00.000Z)");
  expect(text).toContain("There are no weights");
  expect(text).not.toMatch(/\{\w+\}/);
});

describe.skipIf(!has("Rscript", "--version"))("R", () => {
  test("reads it with labels and missing values, whatever the locale", () => {
    const show = `source("load.R", encoding = "latin1")
      cat(nrow(ballots), mean(ballots$r_if, na.rm = TRUE), sum(is.na(ballots$k1x)), "\\n")
      cat(enc2utf8(labels), sep = "\\n")
      cat(levels(words$about_region), sep = "\\n")
      cat(class(ballots$r_if), "\\n")`;
    for (const locale of ["C", "C.UTF-8"]) {
      const out = spawnSync("Rscript", ["--vanilla", "-e", show], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, LC_ALL: locale },
      });
      expect([locale, out.stderr, out.status]).toEqual([locale, "", 0]);
      const [numbers = "", ...lines] = out.stdout.split("\n");
      expect(Number(numbers.split(" ")[0])).toBe(60);
      expect(Number(numbers.split(" ")[1])).toBeCloseTo(MEAN, 4);
      if (locale === "C") continue;
      expect(lines).toContain(`if: ${TITLES[0]}`);
      expect(lines).toContain(`by: ${TITLES[7]}`);
      expect(lines).toContain(`Ж1: ${TITLES[4]}`);
      expect(lines).toContain(TITLES[3]);
    }
    nothingRan();
  });
});

describe.skipIf(!has("pspp", "--version"))("PSPP", () => {
  test("runs the syntax without a warning; means leave out what is missing, labels are whole", () => {
    const more = `INSERT FILE='load.sps'.
DESCRIPTIVES r_if k1x /STATISTICS=MEAN.
DISPLAY DICTIONARY.
FREQUENCIES about_region.
`;
    writeFileSync(join(folder, "out.txt"), more);
    const out = run("pspp", ["-O", "format=csv", "out.txt"]);
    expect(out.stdout + out.stderr).not.toMatch(/error:|warning:/i);
    expect(out.status).toBe(0);
    const mean = /He said.*?,(\d+),(\d*\.\d+)/.exec(out.stdout);
    expect([Number(mean?.[1]), Number(mean?.[2])]).toEqual([rated.length, Number(MEAN.toFixed(2))]);
    expect(out.stdout).toContain(`Қазақша: ұсыныс №1 😀 مرحبا`);
    expect(out.stdout).toContain('Missing,"Not told, to protect persons",15');
    nothingRan();
  });
});

describe.skipIf(!has("python3", "--version"))("Python", () => {
  test("takes the script, and reads every label as it was written", () => {
    // Without pandas its names stand for what the script asks of it: the texts are what is looked at.
    const look = `
import ast, json
tree = ast.parse(open("load.py", encoding="ascii").read())
found = {n.targets[0].id: n.value for n in tree.body if isinstance(n, ast.Assign) and hasattr(n.targets[0], "id")}
print(json.dumps([ast.literal_eval(found["labels"]), ast.literal_eval(found["values"])]))`;
    const out = run("python3", ["-c", look]);
    expect(out.stderr).toBe("");
    const [labels, values] = JSON.parse(out.stdout) as [
      Record<string, string>,
      Record<string, Record<string, string>>,
    ];
    expect(labels["r_5"]).toBe(`Ж1: ${TITLES[4]}`);
    expect(labels["K1"]).toBe(`K1: ${TITLES[5]}`);
    expect(values["about_region"]!["4"]).toBe(TITLES[3]);
    expect(values["K1"]!["-8"]).toBe("No opinion");
  });

  test.skipIf(!has("python3", "-c", "import pandas"))("with pandas has the same mean", () => {
    const look =
      "import runpy; b = runpy.run_path('load.py')['ballots']; print(len(b), b['r_if'].mean())";
    const out = run("python3", ["-c", look]);
    expect(out.stderr).toBe("");
    const [count, mean] = out.stdout.split(" ").map(Number);
    expect([count, mean!.toFixed(6)]).toEqual([60, MEAN.toFixed(6)]);
  });
});

test("Stata’s file has nothing that expands, and one label for each column and value", () => {
  const lines = readFileSync(join(folder, "load.do"), "utf8").split("\n");
  const labels = lines.filter((line) => line.startsWith("label variable"));
  expect(labels).toHaveLength(1 + 2 + 8 + 8 + 1 + 1);
  for (const line of lines.filter((one) => one.startsWith("label "))) {
    expect(line).toMatch(
      /^label (?:variable \w+|define \w+ \.?\w+|values \w+ \w+)(?: "[^"`$'\\]*")?(?:, add)?$/,
    );
  }
});
