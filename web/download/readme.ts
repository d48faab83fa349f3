import { API_RELEASE_FILE, API_RELEASES, pathOf } from "../../domain/paths.ts";
import { inLanguage } from "../../domain/release/codebook.ts";
import { licenceOf } from "../../domain/consultation/licence.ts";
import { TABLES, ZIP_FILE } from "../../domain/release/public-tables.ts";
import { catalogueFor } from "../language/catalogue.ts";
import { languageName } from "../language/names.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill, formatMoment, formatNumber } from "../text.ts";
import { type Described, resultsAddress, sourceLine } from "./about-release.ts";
import type { Given } from "./row-wording.ts";
import { stateLines } from "./states.ts";

/** What of the package its description names. */
interface Contents {
  /** How the figures are checked: `node check.mjs`. */
  commands: readonly string[];
  /** The names of the scripts. */
  scripts: readonly string[];
  /** The oldest release in it. */
  oldest: number;
}

/** `README.md`: what is in the package and how to check it, in the original language and then in the others. */
export function readme(described: Described, contents: Contents): string {
  const { consultation } = described;
  return consultation.languages
    .map((language) => ({ language, text: catalogueFor(language), consultation }))
    .map((given) => partOf(given, described, contents))
    .join("\n---\n\n");
}

function partOf(given: Given, described: Described, contents: Contents): string {
  const { language, text, consultation } = given;
  const { release, hash, origin } = described;
  const words = text.codebook.readme;
  const number = formatNumber(language, release.release);
  const title = textOf(saidIn(given, consultation, consultation.title));
  const moment = formatMoment(language, release.releasedAt, consultation.timeZone);
  const { id } = consultation;
  const file = `releases/${release.release}.json`;
  const licence = licenceOf(consultation);
  return [
    `# ${fill(words.title, { title, number })}`,
    fill(words.what, { number, moment, hash }),
    fill(words.page, { address: resultsAddress(described) }),
    ...stateLines(given, release).slice(3),
    `## ${words.files}`,
    filesOf(given, file, contents),
    ...(contents.oldest > 1
      ? [
          fill(words.cut, {
            number: formatNumber(language, contents.oldest),
            address: origin + pathOf(API_RELEASES, { id }),
          }),
        ]
      : []),
    `## ${words.check}`,
    words.checkHow,
    contents.commands.map((one) => `    ${one}`).join("\n"),
    `## ${words.read}`,
    ...stateLines(given, release).slice(0, 3),
    words.format,
    `## ${words.policy}`,
    ...policyOf(given, described),
    `## ${words.licence}`,
    fill(words.free, {
      licence: licence.name,
      address: licence.address,
      terms: text.share.terms[licence.id],
    }),
    sourceLine(given),
    origin + pathOf(API_RELEASE_FILE, { id, number: release.release, file: ZIP_FILE }),
  ]
    .join("\n\n")
    .concat("\n");
}

function filesOf(given: Given, file: string, { scripts }: Contents): string {
  const { language, text, consultation } = given;
  const { each } = text.codebook.readme;
  const lines: [string, string][] = [
    [TABLES.recommendations, each["recommendations.csv"]],
    [TABLES.results, each["results.csv"]],
    ...consultation.languages.map((one): [string, string] => [
      inLanguage(TABLES.results, one),
      fill(each.language, { language: languageName(one, language) }),
    ]),
    [TABLES.gaps, each["gaps.csv"]],
    ...(consultation.release.flags === undefined
      ? []
      : [[TABLES.flags, each["flags.csv"]] as [string, string]]),
    [TABLES.codebook, each["codebook.csv"]],
    [file, each.release],
    ["datapackage.json", each["datapackage.json"]],
    ...scripts.map((one): [string, string] => [one, each.check]),
    ["CITATION.cff, citation.bib", each.citation],
  ];
  return lines.map(([name, what]) => `- \`${name}\`: ${what}`).join("\n");
}

function policyOf({ text }: Given, { release }: Described): string[] {
  const words = text.codebook.readme;
  const { rules, method } = release;
  if (method === 1) return [fill(words.earlier, { policy: rules.disclosure })];
  return [
    fill(words.protected, {
      policy: rules.disclosure,
      base: rules.base,
      shares: rules.sharesFrom,
      sigma: rules.protection.sigma,
      method,
    }),
    rules.protection.promised ? words.promised : words.notPromised,
  ];
}
