import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultsFolder } from "../support/results-folder.ts";
import { expectTool, findTool, runTool } from "../support/tools.ts";
import { usual } from "./worlds.ts";

/* docs/analysts.md, block by block, in the folder with the files: what it shows is what runs. */

const guide = await readFile(new URL("../../docs/analysts.md", import.meta.url), "utf8");
const blocks = [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind, text]) => ({
  kind: kind!,
  text: text!,
}));
/** All blocks of a language, one after the other: later ones go on with what earlier ones made. */
const script = (kind: string) =>
  blocks
    .filter((block) => block.kind === kind)
    .map(({ text }) => text)
    .join("\n");

const rscript = await expectTool("R", "the R of docs/analysts.md");
const python = await expectTool("pandas", "the Python of docs/analysts.md");
const drawing = await expectTool("matplotlib", "the chart that docs/analysts.md draws in Python");

describe("docs/analysts.md", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await resultsFolder(usual(), await mkdtemp(join(tmpdir(), "kenes-analysts-")));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const isDrawn = async (chart: string) => {
    const text = await readFile(join(folder, chart), "utf8");
    expect(text).toContain("<svg");
    expect(text.length).toBeGreaterThan(5000);
  };

  test("has blocks of known languages only, and names the files of the zip", async () => {
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(["text", "sh", "r", "python"]));
    const named = [...guide.matchAll(/"(\w[\w.]*\.csv)"/g)].map(([, name]) => name!);
    for (const name of new Set(named)) await access(join(folder, name));
    expect(new Set(named).size).toBeGreaterThanOrEqual(2);
  });

  test("checks the files", async () => {
    const has = (await findTool("Python")) !== undefined;
    for (const line of script("sh").trim().split("\n")) {
      if (line.startsWith("python3") && !has) continue;
      const ran = await runTool(
        "/bin/sh",
        ["-c", `PATH="${dirname(process.execPath)}:$PATH"; ${line}`],
        {
          folder,
        },
      );
      expect(ran, line).toMatchObject({ status: 0, errors: "" });
    }
  });

  test.skipIf(rscript === undefined)("runs in R, without a warning", async () => {
    await writeFile(join(folder, "guide.R"), `options(warn = 2)\n${script("r")}`);
    const ran = await runTool(rscript!, ["guide.R"], { folder });
    expect(ran).toMatchObject({ status: 0, errors: "" });
    expect(ran.output).toContain("18 recommendations, 0 without a mean");
    expect(ran.output).toMatch(/\d+ of 18 compared recommendations differ/);
    await isDrawn("priorities-r.svg");
  });

  test.skipIf(python === undefined)("runs in Python, without a warning", async () => {
    await writeFile(join(folder, "guide.py"), script("python"));
    const ran = await runTool(drawing ?? python!, ["-W", "error", "guide.py"], { folder });
    expect(ran).toMatchObject({ status: 0, errors: "" });
    expect(ran.output).toContain("18 recommendations, 0 without a mean");
    expect(ran.output).toMatch(/\d+ of 18 compared recommendations differ/);
    if (drawing !== undefined) await isDrawn("priorities-python.svg");
  });
});
