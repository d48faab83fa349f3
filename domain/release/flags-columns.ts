import { SCALE } from "../ballot/rating.ts";
import { type CodebookColumn, column } from "./codebook.ts";
import { FLAGS, VERDICTS, VIEWS } from "./flags-schema.ts";
import { RELEASE_COLUMNS } from "./tidy-columns.ts";

const ofCode = (figure: string): string => `flags/recommendations/{code}/${figure}`;
const ofView = (figure: string): string => ofCode(`{view}/${figure}`);
const ratings = { unit: "ratings" } as const;
const share = { unit: "share" } as const;
const rank = { unit: "rank" } as const;
/** Counts of flagged ballots mean the same in each bin. */
const flagged = (bin: string, place: number): CodebookColumn => ({
  ...column(`flagged_${bin}`, "integer", ofCode(`flagged/${place}`), ratings),
  key: "flagged",
});

/**
 * The columns of the table of flagged ballots, in order: a row is one recommendation by the public, `with` all ballots or
 * `without` the flagged ones, as the column `view` says. New ones come at the end.
 */
export const FLAGS_TABLE_COLUMNS: readonly CodebookColumn[] = [
  ...RELEASE_COLUMNS,
  column("view", "string", "", { categories: VIEWS }),
  column("made_in", "integer", "flags/madeIn"),
  column("ballots", "integer", "flags/ballots", { unit: "ballots" }),
  column("rated", "integer", ofView("rated"), ratings),
  ...SCALE.map((point, place) =>
    column(`count_${point}`, "integer", ofView(`counts/${place}`), ratings),
  ),
  column("count_low", "integer", ofView("bands/0"), ratings),
  column("count_medium", "integer", ofView("bands/1"), ratings),
  column("count_high", "integer", ofView("bands/2"), ratings),
  column("mean", "number", ofView("mean"), { unit: "scale" }),
  column("interval_low", "number", ofView("interval/0"), { unit: "scale" }),
  column("interval_high", "number", ofView("interval/1"), { unit: "scale" }),
  column("rank", "integer", ofView("rank"), rank),
  column("rank_from", "integer", ofView("rankRange/0"), rank),
  column("rank_to", "integer", ofView("rankRange/1"), rank),
  column("ranked", "integer", "flags/ranked/{view}", rank),
  column("high_share", "number", ofView("highShare"), share),
  column("high_share_from", "number", ofView("highInterval/0"), share),
  column("high_share_to", "number", ofView("highInterval/1"), share),
  column("mean_change", "number", ofCode("change"), { unit: "scale" }),
  column("change_clear", "boolean", ofCode("clear")),
  column("depends", "string", "flags/difference/verdict", { categories: VERDICTS }),
  ...SCALE.map((point, place) =>
    column(`measured_${point}`, "integer", ofCode(`whole/${place}`), ratings),
  ),
  column("measured_no_opinion", "integer", ofCode("whole/5"), ratings),
  column("measured_skipped", "integer", ofCode("whole/6"), ratings),
  ...[...SCALE.map(String), "no_opinion", "skipped"].map(flagged),
  column("flagged_share", "number", "flags/flagged/share", share),
  column("flagged_share_from", "number", "flags/flagged/interval/0", share),
  column("flagged_share_to", "number", "flags/flagged/interval/1", share),
  ...FLAGS.map((flag) => column(`${flag}_share`, "number", `flags/counts/${flag}/share`, share)),
  column("deviation", "number", "flags/deviation/whole", { unit: "deviation" }),
  column("deviation_flagged", "number", "flags/deviation/flagged", { unit: "deviation" }),
  column("hidden", "string", ""),
];
