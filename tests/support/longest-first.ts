import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take the most time, from the longest: whichever of them came last would run on alone, with the other
 * cores idle. A file that grows long and is not in the list only costs time.
 */
const LONGEST = [
  "browser/results",
  "rehearsal/rehearsal",
  "local/server",
  "local/kenes-check",
  "browser/accessibility",
  "browser/console-states",
  "browser/faults",
  "tools/check",
  "browser/newcomer",
  "browser/firefox",
  "browser/translation",
  "local/database",
  "browser/invitations",
  "browser/anybodys-report",
  "browser/rate",
  "browser/safety",
  "browser/organise-sign-in",
  "functions/organiser/access",
  "local/kenes-backup",
  "functions/jobs/counting.property",
  "tools/digits",
];

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return at < 0 ? LONGEST.length : at;
};

/** The long files first, whatever their project; then as Vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- Vitest's own, which is asynchronous and changes nothing
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => place(one) - place(other));
  }
}
