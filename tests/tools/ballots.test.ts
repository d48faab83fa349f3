import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectTool, runTool } from "../support/tools.ts";

/* Single ballots with the scripts that load them, in R, pandas and PSPP: labels, missing values, and the same means. */

/** A folder with the files of an export, unpacked, and what the test has to know of them. */
interface BallotsFolder {
  /** The name of the wide table, and which of its columns are ratings: 1 to 5, or a code below zero. */
  table: string;
  ratings: readonly string[];
  /** What one of them is labelled with. */
  labelOf: Record<string, string>;
}

/**
 * The place of the maker: it writes an export of made-up ballots into a folder, with load.R, load.py and load.sps. Without
 * one these tests are skipped, and say so.
 */
type Maker = (folder: string) => Promise<BallotsFolder>;
const plugged = (): Maker | undefined => undefined;
const makeBallots = plugged();

const TO_BE_LOADED =
  "that single ballots are loaded with labels, missing values and the same means";
const rscript = await expectTool("R", TO_BE_LOADED);
const python = await expectTool("pandas", TO_BE_LOADED);
const pspp = await expectTool("PSPP", TO_BE_LOADED);
if (makeBallots === undefined) {
  process.stderr.write(
    "Skipped: no maker of exports is plugged in here. Not checked: the loaders.\n",
  );
}

describe.skipIf(makeBallots === undefined)("the loaders of single ballots", () => {
  let folder: string;
  let made: BallotsFolder;
  /** By column: the mean of all that were rated, and how many there are. */
  let means: Record<string, { n: number; mean: number }>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kenes-ballots-"));
    made = await makeBallots!(folder);
    const rows: Record<string, string>[] = parse(await readFile(join(folder, made.table), "utf8"), {
      columns: true,
    });
    means = Object.fromEntries(
      made.ratings.map((name) => {
        const rated = rows.map((row) => Number(row[name])).filter((rating) => rating > 0);
        const sum = rated.reduce((all, one) => all + one, 0);
        return [name, { n: rated.length, mean: sum / rated.length }];
      }),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs a script without a warning; what it prints is a line for each column: name, n, mean, label. */
  async function loaded(program: string, args: readonly string[], name: string, script: string) {
    await writeFile(join(folder, name), script);
    const ran = await runTool(program, [...args, name], { folder });
    expect(ran).toMatchObject({ status: 0, errors: "" });
    const found = ran.output
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(found.map(([column]) => column)).toEqual(made.ratings);
    for (const [column = "", n, mean, label] of found) {
      expect(Number(n), column).toBe(means[column]!.n);
      expect(Number(mean), column).toBeCloseTo(means[column]!.mean, 9);
      if (column in made.labelOf) expect(label).toBe(made.labelOf[column]);
    }
  }

  test.skipIf(rscript === undefined)("load.R", () =>
    loaded(
      rscript!,
      [],
      "use.R",
      `options(warn = 2, digits = 15)
source("load.R", encoding = "UTF-8")
for (name in c(${made.ratings.map((one) => `"${one}"`).join(", ")})) {
  rated <- ballots[[name]][!is.na(ballots[[name]])]
  stopifnot(all(rated %in% 1:5), is.factor(words[[name]]))
  cat(name, length(rated), mean(rated), labels[[name]], sep = "\\t")
  cat("\\n")
}
`,
    ),
  );

  test.skipIf(python === undefined)("load.py", () =>
    loaded(
      python!,
      ["-W", "error"],
      "use.py",
      `from load import ballots, labels, words
for name in [${made.ratings.map((one) => `"${one}"`).join(", ")}]:
    rated = ballots[name].dropna()
    assert rated.isin([1, 2, 3, 4, 5]).all() and words[name].dtype == "category"
    print(name, len(rated), float(rated.mean()), labels[name], sep="\\t")
`,
    ),
  );

  test.skipIf(pspp === undefined)("load.sps", async () => {
    const use = `INSERT FILE='load.sps'.
COMPUTE all_ballots=1.
AGGREGATE OUTFILE=* /BREAK=all_ballots ${made.ratings.map((one) => `/n_${one}=N(${one}) /m_${one}=MEAN(${one})`).join(" ")}.
SAVE TRANSLATE /OUTFILE='means.csv' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES.
`;
    await writeFile(join(folder, "use.sps"), use);
    const ran = await runTool(pspp!, ["use.sps"], { folder });
    expect(ran).toMatchObject({ status: 0, errors: "" });
    expect(ran.output).not.toMatch(/warning|error/i);
    const [row = {}] = parse<Record<string, string>>(
      await readFile(join(folder, "means.csv"), "utf8"),
      { columns: true, bom: true },
    );
    for (const name of made.ratings) {
      expect(Number(row[`n_${name}`]), name).toBe(means[name]!.n);
      expect(Number(row[`m_${name}`]), name).toBeCloseTo(means[name]!.mean, 2);
    }
  });
});
