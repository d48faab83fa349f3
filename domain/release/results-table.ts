import { PANELS } from "../ballot/ballot.ts";
import { SCALE } from "../ballot/rating.ts";
import { GAP_COLUMNS } from "./gaps-columns.ts";
import type { Figures, Release } from "./schema.ts";
import {
  type CellValue,
  MEASURED_COLUMNS,
  measuredColumns,
  METHOD_COLUMNS,
  methodColumns,
  type Row,
  table,
} from "./table.ts";
import { hiddenColumns } from "./tidy-table.ts";

/**
 * The columns of the results table, in order. Names and places stay as they are once published: new
 * columns come at the end.
 */
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
  ...SCALE.map((point) => `count_${point}` as const),
  "mean",
  "interval_low",
  "interval_high",
  "rank",
  "high_share",
  "disagreement",
  "hidden",
  "final",
  "made_in",
  "count_low",
  "count_medium",
  "count_high",
  "rank_from",
  "rank_to",
  "high_share_from",
  "high_share_to",
  "low_share",
  "low_share_from",
  "low_share_to",
  "first_share",
  "first_rank",
  "first_rank_from",
  "first_rank_to",
  "interpolated_median",
  "quartile_1",
  "quartile_3",
  "tastle_wierman",
  "van_der_eijk",
  "esteban_ray",
  "gap_theta",
  "gap_delta",
  "gap_from",
  "gap_to",
  "gap_differs",
  "gap_size",
  "consensus",
  ...MEASURED_COLUMNS,
  "first_measured",
  "leaning",
  "ranked",
  ...METHOD_COLUMNS,
  "deviation",
] as const;
type Column = (typeof RESULT_COLUMNS)[number];

/** Those that only the experts' row has. */
const OF_EXPERTS: readonly string[] = GAP_COLUMNS.map(({ name }) => name);

/**
 * The panels of a release as a table: one row for each recommendation and panel, in catalogue order; the
 * experts' has the gap and the consensus. A hidden figure is an empty cell, and the column `hidden`
 * names its column with the reason. The table with groups is `tidyRows`; this one stays for those who read it.
 */
export function resultRows(release: Release): CellValue[][] {
  const hiddenOf = {
    public: hiddenColumns(
      release,
      RESULT_COLUMNS.filter((name) => !OF_EXPERTS.includes(name)),
    ),
    expert: hiddenColumns(release, RESULT_COLUMNS),
  };
  return table(
    release,
    RESULT_COLUMNS,
    release.recommendations.flatMap(({ code, addressee, panels, gap, consensus }) =>
      PANELS.map((panel): Row<Column> => ({
        code,
        addressee,
        panel,
        made_in: release.release,
        ballots: release.ballots[panel],
        ...panelColumns(panels[panel]),
        ranked: release.ranked[panel],
        ...methodColumns(release),
        deviation: release.method === 1 ? null : release.rules.protection.ratings[panel],
        ...(panel === "expert" && {
          gap_theta: gap?.theta ?? null,
          gap_delta: gap?.delta ?? null,
          gap_from: gap?.interval[0] ?? null,
          gap_to: gap?.interval[1] ?? null,
          gap_differs: gap?.differs ?? null,
          gap_size: gap?.size ?? null,
          consensus,
        }),
        hidden: hiddenOf[panel]({ code, panel }),
      })),
    ),
  );
}

function panelColumns(figures: Figures): Row<Column> {
  const { spread } = figures;
  return {
    rated: figures.rated,
    no_opinion: figures.noOpinion,
    skipped: figures.skipped,
    ...(Object.fromEntries(
      SCALE.map((point, index) => [`count_${point}`, figures.counts[index] ?? null]),
    ) as Row<Column>),
    count_low: figures.bands[0] ?? null,
    count_medium: figures.bands[1] ?? null,
    count_high: figures.bands[2] ?? null,
    mean: figures.mean,
    interval_low: figures.interval?.[0] ?? null,
    interval_high: figures.interval?.[1] ?? null,
    rank: figures.rank,
    rank_from: figures.rankRange?.[0] ?? null,
    rank_to: figures.rankRange?.[1] ?? null,
    high_share: figures.highShare,
    high_share_from: figures.highInterval?.[0] ?? null,
    high_share_to: figures.highInterval?.[1] ?? null,
    low_share: figures.lowShare,
    low_share_from: figures.lowInterval?.[0] ?? null,
    low_share_to: figures.lowInterval?.[1] ?? null,
    disagreement: figures.disagreement,
    first_share: figures.first,
    first_rank: figures.firstRank,
    first_rank_from: figures.firstRange?.[0] ?? null,
    first_rank_to: figures.firstRange?.[1] ?? null,
    interpolated_median: spread?.interpolatedMedian ?? null,
    quartile_1: spread?.quartiles[0] ?? null,
    quartile_3: spread?.quartiles[1] ?? null,
    tastle_wierman: spread?.tastleWierman ?? null,
    van_der_eijk: spread?.vanDerEijk ?? null,
    esteban_ray: spread?.estebanRay ?? null,
    ...measuredColumns(figures.measured),
    first_measured: figures.firstMeasured,
    leaning: figures.leaning,
  };
}
