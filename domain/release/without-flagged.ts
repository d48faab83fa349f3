import type { HiddenReason } from "../disclosure/reasons.ts";
import { round } from "../disclosure/rounding.ts";
import { BINS } from "../ballot/rating.ts";
import { noFigures } from "./figures.ts";
import type { Flags, FlaggedFigures } from "./flags-schema.ts";
import type { Figures, Release } from "./schema.ts";

/** Why a figure of the public is missing where flagged ballots are left out: it takes more than the counts of ratings. */
const OF_ALL_ONLY: HiddenReason = "all-ballots-only";

/** Whether a release tells the results without flagged ballots. */
export const tellsWithout = (
  release: Pick<Release, "flags"> | undefined,
): release is { flags: Flags } => typeof release?.flags?.madeIn === "number";

/**
 * A release as it reads without flagged ballots: the public's figures are those of `flags`, from the release in which they
 * were counted; whatever is not told so is hidden. For showing only: its bytes are no release's.
 */
export function withoutFlagged(release: Release): Release {
  const { flags } = release;
  if (flags === undefined || !tellsWithout(release)) return release;
  const { measured } = flags.flagged;
  const ballots =
    flags.ballots === null || measured === null ? null : Math.max(0, flags.ballots - measured);
  const { "ballots/public": why, "choosers/public": _, ...hidden } = release.hidden;
  const { protection } = release.rules;
  // A difference of two counts has the noise of both.
  const deviation = round(Math.hypot(flags.deviation.whole, flags.deviation.flagged), 3);
  return {
    ...release,
    rules: {
      ...release.rules,
      protection: { ...protection, ratings: { ...protection.ratings, public: deviation } },
    },
    ballots: { ...release.ballots, public: ballots },
    choosers: { ...release.choosers, public: null },
    ranked: { ...release.ranked, public: flags.ranked.without },
    hidden: {
      ...hidden,
      ...(ballots === null && { "ballots/public": why ?? flags.hidden["ballots"] ?? "below-base" }),
      "choosers/public": OF_ALL_ONLY,
    },
    recommendations: release.recommendations.map((one) => {
      const told = flags.recommendations.find(({ code }) => code === one.code);
      return {
        ...one,
        panels: { ...one.panels, public: told === undefined ? noFigures(OF_ALL_ONLY) : left(told) },
        gap: null,
        hidden: { ...one.hidden, gap: OF_ALL_ONLY },
      };
    }),
  };
}

/** The public's figures of one recommendation without flagged ballots. */
function left({ whole, flagged, without }: FlaggedFigures): Figures {
  const nothing = noFigures(OF_ALL_ONLY);
  const measured = whole.map((count, bin) => count - flagged[bin]!);
  const bin = (name: "n" | "-") => Math.max(0, measured[BINS.indexOf(name)] ?? 0);
  const { hidden, ...figures } = without;
  const isTold = (path: string) =>
    ["noOpinion", "skipped", ...Object.keys(figures)].includes(path.split("/")[0]!);
  return {
    ...nothing,
    measured,
    noOpinion: bin("n"),
    skipped: bin("-"),
    ...figures,
    hidden: {
      ...Object.fromEntries(Object.entries(nothing.hidden).filter(([path]) => !isTold(path))),
      ...hidden,
    },
  };
}
