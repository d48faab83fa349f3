import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../functions/secrets.ts";
import { type Ran, runTool } from "../support/tools.ts";
import { checked, expectAll, folderOf, hush, newFolder, SCRIPTS } from "./checked.ts";
import { few, WORLDS } from "./worlds.ts";

describe.each(WORLDS)("results with %s", (_, releases) => {
  test("are found to agree", async () => {
    const all = releases();
    const folder = await folderOf(all);
    const newest = await readFile(join(folder, `releases/${all.length}.json`), "utf8");
    const [first, second = first] = await checked(folder);
    for (const ran of [first!, second!]) {
      expect(ran, ran.script).toMatchObject({ status: 0, errors: "" });
      const said = ran.output.trimEnd().split("\n");
      expect(said.at(-1), ran.script).toBe("All agree: 0 differences, 0 missing.");
      expect(said).toContainEqual(
        expect.stringMatching(/^Figures: [1-9][\d,]+ figures made again/),
      );
      expect(said).toContainEqual(
        expect.stringContaining(`SHA-256 of release ${all.length}: ${sha256(newest)}.`),
      );
    }
    const tables = ({ output }: Ran) => [...output.matchAll(/^Table .*/gm)].map(String).toSorted();
    expect(tables(first!)).toEqual(
      [
        ...(all[0]!.flags === undefined ? [] : ["flags"]),
        "gaps",
        "results",
        "results.en",
        "results.kk",
        "results.ru",
      ].map((name) =>
        expect.stringMatching(new RegExp(`^Table ${name}\\.csv: [1-9][\\d,]+ cells compared`)),
      ),
    );
    expect(tables(second!)).toEqual(tables(first!));
  });
});

describe("what is found is named", () => {
  /** A folder of its own, in which something was changed and the list of files made to fit. */
  async function changed(path: string, edit: (text: string) => string): Promise<string> {
    const folder = await folderOf(few());
    const before = await readFile(join(folder, path), "utf8");
    const after = edit(before);
    expect(after).not.toBe(before);
    await writeFile(join(folder, path), after);
    await hush(folder, path);
    return folder;
  }
  const [last] = few().slice(-1);
  const { mean, rated } = last!.recommendations[0]!.panels.public;
  const cells = (line: string) => line.split(",");

  test("a cell by file, row and column, with both values", async () => {
    const folder = await changed("results.csv", (text) => {
      const lines = text.split("\r\n");
      const place = cells(lines[0]!).indexOf("mean");
      const row = cells(lines[1]!);
      expect(row[place]).toBe(String(mean));
      row[place] = "1.23";
      return [lines[0], row.join(","), ...lines.slice(2)].join("\r\n");
    });
    await expectAll(folder, 1, `results.csv, row 2, mean: "1.23", in the release "${mean}".`);
  });

  test("a figure by its path", async () => {
    const folder = await changed("releases/3.json", (text) =>
      text.replace(`"rated":${rated}`, `"rated":${rated! + 1}`),
    );
    await expectAll(
      folder,
      1,
      `releases/3.json/recommendations/0/panels/public/rated: ${rated! + 1}, by the counts ${rated}.`,
    );
  });

  test("a reason that stands in the table alone, and a row that is gone", async () => {
    const reasoned = await changed("results.csv", (text) =>
      text.replace("no_opinion=", "no_opinion=not-"),
    ).catch(() =>
      changed("results.csv", (text) => text.replace(",,5-is-top", ",mean=few,5-is-top")),
    );
    await expectAll(reasoned, 1, "results.csv, row ");
    const shorter = await changed("gaps.csv", (text) => text.replace(/\r\n[^\r]*\r\n$/, "\r\n"));
    await expectAll(shorter, 1, "gaps.csv: 4 rows, 4 of them different, instead of 5.");
  });

  test("a release that was made anew, by the one after it", async () => {
    const folder = await changed("releases/2.json", (text) => text.replace('"week"', '"days"'));
    await expectAll(folder, 1, 'releases/3.json: "previous" is ');
  });

  test("what is missing, and a method that is not known", async () => {
    const whole = await folderOf(few());
    for (const name of ["gaps.csv", "codebook.csv", "releases/2.json", "results.kk.csv"]) {
      const folder = await newFolder();
      await cp(whole, folder, { recursive: true });
      await rm(join(folder, name));
      await expectAll(folder, 2, `${name} is missing`, "INCOMPLETE");
    }
    const other = await changed("releases/3.json", (text) =>
      text.replace('"method":2', '"method":3'),
    );
    await expectAll(other, 2, "The newest release is of method 3; this checks method 2.");
    const nothing = await newFolder();
    for (const [script, program] of SCRIPTS) {
      const ran = await runTool(program, [join(whole, script), nothing]);
      expect(ran, script).toMatchObject({ status: 2, errors: "" });
    }
  });

  test("a file that the list does not name, and one that is no JSON", async () => {
    const folder = await folderOf(few());
    const list = join(folder, "datapackage.json");
    const whole = JSON.parse(await readFile(list, "utf8"));
    whole.resources = whole.resources.filter(({ path }: { path: string }) => path !== "gaps.csv");
    await writeFile(list, JSON.stringify(whole));
    await expectAll(folder, 2, "gaps.csv is not in datapackage.json.");
    await writeFile(list, "{");
    await expectAll(folder, 1, "datapackage.json is no JSON");
  });
});

test("the scripts need nothing beside each other, and are short enough to be read", async () => {
  const at = (name: string) => new URL(`../../scripts/check/${name}`, import.meta.url);
  const limits = { "check.mjs": 150, "recompute.mjs": 150, "check.py": 200, "figures.py": 200 };
  for (const [name, most] of Object.entries({
    ...limits,
    "recompute.py": 200,
    "recompute-flags.mjs": 150,
    "recompute_flags.py": 200,
  })) {
    const lines = (await readFile(at(name), "utf8")).trimEnd().split("\n");
    expect(lines.length, name).toBeLessThanOrEqual(most);
    expect(Math.max(...lines.map((line) => line.length)), name).toBeLessThanOrEqual(120);
    const imported = lines.flatMap((line) => /^import .* from "([^"]+)"/.exec(line)?.[1] ?? []);
    for (const one of imported) expect(one).toMatch(/^(node:|\.\/recompute(-flags)?\.mjs$)/);
  }
});
