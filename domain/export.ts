import { PANELS } from "./ballot.ts";
import { SCALE } from "./rating.ts";
import type { Release } from "./release.ts";

/** The columns of the results table, in order. Names stay as they are once published. */
export const RESULT_COLUMNS = [
  "consultation",
  "release",
  "released_at",
  "simulated",
  "code",
  "addressee",
  "panel",
  "ballots",
  "rated",
  "no_opinion",
  "skipped",
  ...SCALE.map((point) => `count_${point}`),
  "mean",
  "interval_low",
  "interval_high",
  "rank",
  "high_share",
  "disagreement",
  "hidden",
] as const;

type CellValue = string | number;

/**
 * A release as a tidy table: one row for each recommendation and panel, in catalogue order. A
 * hidden figure is an empty cell, and the column `hidden` names it with its reason.
 */
export const resultRows = (release: Release): CellValue[][] =>
  release.recommendations.flatMap((one) =>
    PANELS.map((panel) => {
      const figures = one.panels[panel];
      return [
        release.consultation,
        release.release,
        release.releasedAt,
        String(release.simulated),
        one.code,
        one.addressee,
        panel,
        release.ballots[panel],
        figures.rated,
        figures.noOpinion,
        figures.skipped,
        ...figures.counts,
        figures.mean,
        figures.interval?.[0],
        figures.interval?.[1],
        figures.rank,
        figures.highShare,
        figures.disagreement,
        Object.entries(figures.hidden)
          .map(([name, reason]) => `${name}=${reason}`)
          .join(" "),
      ].map((value) => value ?? "");
    }),
  );
