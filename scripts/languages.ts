/**
 * Looks through the texts of the pages: how much of each language is done, what is missing, and what does
 * not fit. `npm run languages`, or `npm run languages -- uz` for one; with `--json` one document, which holds
 * the same as text too. Ends with 1 where a language that says it is complete is not, or where anything
 * does not fit.
 */
import { checkLanguage, isRight, type Report } from "./languages/check.ts";
import { readLanguages } from "./languages/read.ts";

const FOLDER = new URL("../web/language/", import.meta.url).pathname;

const said: string[] = [];
const say = (line: string) => said.push(line);

const percent = ({ texts, done }: Report): string => `${Math.floor((100 * done) / texts)} %`;

function tell(report: Report): void {
  const { language, texts, done, isComplete, missing, misfits } = report;
  const state = isComplete ? "complete" : "working translation";
  say(`${language}: ${percent(report)} done (${done} of ${texts} texts), ${state}`);
  if (missing.length > 0) say(`  missing (${missing.length}), shown in English:`);
  for (const place of missing) say(`    ${place}`);
  if (misfits.length > 0) say(`  does not fit (${misfits.length}):`);
  for (const { place, what } of misfits) say(`    ${place}: ${what}`);
}

const languages = readLanguages(FOLDER);
const words = process.argv.slice(2);
const [only] = words.filter((word) => word !== "--json");
let reports: Report[] = [];
if (only !== undefined && !languages.has(only)) {
  say(`There is no folder web/language/${only}. There are: ${[...languages.keys()].join(", ")}.`);
  process.exitCode = 1;
} else {
  reports = [...(only === undefined ? languages.keys() : [only])].map((language) =>
    checkLanguage(languages, language),
  );
  reports.forEach(tell);
  if (!reports.every(isRight)) process.exitCode = 1;
}
const text = said.map((line) => `${line}\n`).join("");
process.stdout.write(
  words.includes("--json") ? `${JSON.stringify({ languages: reports, text })}\n` : text,
);
