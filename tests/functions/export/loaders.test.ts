import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { expectTool } from "../../support/tools.ts";
import { hostileExport, MEAN, RATED, TITLES } from "./hostile.ts";
import { tableOf } from "./unzipped.ts";

/* The files that load the table, run by the programs that they are for. */

let folder = "";
let names: string[] = [];
beforeAll(async () => {
  folder = await hostileExport();
  names = readdirSync(folder);
});

test("the columns have names that each of them takes", () => {
  const [head = ""] = readFileSync(join(folder, "ballots.csv"), "utf8").split("\r\n");
  expect(head.split(",").slice(3, 11)).toEqual("r_if r_1_1 A_3 A_3_2 r_5 K1 k1x r_by".split(" "));
});

const [rscript, pspp, python, pandas] = [
  await expectTool("R", "load.R"),
  await expectTool("PSPP", "load.sps"),
  await expectTool("Python", "the labels of load.py"),
  await expectTool("pandas", "load.py"),
];
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

describe.skipIf(rscript === undefined)("R", () => {
  test("reads it with labels and missing values, whatever the locale", () => {
    const show = `source("load.R", encoding = "latin1")
      cat(nrow(ballots), mean(ballots$r_if, na.rm = TRUE), sum(is.na(ballots$k1x)), "\\n")
      cat(enc2utf8(labels), sep = "\\n")
      cat(levels(words$about_region), sep = "\\n")
      cat(class(ballots$r_if), "\\n")`;
    for (const locale of ["C", "C.UTF-8"]) {
      const out = spawnSync(rscript!, ["--vanilla", "-e", show], {
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

describe.skipIf(pspp === undefined)("PSPP", () => {
  test("runs the syntax without a warning; means leave out what is missing, labels are whole", () => {
    const more = `INSERT FILE='load.sps'.
DESCRIPTIVES r_if k1x /STATISTICS=MEAN.
DISPLAY DICTIONARY.
FREQUENCIES about_region.
`;
    writeFileSync(join(folder, "out.txt"), more);
    const out = run(pspp!, ["-O", "format=csv", "out.txt"]);
    expect(out.stdout + out.stderr).not.toMatch(/error:|warning:/i);
    expect(out.status).toBe(0);
    const mean = /He said.*?,(\d+),(\d*\.\d+)/.exec(out.stdout);
    expect([Number(mean?.[1]), Number(mean?.[2])]).toEqual([RATED.length, Number(MEAN.toFixed(2))]);
    expect(out.stdout).toContain(`Қазақша: ұсыныс №1 😀 مرحبا`);
    expect(out.stdout).toContain('Missing,"Not told, to protect persons",15');
    nothingRan();
  });
});

describe.skipIf(python === undefined)("Python", () => {
  test("takes the script, and reads every label as it was written", () => {
    // Without pandas its names stand for what the script asks of it: the texts are what is looked at.
    const look = `
import ast, json
tree = ast.parse(open("load.py", encoding="ascii").read())
found = {n.targets[0].id: n.value for n in tree.body if isinstance(n, ast.Assign) and hasattr(n.targets[0], "id")}
print(json.dumps([ast.literal_eval(found["labels"]), ast.literal_eval(found["values"])]))`;
    const out = run(python!, ["-c", look]);
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

  test.skipIf(pandas === undefined)("with pandas has the same mean", () => {
    const look =
      "import runpy; b = runpy.run_path('load.py')['ballots']; print(len(b), b['r_if'].mean())";
    const out = run(pandas!, ["-c", look]);
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
