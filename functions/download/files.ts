import type { Consultation } from "../../domain/consultation/definition.ts";
import { inLanguage } from "../../domain/release/codebook.ts";
import {
  publicTables,
  recommendationRows,
  TABLES,
  ZIP_FILE,
} from "../../domain/release/public-tables.ts";
import type { CellValue } from "../../domain/release/table.ts";
import {
  markedUnflagged,
  type PanelTable,
  unflaggedPanels,
} from "../../domain/release/unflagged-tables.ts";
import { flagRows, gapRows, type TidyRow, tidyRows } from "../../domain/release/tidy-table.ts";
import { inOriginal, type Described } from "../../web/download/about-release.ts";
import { citationBib, citationCff } from "../../web/download/citation-files.ts";
import { codebookRows } from "../../web/download/codebook-rows.ts";
import { dataPackage } from "../../web/download/data-package.ts";
import { readme } from "../../web/download/readme.ts";
import { rowWording } from "../../web/download/row-wording.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { csv } from "../csv.ts";
import type { PublishedRelease, PublishedReleases } from "../memory/releases.ts";
import { sha256Bytes } from "../secrets.ts";
import { chainTo } from "./chain.ts";
import { CHECK_COMMANDS, CHECK_SCRIPTS } from "./check-scripts.ts";
import { zipOf } from "./zip.ts";

const CFF = "CITATION.cff";
const BIB = "citation.bib";
const README = "README.md";
const PACKAGE = "datapackage.json";

/** What kind each file is, by the end of its name. */
const TYPES: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  cff: "text/yaml; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
  zip: "application/zip",
};
export const typeOf = (name: string): string => TYPES[name.split(".").at(-1)!]!;

/** The names of all files that there are of each release of a consultation, the zip as the last. */
export const fileNames = ({
  languages,
  release,
}: Pick<Consultation, "languages" | "release">): string[] => [
  ...publicTables(languages, release).map(({ file }) => file),
  CFF,
  BIB,
  README,
  PACKAGE,
  ZIP_FILE,
];

/** A release, of what, and who serves it under which address. */
export interface Downloaded {
  consultation: Consultation;
  found: PublishedRelease;
  published: PublishedReleases;
  origin: string;
}

/**
 * Makes one file of a release (`fileNames`); the same bytes for the same release, definition, address and program. All are made
 * of the release and of the wording, and of nothing that is not published.
 */
export async function releaseFile(name: string, of: Downloaded): Promise<Uint8Array> {
  const small = smallFile(name, of, () => tidyRows(of.found.release));
  if (small !== undefined) return bytesOf(small);
  const files = await packed(of);
  return name === ZIP_FILE ? zipOf(files, of.found.release.releasedAt) : files.get(name)!;
}

/** Whether a file of a release is there without flagged ballots too: the tables of whole panels alone. */
export const hasUnflagged = (name: string, { languages }: Pick<Consultation, "languages">) =>
  [TABLES.results, ...languages.map((one) => inLanguage(TABLES.results, one))].includes(name);

/** The same without flagged ballots, of a release that tells that (`tellsWithout`). */
export function unflaggedFile(name: string, of: Downloaded): Uint8Array {
  const release = unflaggedPanels(of.found.release);
  const found = { ...of.found, release };
  const table = tableOf(name, { ...of, found }, () => tidyRows(release));
  const { columns, rows } = markedUnflagged(table!, release);
  return bytesOf(csv([columns, ...rows]));
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const describedBy = ({
  consultation,
  found: { release, hash },
  origin,
}: Downloaded): Described => ({
  consultation,
  release,
  hash,
  origin,
});

/** Those that are made of this release alone; `undefined` for one that is made of other files. */
function smallFile(name: string, of: Downloaded, tidy: () => TidyRow[]): string | undefined {
  const table = tableOf(name, of, tidy);
  if (table !== undefined) return csv([table.columns, ...table.rows]);
  if (name === CFF) return citationCff(describedBy(of));
  if (name === BIB) return citationBib(describedBy(of));
  return undefined;
}

/** A table by the name of its file; `undefined` where that is no table. */
function tableOf(name: string, of: Downloaded, tidy: () => TidyRow[]): PanelTable | undefined {
  const { languages, release } = of.consultation;
  const table = publicTables(languages, release).find(({ file }) => file === name);
  return (
    table && { columns: table.columns.map((column) => column.name), rows: rowsOf(name, of, tidy) }
  );
}

function rowsOf(
  name: string,
  { consultation, found: { release } }: Downloaded,
  tidy: () => TidyRow[],
): CellValue[][] {
  switch (name) {
    case TABLES.recommendations:
      return recommendationRows(consultation);
    case TABLES.gaps:
      return gapRows(release).map(({ cells }) => cells);
    case TABLES.flags:
      return flagRows(release).map(({ cells }) => cells);
    case TABLES.codebook:
      return codebookRows(consultation);
    default: {
      const language = consultation.languages.find(
        (one) => inLanguage(TABLES.results, one) === name,
      );
      if (language === undefined) return tidy().map(({ cells }) => cells);
      const given = { ...inOriginal(consultation), language, text: catalogueFor(language) };
      const wordingAt = rowWording(given, release);
      return tidy().map(({ cells, place }) => [...cells, ...wordingAt(place)]);
    }
  }
}

/** Everything that is in the package, by its name. */
async function packed(of: Downloaded): Promise<Map<string, Uint8Array>> {
  const { consultation, found, published } = of;
  const chain = await chainTo(published, found);
  const files = new Map<string, Uint8Array>();
  const rows = tidyRows(found.release);
  for (const name of fileNames(consultation)) {
    const text = smallFile(name, of, () => rows);
    if (text !== undefined) files.set(name, bytesOf(text));
  }
  for (const { number, text } of chain) files.set(`releases/${number}.json`, bytesOf(text));
  for (const [name, text] of CHECK_SCRIPTS) files.set(name, bytesOf(text));
  const described = describedBy(of);
  const contents = {
    commands: CHECK_COMMANDS,
    scripts: CHECK_SCRIPTS.map(([name]) => name),
    oldest: chain[0]!.number,
  };
  files.set(README, bytesOf(readme(described, contents)));
  const listed = [...files].map(([name, bytes]) => ({
    name,
    bytes: bytes.byteLength,
    sha256: sha256Bytes(bytes),
  }));
  files.set(PACKAGE, bytesOf(dataPackage(described, listed)));
  return files;
}
