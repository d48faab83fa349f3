import { API_RELEASE_FILE, pathOf } from "../../domain/paths.ts";
import type { CodebookColumn } from "../../domain/release/codebook.ts";
import { licenceOf } from "../../domain/consultation/licence.ts";
import { publicTables, ZIP_FILE } from "../../domain/release/public-tables.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import { type Described, inOriginal, resultsAddress, sourceLine } from "./about-release.ts";
import { categoriesOf, columnWords } from "./column-words.ts";
import type { Given } from "./row-wording.ts";
import { scaleLine, stateLines } from "./states.ts";

/** A file of the package as it is written. */
export interface Packed {
  name: string;
  bytes: number;
  /** SHA-256, in hexadecimal digits. */
  sha256: string;
}

/** The profiles of the standard that the parts are by (datapackage.org, version 2.0). */
const profile = (name: string) => ({
  $schema: `https://datapackage.org/profiles/2.0/${name}.json`,
});

const MEDIA: Record<string, string> = {
  csv: "text/csv",
  json: "application/json",
  md: "text/markdown",
  mjs: "text/javascript",
  py: "text/x-python",
  cff: "application/yaml",
  bib: "application/x-bibtex",
};

/**
 * `datapackage.json`: every file beside it with its hash, every table with the meaning of its columns, in the
 * original language. What the standard has no words for stands under `kenes`.
 */
export function dataPackage(described: Described, files: readonly Packed[]): string {
  const { consultation, release, hash, origin } = described;
  const licence = licenceOf(consultation);
  const given = inOriginal(consultation);
  const { language, text } = given;
  const said = (texts: Record<string, string>) => textOf(saidIn(given, consultation, texts));
  const tables = new Map(
    publicTables(consultation.languages, consultation.release).map((one) => [one.file, one]),
  );
  const { rules } = release;
  const { id } = consultation;
  return `${JSON.stringify(
    {
      ...profile("datapackage"),
      // The same for each release, as the standard asks.
      name: id,
      id: `sha256:${hash}`,
      title: fill(text.codebook.readme.title, {
        title: said(consultation.title),
        number: formatNumber(language, release.release),
      }),
      description: stateLines(given, release).join("\n\n"),
      homepage: resultsAddress(described),
      version: String(release.release),
      created: release.releasedAt,
      contributors: [
        {
          title: consultation.organiser === undefined ? id : said(consultation.organiser.name),
          roles: ["publisher"],
        },
      ],
      sources: [{ title: sourceLine(given) }],
      licenses: [{ name: licence.id, path: licence.address, title: licence.name }],
      resources: files.map(({ name, bytes, sha256 }) => ({
        ...profile("dataresource"),
        name: name.toLowerCase().replaceAll(/[^-a-z0-9._]/g, "-"),
        path: name,
        format: name.split(".").at(-1)!,
        mediatype: MEDIA[name.split(".").at(-1)!] ?? "application/octet-stream",
        encoding: "utf-8",
        bytes,
        hash: `sha256:${sha256}`,
        ...tableOf(given, tables.get(name)?.columns),
      })),
      kenes: {
        release: { number: release.release, sha256: hash, previous: release.previous },
        address: origin + pathOf(API_RELEASE_FILE, { id, number: release.release, file: ZIP_FILE }),
        final: release.final,
        simulated: release.simulated,
        demonstration: rules.schedule.every === "demonstration",
        method: release.method,
        policy: rules.disclosure,
        ...(release.method === 2 && {
          base: rules.base,
          sharesFrom: rules.sharesFrom,
          protection: rules.protection,
        }),
        scale: scaleLine(given),
        states: { rated: [1, 5], noOpinion: -8, skipped: -9, notShown: -7 },
      },
    },
    undefined,
    1,
  )}\n`;
}

/** What makes a resource a table. */
const tableOf = (given: Given, columns: readonly CodebookColumn[] | undefined) =>
  columns && {
    type: "table",
    dialect: { ...profile("tabledialect"), lineTerminator: "\r\n", delimiter: "," },
    schema: {
      ...profile("tableschema"),
      fields: columns.map((column) => fieldOf(given, column)),
      missingValues: [{ value: "", label: columnWords(given.text, { key: "hidden" }).label }],
    },
  };

function fieldOf(given: Given, column: CodebookColumn) {
  const { label, description } = columnWords(given.text, column);
  const categories = categoriesOf(given, column);
  const canBeCategories = column.type === "string" || column.type === "integer";
  return {
    name: column.name,
    type: column.type,
    title: label,
    description,
    ...(canBeCategories &&
      categories.length > 0 && {
        categories: categories.map(([value, words]) => ({ value, label: words })),
      }),
  };
}
