import { TooManyPage, UnavailablePage } from "../../web/page/refusal-pages.tsx";
import { pageText } from "./answers.tsx";
import { readAssets } from "./assets.ts";

/** The pages for when nothing of ours answers, by file, as the build puts them beside those of the pages. */
export async function errorPages(manifestFile: string): Promise<Record<string, string>> {
  const { style } = await readAssets(manifestFile);
  return {
    "unavailable.html": pageText(<UnavailablePage style={style} />),
    "too-many.html": pageText(<TooManyPage />),
  };
}
