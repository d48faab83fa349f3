/**
 * The scripts by which anybody checks a release, as they stand in the repository: the build takes their text in.
 */
const FOUND = import.meta.glob<string>("../../scripts/check/*.{mjs,py}", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** Each script by its name in the package. */
export const CHECK_SCRIPTS: readonly [name: string, text: string][] = Object.entries(FOUND).map(
  ([path, text]) => [path.split("/").at(-1)!, text],
);

/** How they are run in the unpacked folder. */
export const CHECK_COMMANDS = ["node check.mjs", "python3 check.py"];
