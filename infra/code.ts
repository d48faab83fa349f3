import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IgnoreMode } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";

/** The function that draws pages. */
const PAGES = "lambda/web";

/** Written by the build: the files of each function, loaded with it or asked for later. */
const PARTS = "parts.json";
/** What the function of the pages reads besides: how their files are called, and the text of some. */
const OF_PAGES = ["manifest.json", "assets/*"];

/**
 * The code of one function out of the built folder: its own files and no others, so that a start reads little. `entry`
 * without its ending: `lambda/web`. Throws, in one line, where the build has no such function.
 */
export function codeOf(folder: string, entry: string): Code {
  const parts = JSON.parse(readFileSync(join(folder, PARTS), "utf8")) as Record<
    string,
    { start: string[]; asked: string[] } | undefined
  >;
  const own = parts[entry];
  if (own === undefined) throw new Error(`The build has no ${entry}: npm run build makes it anew.`);
  const files = [...own.start, ...own.asked, ...(entry === PAGES ? OF_PAGES : [])];
  // As git leaves files out: all, but for these and the folders in which they stand.
  const exclude = ["*", "!*/", ...files.map((file) => `!/${file}`)];
  return Code.fromAsset(folder, { exclude, ignoreMode: IgnoreMode.GIT });
}
