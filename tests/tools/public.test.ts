import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Release } from "../../domain/release/schema.ts";
import { resultsFolder } from "../support/results-folder.ts";
import { expectTool, runTool } from "../support/tools.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { WORLDS } from "./worlds.ts";

/* The tables of a release, opened as an analyst opens them: in R, pandas and PSPP, without a word about their form. */

const FILES = ["results.csv", "results.en.csv", "results.ru.csv", "results.kk.csv"];
const TOOLS = await Promise.all(
  (["R", "pandas", "PSPP"] as const).map(
    async (tool) =>
      [
        tool,
        await expectTool(tool, `that it reads ${FILES.join(", ")} with the means of the release`),
      ] as const,
  ),
);

/** What a program read of a table: one row for each of its rows, a missing cell is empty. */
type Read = {
  code: string;
  panel: string;
  group: string;
  mean: string;
  rated: string;
  title?: string;
}[];
type Reader = (program: string, folder: string, file: string) => Promise<Read>;

const READ = "read.tsv";

/** Runs a script to its end without a warning, and reads what it has written. */
async function runScript(
  program: string,
  {
    folder,
    name,
    script,
    args = [],
  }: { folder: string; name: string; script: string; args?: string[] },
): Promise<Read> {
  await writeFile(join(folder, name), script);
  const ran = await runTool(program, [...args, name], { folder });
  expect(ran).toMatchObject({ status: 0, errors: "" });
  expect(ran.output).not.toMatch(/warning|error/i);
  const text = await readFile(join(folder, READ), "utf8");
  return parse(text, { columns: true, delimiter: "\t", quote: null, bom: true });
}

const wanted = (file: string) => [
  "code",
  "panel",
  "group",
  "mean",
  "rated",
  ...(file === "results.csv" ? [] : ["title"]),
];
const listed = (file: string) =>
  wanted(file)
    .map((name) => `"${name}"`)
    .join(", ");

const READERS: Record<"R" | "pandas" | "PSPP", Reader> = {
  R: (program, folder, file) =>
    runScript(program, {
      folder,
      name: "read.R",
      script: `options(warn = 2)
results <- read.csv("${file}")
stopifnot(is.numeric(results$mean), is.numeric(results$rated), is.numeric(results$interval_low))
stopifnot(all(is.na(results$mean[grepl("mean=", results$hidden)])))
stopifnot(!anyNA(results$mean[!grepl("mean=", results$hidden)]))
write.table(results[c(${listed(file)})], "${READ}", sep = "\\t", quote = FALSE, row.names = FALSE, na = "")
`,
    }),
  pandas: (program, folder, file) =>
    runScript(program, {
      folder,
      name: "read.py",
      args: ["-W", "error"],
      script: `import pandas as pd
results = pd.read_csv("${file}")
for name in ("mean", "rated", "interval_low"):
    assert pd.api.types.is_numeric_dtype(results[name]), name
hidden = results["hidden"].fillna("").str.contains("mean=")
assert (results["mean"].isna() == hidden).all()
results[[${listed(file)}]].to_csv("${READ}", sep="\\t", index=False)
`,
    }),
  PSPP: async (program, folder, file) => {
    const rows: string[][] = parse(await readFile(join(folder, file), "utf8"), { bom: true });
    const [names = [], ...cells] = rows;
    // Whoever reads a table there says first of each column whether it is a number.
    const variables = names.map((name, place) => {
      const longest = Math.max(1, ...cells.map((row) => Buffer.byteLength(row[place]!)));
      const isNumber = cells.every((row) => /^(-?\d+(\.\d+)?)?$/.test(row[place]!));
      return `${name} ${isNumber ? "F10.4" : `A${longest}`}`;
    });
    const read = await runScript(program, {
      folder,
      name: "read.sps",
      script: `GET DATA /TYPE=TXT /FILE='${file}' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2
  /VARIABLES=${variables.join("\n    ")}.
SAVE TRANSLATE /OUTFILE='${READ}' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES /TEXTOPTIONS DELIMITER='\t'
  /KEEP=${wanted(file).join(" ")}.
`,
    });
    // It pads texts, and writes a missing number as a space.
    return read.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.trim()])),
    ) as Read;
  },
};

/** The same of the release itself. */
function told(release: Release, file: string): Read {
  const language = /results\.(\w\w)\.csv/.exec(file)?.[1] as "en" | "ru" | "kk" | undefined;
  const row = (code: string, panel: string, group: string, figures: Figures) => ({
    code,
    panel,
    group,
    mean: figures.mean,
    rated: figures.rated,
    ...(language && {
      title: KAZAKHSTAN.recommendations.find((one) => one.code === code)!.title[language],
    }),
  });
  const all = [
    ...release.recommendations.flatMap(({ code, panels }) => [
      row(code, "public", "all", panels.public),
      row(code, "expert", "all", panels.expert),
    ]),
    ...release.segments.flatMap(({ question, option, recommendations }) =>
      recommendations.map((one) => row(one.code, "public", `${question}:${option}`, one)),
    ),
  ];
  return all as unknown as Read;
}
type Figures = { mean: number | null; rated: number | null };

const asNumbers = (read: Read) =>
  read.map(({ mean, rated, ...row }) => ({
    ...row,
    mean: mean === "" ? null : Number(mean),
    rated: rated === "" ? null : Number(rated),
  }));

describe.each(TOOLS)("%s", (tool, program) => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "kenes-public-"));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  // With figures, and with so few that all are hidden.
  for (const place of [0, 3]) {
    const [name, releases] = WORLDS[place]!;
    test.skipIf(program === undefined)(`reads the tables of results with ${name}`, async () => {
      const all = releases();
      const folder = await resultsFolder(all, await mkdtemp(join(home, "of-")));
      for (const file of FILES) {
        const read = asNumbers(await READERS[tool](program!, folder, file));
        expect(read, file).toEqual(told(all.at(-1)!, file));
      }
    });
  }
});
