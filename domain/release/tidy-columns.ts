import { PANELS } from "../ballot/ballot.ts";
import { SCALE } from "../ballot/rating.ts";
import { SCHEDULES } from "../disclosure/policy.ts";
import { type CodebookColumn, column } from "./codebook.ts";
import { LEANINGS, SCALE_CODE } from "./schema.ts";

/** Paths of what is said of a recommendation by a panel as a whole, and by a group too. */
const ofPanel = (figure: string): string => `recommendations/{code}/panels/{panel}/${figure}`;
const ofBoth = (figure: string): string =>
  `${ofPanel(figure)} | segments/{question}:{option}/recommendations/{code}/${figure}`;
const everywhere = (path: string): string => `${path} | ${path}`;

/** Of which release a row is, and whether that is the last one or a trial. */
export const RELEASE_COLUMNS = [
  column("consultation", "string", everywhere("consultation")),
  column("release", "integer", everywhere("release")),
  column("released_at", "datetime", everywhere("releasedAt")),
  column("final", "boolean", everywhere("final")),
  column("simulated", "boolean", everywhere("simulated")),
  column("code", "string", everywhere("recommendations/{code}/code")),
  column("addressee", "string", everywhere("recommendations/{code}/addressee")),
] as const;

const ratings = { unit: "ratings" } as const;
const scale = { unit: "scale" } as const;
const share = { unit: "share" } as const;
const rank = { unit: "rank" } as const;
const index = { unit: "index" } as const;

const points = <const Name extends string>(name: Name, path: (place: number) => string) =>
  SCALE.map((point, place) =>
    column<`${Name}_${(typeof SCALE)[number]}`>(
      `${name}_${point}`,
      "integer",
      path(place),
      ratings,
    ),
  );

/**
 * The columns of the tidy table, in order: a row is one recommendation and one panel (`group` is `all`) or one group of the
 * public (`group` is `question:option`). Names, places and codes stay as they are once published: new ones come at the end.
 */
export const TIDY_COLUMNS = [
  ...RELEASE_COLUMNS,
  column("panel", "string", "", { categories: PANELS }),
  column("group", "string", ""),
  column("question", "string", ""),
  column("option", "string", ""),
  column("made_in", "integer", "release | segments/{question}:{option}/madeIn"),
  column("ballots", "integer", "ballots/{panel} | segments/{question}:{option}/ballots", {
    unit: "ballots",
  }),
  column("participation", "integer", " | segments/{question}:{option}/participation", {
    unit: "ballots",
  }),
  column("rated", "integer", ofBoth("rated"), ratings),
  column("no_opinion", "integer", ofPanel("noOpinion"), ratings),
  column("skipped", "integer", ofPanel("skipped"), ratings),
  ...points("count", (place) => ofPanel(`counts/${place}`)),
  column("count_low", "integer", ofPanel("bands/0"), ratings),
  column("count_medium", "integer", ofPanel("bands/1"), ratings),
  column("count_high", "integer", ofPanel("bands/2"), ratings),
  column("mean", "number", ofBoth("mean"), scale),
  column("interval_low", "number", ofBoth("interval/0"), scale),
  column("interval_high", "number", ofBoth("interval/1"), scale),
  column("rank", "integer", ofBoth("rank"), rank),
  column("rank_from", "integer", ofPanel("rankRange/0"), rank),
  column("rank_to", "integer", ofPanel("rankRange/1"), rank),
  column("ranked", "integer", "ranked/{panel} | segments/{question}:{option}/ranked", rank),
  column("high_share", "number", ofBoth("highShare"), share),
  column("high_share_from", "number", ofBoth("highInterval/0"), share),
  column("high_share_to", "number", ofBoth("highInterval/1"), share),
  column("low_share", "number", ofPanel("lowShare"), share),
  column("low_share_from", "number", ofPanel("lowInterval/0"), share),
  column("low_share_to", "number", ofPanel("lowInterval/1"), share),
  column("leaning", "string", ofPanel("leaning"), { categories: LEANINGS }),
  column("disagreement", "number", ofPanel("disagreement"), index),
  column("interpolated_median", "number", ofPanel("spread/interpolatedMedian"), scale),
  column("quartile_1", "number", ofPanel("spread/quartiles/0"), scale),
  column("quartile_3", "number", ofPanel("spread/quartiles/1"), scale),
  column("tastle_wierman", "number", ofPanel("spread/tastleWierman"), index),
  column("van_der_eijk", "number", ofPanel("spread/vanDerEijk"), index),
  column("esteban_ray", "number", ofPanel("spread/estebanRay"), index),
  column("first_share", "number", ofPanel("first"), share),
  column("first_rank", "integer", ofPanel("firstRank"), rank),
  column("first_rank_from", "integer", ofPanel("firstRange/0"), rank),
  column("first_rank_to", "integer", ofPanel("firstRange/1"), rank),
  ...points("measured", (place) => ofBoth(`measured/${place}`)),
  column("measured_no_opinion", "integer", ofBoth("measured/5"), ratings),
  column("measured_skipped", "integer", ofBoth("measured/6"), ratings),
  column("first_measured", "integer", ofPanel("firstMeasured"), { unit: "ballots" }),
  column("method", "integer", everywhere("method"), { categories: [1, 2] }),
  column("sigma", "number", everywhere("rules/protection/sigma"), { unit: "deviation" }),
  column("promised", "boolean", everywhere("rules/protection/promised")),
  column("schedule", "string", everywhere("rules/schedule/every"), { categories: SCHEDULES }),
  column("turn", "integer", everywhere("rules/schedule/turn")),
  column("releases", "integer", everywhere("rules/schedule/releases")),
  column("deviation", "number", "rules/protection/ratings/{panel} | rules/protection/groups", {
    unit: "deviation",
  }),
  column("hidden", "string", ""),
  column("scale", "string", "", { categories: [SCALE_CODE] }),
] as const satisfies readonly CodebookColumn[];
