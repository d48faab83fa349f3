/**
 * Two releases side by side, from their published figures alone. Of two waves a difference is called one where
 * `waves.ts` says so. Two releases of one consultation count the same people again, with those who came since,
 * and share their noise: no test of two samples holds there, so none is made (docs/decisions/040-comparison-and-charts.md).
 */
import { type Panel, PANELS } from "../ballot/ballot.ts";
import type { Figures } from "./schema.ts";
import { type Uncompared, type Wave, type WaveDifference, wavesOf } from "./waves.ts";

/** Why nothing is said of a difference. */
type NotCompared = Uncompared | "same-people";

export interface ComparedFigures {
  earlier: Figures;
  later: Figures;
  compared: WaveDifference | { because: NotCompared };
}

/** A recommendation that both releases have, in the later one's order. */
export interface ComparedPair {
  code: string;
  panels: Record<Panel, ComparedFigures>;
}

export interface Comparison<Side extends Wave = Wave> {
  kind: "releases" | "waves";
  earlier: Side;
  later: Side;
  pairs: ComparedPair[];
  /** Codes of recommendations that one of the two alone has. */
  only: { earlier: string[]; later: string[] };
}

/** Two releases of one consultation, or of two consultations of which the later continues the earlier. */
export function comparisonOf<Side extends Wave>(earlier: Side, later: Side): Comparison<Side> {
  const isOne = earlier.consultation.id === later.consultation.id;
  const codes = [earlier, later].map(({ release }) => release.recommendations.map(codeOf));
  const [then, now] = codes as [string[], string[]];
  return {
    kind: isOne ? "releases" : "waves",
    earlier,
    later,
    pairs: isOne ? sideBySide(earlier, later) : wavesOf(earlier, later),
    only: {
      earlier: then.filter((code) => !now.includes(code)),
      later: now.filter((code) => !then.includes(code)),
    },
  };
}

const codeOf = ({ code }: { code: string }): string => code;

const sideBySide = (earlier: Wave, later: Wave): ComparedPair[] =>
  later.release.recommendations.flatMap(({ code, panels: now }) => {
    const then = earlier.release.recommendations.find((one) => one.code === code)?.panels;
    if (then === undefined) return [];
    const panels = PANELS.map((panel): [Panel, ComparedFigures] => [
      panel,
      { earlier: then[panel], later: now[panel], compared: { because: "same-people" } },
    ]);
    return [{ code, panels: Object.fromEntries(panels) as ComparedPair["panels"] }];
  });

/**
 * How many more ballots of a panel there are now, by the two published counts; below 0 where more were withdrawn
 * or the noise says so; `null` where one of the counts is not told, or of two waves, whose ballots are others.
 */
export function ballotsSince({ kind, earlier, later }: Comparison, panel: Panel): number | null {
  const [before, now] = [earlier.release.ballots[panel], later.release.ballots[panel]];
  return kind === "waves" || before === null || now === null ? null : now - before;
}

/** The panels of which a figure of either release is told. */
export const toldPanels = ({ pairs }: Pick<Comparison, "pairs">): Panel[] =>
  PANELS.filter((panel) =>
    pairs.some(({ panels }) => [panels[panel].earlier, panels[panel].later].some(hasMean)),
  );

const hasMean = ({ mean }: Figures): boolean => mean !== null;

/** Recommendations of which a panel's rank is told in both, by whether it is another one. */
export function rankChanges(
  { pairs }: Pick<Comparison, "pairs">,
  panel: Panel,
): { moved: string[]; stayed: string[] } {
  const both = pairs.filter(
    ({ panels }) => panels[panel].earlier.rank !== null && panels[panel].later.rank !== null,
  );
  const isMoved = ({ panels }: ComparedPair): boolean =>
    panels[panel].earlier.rank !== panels[panel].later.rank;
  return {
    moved: both.filter(isMoved).map(codeOf),
    stayed: both.filter((one) => !isMoved(one)).map(codeOf),
  };
}
