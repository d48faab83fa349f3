import { licenceOf } from "../../domain/consultation/licence.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import { type Described, inOriginal, resultsAddress } from "./about-release.ts";

/** What both forms say, in the original language. */
function cited(described: Described) {
  const { consultation, release, hash } = described;
  const given = inOriginal(consultation);
  const { language, text } = given;
  const said = (texts: Record<string, string>) => textOf(saidIn(given, consultation, texts));
  const title = fill(text.codebook.readme.title, {
    title: said(consultation.title),
    number: formatNumber(language, release.release),
  });
  return {
    author:
      consultation.organiser === undefined ? consultation.id : said(consultation.organiser.name),
    title: release.simulated ? `${title}. ${text.share.cite.simulated}` : title,
    version: String(release.release),
    day: release.releasedAt.slice(0, 10),
    address: resultsAddress(described),
    hash,
  };
}

/** `CITATION.cff`, Citation File Format 1.2.0 (citation-file-format.github.io). Strings as JSON, which YAML reads. */
export function citationCff(described: Described): string {
  const { author, title, version, day, address, hash } = cited(described);
  const said = JSON.stringify;
  return [
    "cff-version: 1.2.0",
    "type: dataset",
    `message: ${said("If you use these data, please cite them as below.")}`,
    `title: ${said(title)}`,
    "authors:",
    `  - name: ${said(author)}`,
    `version: ${said(version)}`,
    `date-released: ${said(day)}`,
    `license: ${licenceOf(described.consultation).id}`,
    `url: ${said(address)}`,
    "identifiers:",
    "  - type: other",
    `    value: ${said(`sha256:${hash}`)}`,
    `    description: ${said(`SHA-256 of releases/${version}.json`)}`,
    "",
  ].join("\n");
}

/** `citation.bib`: one entry of BibTeX, for BibLaTeX and reference managers too. */
export function citationBib(described: Described): string {
  const { author, title, version, day, address, hash } = cited(described);
  const { id } = described.consultation;
  const [year = "", month = ""] = day.split("-");
  return [
    `@misc{${id}-${version},`,
    // In braces of its own: a name of many words is one name.
    `  author = {{${tex(author)}}},`,
    `  title = {{${tex(title)}}},`,
    `  year = {${year}},`,
    `  month = {${Number(month)}},`,
    `  version = {${version}},`,
    `  url = {${address}},`,
    `  note = {SHA-256 ${hash}. ${licenceOf(described.consultation).name}}`,
    "}",
    "",
  ].join("\n");
}

const TEX: Record<string, string> = {
  "\\": String.raw`\textbackslash{}`,
  "~": String.raw`\textasciitilde{}`,
  "^": String.raw`\textasciicircum{}`,
};

/** A text in which no character means anything to TeX. */
const tex = (text: string): string =>
  text.replaceAll(/[\\~^{}&%$#_]/g, (one) => TEX[one] ?? `\\${one}`);
