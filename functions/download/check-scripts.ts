/**
 * The scripts by which anybody checks a release, as they stand in the repository: the build takes their text in. The
 * first place in which there are any is the one that counts.
 */
const FOUND = import.meta.glob<string>(
  ["../../scripts/check/check.{mjs,py}", "../../scripts/recompute.mjs"],
  { eager: true, query: "?raw", import: "default" },
);

const inPackage = (path: string): string | undefined => FOUND[`../../scripts/${path}`];

const WHOLE = inPackage("check/check.mjs");
const PYTHON = inPackage("check/check.py");

/** Each script by its name in the package. */
export const CHECK_SCRIPTS: readonly [name: string, text: string][] = [
  ["check.mjs", WHOLE ?? inPackage("recompute.mjs")!],
  ...(PYTHON === undefined ? [] : [["check.py", PYTHON] as [string, string]]),
];

/** How they are run in the unpacked folder. */
export const checkCommands = (release: number): string[] => [
  WHOLE === undefined ? `node check.mjs releases/${release}.json` : "node check.mjs",
  ...(PYTHON === undefined ? [] : ["python3 check.py"]),
];
