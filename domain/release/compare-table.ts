import { PANELS } from "../ballot/ballot.ts";
import type { ComparedFigures, Comparison } from "./comparison.ts";
import { licenceOf } from "../consultation/licence.ts";
import type { Figures, Release } from "./schema.ts";
import type { CellValue, Row } from "./table.ts";
import type { Wave } from "./waves.ts";

/** What is told of each of the two releases; its columns end in `_then` and `_now`. */
const OF_EACH = [
  "consultation",
  "release",
  "released_at",
  "final",
  "simulated",
  "method",
  "ballots",
  "rated",
  "mean",
  "interval_low",
  "interval_high",
  "rank",
  "rank_from",
  "rank_to",
  "ranked",
  "high_share",
  "high_share_from",
  "high_share_to",
  "hidden",
] as const;
type OfEach = (typeof OF_EACH)[number];

/**
 * The columns of a comparison, in order; names and places stay as they are once published, new ones come at the
 * end. `difference` (now less then, of the means), `delta` (Cliff's), `differs` and `size` are filled in only where
 * two waves were compared; `not_compared` says why not: of two releases of one consultation `same-people`.
 */
export const COMPARE_COLUMNS = [
  "kind",
  "code",
  "title",
  "panel",
  ...OF_EACH.map((name) => `${name}_then` as const),
  ...OF_EACH.map((name) => `${name}_now` as const),
  "not_compared",
  "difference",
  "difference_low",
  "difference_high",
  "delta",
  "delta_low",
  "delta_high",
  "differs",
  "size",
  "licence",
  "source",
] as const;
type Column = (typeof COMPARE_COLUMNS)[number];

/** What a table says besides figures: titles in the reader's language, and where all of it can be read. */
interface Words {
  title(code: string): string;
  source: string;
}

/**
 * Two releases as a tidy table: a row for each recommendation that both have, and panel, in the later one's
 * order. A hidden figure is an empty cell, and `hidden_then` or `hidden_now` names its column with the reason.
 */
export const compareRows = (comparison: Comparison, words: Words): CellValue[][] =>
  comparison.pairs.flatMap(({ code, panels }) =>
    PANELS.map((panel) => {
      const { earlier, later } = panels[panel];
      const row: Row<Column> = {
        kind: comparison.kind,
        code,
        title: words.title(code),
        panel,
        ...ended("then", sideColumns(comparison.earlier, earlier, panel)),
        ...ended("now", sideColumns(comparison.later, later, panel)),
        ...differenceColumns(panels[panel]),
        licence: licenceOf(comparison.later.consultation).name,
        source: words.source,
      };
      return COMPARE_COLUMNS.map((column) => {
        const value = row[column] ?? "";
        return typeof value === "boolean" ? String(value) : value;
      });
    }),
  );

const ended = (end: "then" | "now", row: Row<OfEach>): Row<Column> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [`${name}_${end}`, value]));

function sideColumns(
  { release }: Pick<Wave, "release">,
  figures: Figures,
  panel: keyof Release["ballots"],
): Row<OfEach> {
  return {
    consultation: release.consultation,
    release: release.release,
    released_at: release.releasedAt,
    final: release.final,
    simulated: release.simulated,
    method: release.method,
    ballots: release.ballots[panel],
    rated: figures.rated,
    mean: figures.mean,
    interval_low: figures.interval?.[0] ?? null,
    interval_high: figures.interval?.[1] ?? null,
    rank: figures.rank,
    rank_from: figures.rankRange?.[0] ?? null,
    rank_to: figures.rankRange?.[1] ?? null,
    ranked: release.ranked[panel],
    high_share: figures.highShare,
    high_share_from: figures.highInterval?.[0] ?? null,
    high_share_to: figures.highInterval?.[1] ?? null,
    hidden: hiddenColumns(release, figures, panel),
  };
}

/** Which columns a hidden figure leaves empty, by its name in the release. */
const EMPTIED: Record<string, readonly OfEach[]> = {
  rated: ["rated"],
  mean: ["mean"],
  interval: ["interval_low", "interval_high"],
  rank: ["rank"],
  rankRange: ["rank_from", "rank_to"],
  highShare: ["high_share"],
  highInterval: ["high_share_from", "high_share_to"],
};

/** The empty columns with their reasons: by the names that they have here, and no others. */
function hiddenColumns(
  release: Release,
  { hidden }: Figures,
  panel: keyof Release["ballots"],
): string {
  const ballots = release.hidden[`ballots/${panel}`];
  const emptied = Object.entries(EMPTIED).flatMap(([name, columns]) =>
    hidden[name] === undefined ? [] : columns.map((column) => `${column}=${hidden[name]}`),
  );
  return [...(ballots === undefined ? [] : [`ballots=${ballots}`]), ...emptied].join(" ");
}

function differenceColumns({ compared }: ComparedFigures): Row<Column> {
  if ("because" in compared) return { not_compared: compared.because };
  const { means, delta, interval, differs, size } = compared;
  return {
    difference: means.difference,
    difference_low: means.interval[0],
    difference_high: means.interval[1],
    delta,
    delta_low: interval[0],
    delta_high: interval[1],
    differs,
    size,
  };
}
