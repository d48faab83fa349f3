import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Release } from "../../domain/release/schema.ts";
import { releaseText } from "../../domain/release/release.ts";
import { csv } from "../../functions/csv.ts";
import { sha256 } from "../../functions/secrets.ts";
import { COLUMNS } from "./results-columns.ts";
import { definitionOf } from "../local/released.ts";

/*
 * The files of published results as a folder, as the zip of a release holds them, for those who check and read them. It has
 * a maker of its own, until the zip itself is unpacked here: only `resultsFolder` is known outside.
 */

const CHECKS = new URL("../../scripts/check/", import.meta.url);
const LANGUAGES = ["en", "ru", "kk"] as const;

type Row = Record<string, string>;
type Cell = string | number;
type Node = Record<string, unknown>;

/** The figure at a path, and the reason where there is none. */
function figureAt(release: Release, path: string, row: Row): { value: unknown; reason?: string } {
  const [panels = "", groups = ""] = path.split(" | ");
  const template = (row["group"] ?? "all") === "all" ? panels : groups;
  const steps = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => row[name]!).split("/");
  let [node, reason] = [release as unknown, undefined as string | undefined];
  for (const [at, step] of steps.entries()) {
    const hidden = (node as Node | null)?.["hidden"] as Record<string, string> | undefined;
    for (let end = at + 1; end <= steps.length; end++) {
      reason =
        hidden?.[
          steps
            .slice(at, end)
            .join("/")
            .replace(/^measured$/, "rated")
        ] ?? reason;
    }
    const found = (one: Node) =>
      one["code"] === step || `${String(one["question"])}:${String(one["option"])}` === step;
    const isList = Array.isArray(node) && typeof node[0] === "object" && node[0] !== null;
    node = isList ? (node as Node[]).find(found) : (node as Node | null | undefined)?.[step];
  }
  return node === undefined || node === null
    ? { value: "", ...(reason && { reason }) }
    : { value: node };
}

/** The rows of a table: what each is about, then every figure by its path. */
function tableOf(release: Release, columns: [string, string][], rows: Row[]): Cell[][] {
  return rows.map((row) => {
    const hidden: string[] = [];
    return columns.map(([name, path]): Cell => {
      if (name === "hidden") return hidden.join(" ");
      if (path === "") return row[name] ?? "";
      const { value, reason } = figureAt(release, path, row);
      if (reason !== undefined) hidden.push(`${name}=${reason}`);
      return typeof value === "number" ? value : String(value);
    });
  });
}

/** What stands in each file, by its path. */
function filesOf(releases: readonly Release[]): Map<string, string> {
  const newest = releases.at(-1)!;
  const codes = newest.recommendations.map(({ code }) => code);
  const rows = {
    results: [
      ...codes.flatMap((code) =>
        ["public", "expert"].map((panel): Row => ({ code, panel, group: "all" })),
      ),
      ...newest.segments.flatMap(({ question, option }) =>
        codes.map((code): Row => ({
          code,
          panel: "public",
          group: `${question}:${option}`,
          question,
          option,
        })),
      ),
    ],
    gaps: codes.map((code): Row => ({ code })),
  };
  const { recommendations } = definitionOf(newest);
  const title = (code: string, language: (typeof LANGUAGES)[number]) =>
    recommendations[codes.indexOf(code)]!.title[language]!;
  const files = new Map<string, string>();
  for (const name of ["results", "gaps"] as const) {
    const names = COLUMNS[name].map(([column]) => column);
    const cells = tableOf(newest, COLUMNS[name], rows[name]);
    files.set(`${name}.csv`, csv([names, ...cells]));
    if (name === "gaps") continue;
    for (const language of LANGUAGES) {
      const labelled = cells.map((row, place) => [
        ...row,
        title(rows.results[place]!["code"]!, language),
      ]);
      files.set(`results.${language}.csv`, csv([[...names, "title"], ...labelled]));
    }
  }
  const texts = LANGUAGES.map((language) => `title_${language}`);
  files.set(
    "recommendations.csv",
    csv([
      ["code", "addressee", ...texts],
      ...newest.recommendations.map(({ code, addressee }) => [
        code,
        addressee,
        ...LANGUAGES.map((language) => title(code, language)),
      ]),
    ]),
  );
  files.set(
    "codebook.csv",
    csv([
      ["file", "column", "position", "path"],
      ...(["results", "gaps"] as const).flatMap((name) =>
        COLUMNS[name].map(([column, path], place) => [`${name}.csv`, column, place + 1, path]),
      ),
    ]),
  );
  for (const release of releases)
    files.set(`releases/${release.release}.json`, releaseText(release));
  return files;
}

/** Writes the files of a chain of releases, the newest last, with the scripts that check them. */
export async function resultsFolder(releases: readonly Release[], folder: string): Promise<string> {
  const files = filesOf(releases);
  for (const name of await readdir(CHECKS)) {
    if (/\.(mjs|py)$/.test(name)) files.set(name, await readFile(new URL(name, CHECKS), "utf8"));
  }
  files.set("datapackage.json", packageOf(files));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** The list of all other files, with size and fingerprint. */
function packageOf(files: ReadonlyMap<string, string>): string {
  const resources = [...files].map(([path, text]) => ({
    name: path.replaceAll(/[^a-z0-9]+/g, "-"),
    path,
    bytes: Buffer.byteLength(text),
    hash: `sha256:${sha256(text)}`,
  }));
  return `${JSON.stringify({ name: "made-up-results", resources }, undefined, 2)}\n`;
}
