import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { fill, formatNumber, plural } from "../../text.ts";
import type { ResultsView } from "./view.ts";

type Of = Pick<ResultsView, "language" | "text" | "release">;

/** Whether a panel's counts are exact; all others say "about". */
export const isExact = ({ rules }: Release, panel: Panel | "segment"): boolean =>
  panel === "expert" && rules.expertsExact;

/** How many rated, as a sentence has it: "about 12 ratings", or "13 ratings" where they are counted exactly. */
export const ratingsWords = (
  { language, text, release }: Of,
  panel: Panel | "segment",
  rated: number | null,
): string => {
  const { ratings, ratingsExact } = text.results;
  return plural(language, isExact(release, panel) ? ratingsExact : ratings, rated ?? 0);
};

/** The same in short, beside a figure: "n ≈ 12". */
export const nWords = (
  { language, text, release }: Of,
  panel: Panel | "segment",
  rated: number | null,
): string =>
  fill(isExact(release, panel) ? text.results.n.exact : text.results.n.about, {
    n: formatNumber(language, rated ?? 0),
  });

/** Why not one figure of a panel is shown. */
export function nothingWords({ language, text, release }: Of, panel: Panel): string {
  const { panelHidden } = text.results;
  return isExact(release, panel)
    ? panelHidden.small
    : fill(panelHidden[panel], { base: formatNumber(language, release.rules.base) });
}
