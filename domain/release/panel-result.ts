import { hide, type Shown } from "../disclosure/shown.ts";
import { noFigures, panelFigures } from "./figures.ts";
import type { Side } from "./gaps.ts";
import { reasonsOf, unless } from "./limits.ts";
import type { Figures } from "./schema.ts";

/** What is published of one panel. */
export interface PanelResult {
  ballots: Shown<number>;
  choosers: Shown<number>;
  figures: Figures[];
}

/** What a release says of one panel; of an exact one of one or two members, nothing at all. */
export function panelOf({ group, limits }: Side): PanelResult {
  const { any } = reasonsOf({ rated: group.ballots }, limits);
  if (limits.because === "small-panel" && any !== undefined) {
    return {
      ballots: hide(any),
      choosers: hide(any),
      figures: group.recommendations.map(() => noFigures(any)),
    };
  }
  return {
    ballots: unless(any, () => group.ballots),
    choosers: unless<number>(undefined, () => group.choosers),
    figures: panelFigures(group, limits),
  };
}

/** Of how many recommendations a rank by mean is told. */
export const rankedOf = (figures: readonly Figures[]): number =>
  figures.filter(({ rank }) => rank !== null).length;
