import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The projects, those with the longest files first. One after the other: a worker is kept for the next file of the same
 * project alone, and each new one loads all modules again, and begins a browser of its own.
 */
const PROJECTS = ["browser", "functions", "tools", "infra", "chaos", "domain", "web", "house"];

/**
 * Files that take the most time, from the longest: whichever of them came last would run on alone, with the other
 * cores idle. A file that grows long and is not in the list only costs time.
 */
const LONGEST = [
  "browser/results",
  "browser/accessibility",
  "browser/console-states",
  "browser/faults",
  "browser/newcomer",
  "browser/firefox",
  "browser/translation",
  "browser/invitations",
  "browser/anybodys-report",
  "browser/rate",
  "browser/safety",
  "browser/organise-sign-in",
  "rehearsal/rehearsal",
  "local/server",
  "local/kenes-check",
  "local/database",
  "functions/organiser/access",
  "local/kenes-backup",
  "functions/jobs/counting.property",
  "tools/check",
  "tools/digits",
];

const placeOf = (what: string, among: readonly string[]): number => {
  const at = among.indexOf(what);
  return at < 0 ? among.length : at;
};
const project = ({ project: { name } }: TestSpecification): number => placeOf(name, PROJECTS);
const length = ({ moduleId }: TestSpecification): number =>
  placeOf(/\/tests\/(.*)\.test\.ts$/.exec(moduleId)?.[1] ?? "", LONGEST);

/** Project by project, and in each the long files first; then as Vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- Vitest's own, which is asynchronous and changes nothing
    const usual = await super.sort(files);
    return usual.toSorted(
      (one, other) => project(one) - project(other) || length(one) - length(other),
    );
  }
}
