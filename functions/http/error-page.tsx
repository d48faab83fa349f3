import { UnavailablePage } from "../../web/page/unavailable-page.tsx";
import { pageText } from "./answers.tsx";
import { readAssets } from "./assets.ts";

/** The page for when nothing answers, as the build puts it beside the pages' files (scripts/build/error-page.ts). */
export async function errorPage(manifestFile: string): Promise<string> {
  const { style } = await readAssets(manifestFile);
  return pageText(<UnavailablePage style={style} />);
}
