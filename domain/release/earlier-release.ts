import { HIDDEN_REASONS, type HiddenReason } from "../disclosure/reasons.ts";
import type { Figures, Release, SegmentResult } from "./schema.ts";

/**
 * Reads the text of a release of any method. What method 1 published stays what it was, and its bytes
 * and hash are served as they are; the pages read it in today's form, in which it has no counts with
 * noise and no plan, and `method` says so.
 */
export function readText(text: string): Release {
  const read = JSON.parse(text) as Release | EarlierRelease;
  return "method" in read ? read : fromMethod1(read);
}

type Hidden = Record<string, string>;
type EarlierFigures = Omit<Figures, "measured" | "firstMeasured" | "leaning" | "hidden"> & {
  hidden: Hidden;
};
type EarlierSegment = Omit<
  SegmentResult,
  "participation" | "ranked" | "recommendations" | "hidden"
> & {
  hidden: Hidden;
  recommendations: (Pick<
    SegmentResult["recommendations"][number],
    "code" | "rated" | "mean" | "interval" | "rank" | "highShare"
  > & { hidden: Hidden })[];
};

/** What a release of method 1 says, as far as it is still read. */
interface EarlierRelease extends Pick<
  Release,
  | "consultation"
  | "release"
  | "releasedAt"
  | "previous"
  | "final"
  | "simulated"
  | "ballots"
  | "choosers"
> {
  rules: { disclosure: Release["rules"]["disclosure"]; base: number; closesAt: string | null };
  hidden: Hidden;
  recommendations: (Omit<Release["recommendations"][number], "panels" | "hidden"> & {
    panels: Record<"public" | "expert", EarlierFigures>;
    hidden: Hidden;
  })[];
  segments: EarlierSegment[];
}

function fromMethod1(earlier: EarlierRelease): Release {
  const { rules, hidden, recommendations, segments } = earlier;
  const { consultation, release, releasedAt, previous, final, simulated } = earlier;
  const ranked = (panel: "public" | "expert") =>
    recommendations.filter((one) => one.panels[panel].rank !== null).length;
  return {
    consultation,
    release,
    releasedAt,
    previous,
    final,
    simulated,
    ballots: earlier.ballots,
    choosers: earlier.choosers,
    method: 1,
    rules: {
      disclosure: rules.disclosure,
      base: rules.base,
      sharesFrom: rules.base,
      expertsExact: false,
      schedule: { every: "close", startsAt: releasedAt, turn: 0, releases: 0 },
      milestone: { turn: 0, of: 0 },
      protection: NO_PROTECTION,
      closesAt: rules.closesAt,
    },
    ranked: { public: ranked("public"), expert: ranked("expert") },
    hidden: reasonsNow(hidden),
    recommendations: recommendations.map((one) => ({
      ...one,
      panels: { public: figuresNow(one.panels.public), expert: figuresNow(one.panels.expert) },
      hidden: reasonsNow(one.hidden),
    })),
    segments: segments.map((one) => ({
      ...one,
      participation: null,
      ranked: one.recommendations.filter(({ rank }) => rank !== null).length,
      hidden: { ...reasonsNow(one.hidden), participation: "earlier-rules" as const },
      recommendations: one.recommendations.map((figures) => ({
        ...figures,
        measured: [],
        highInterval: null,
        hidden: { ...reasonsNow(figures.hidden), highInterval: "earlier-rules" as const },
      })),
    })),
  };
}

const NO_PROTECTION: Release["rules"]["protection"] = {
  sigma: 0,
  promised: false,
  sensitivity: 0,
  ratings: { public: 0, expert: 0 },
  first: { public: 0, expert: 0 },
  groups: null,
  participation: 0,
};

const figuresNow = (figures: EarlierFigures): Figures => ({
  ...figures,
  measured: [],
  firstMeasured: null,
  leaning: null,
  hidden: {
    ...reasonsNow(figures.hidden),
    leaning: "earlier-rules",
    firstMeasured: "earlier-rules",
  },
});

/** Reasons as they are told now; those that no rule has any more are called so. */
const reasonsNow = (hidden: Hidden): Record<string, HiddenReason> =>
  Object.fromEntries(
    Object.entries(hidden).map(([name, reason]) => [
      name,
      HIDDEN_REASONS.find((one) => one === reason) ?? "earlier-rules",
    ]),
  );
