import type { HiddenReason } from "../../../domain/disclosure/reasons.ts";
import type { Release } from "../../../domain/release/schema.ts";
import type { PluralForms } from "../text.ts";

/** What the results page says of its methods and limits. */
export const method = {
  hidden: {
    heading: "What is hidden, and why",
    none: "In this release nothing is hidden.",
    reasons: {
      "fewer-than-10":
        "fewer than 10 people, perhaps none. Such counts, and shares made of them, are hidden so that nobody can be singled out.",
      "below-base": "fewer than {base} people rated it, so no figure is made from their ratings.",
      banded:
        "the five points are told in three bands, because too few rated, or too few chose one of the points.",
      "small-group":
        "too few, or hidden beside others so that subtracting cannot tell how many the few are.",
      "gives-away": "it would tell what everybody answered, or let a count under 10 be worked out.",
      "under-5-percent": "under 5%; the exact share is not told in a small group.",
      "over-95-percent": "over 95%; the exact share is not told in a small group.",
      "after-close": "shown when the consultation is closed.",
      "small-panel": "too few of this panel have answered.",
      "too-few-to-compare": "too few ratings for this comparison.",
      "no-data": "there is nothing to make it from.",
    } as Record<HiddenReason, string>,
  },
  read: {
    heading: "How to read this, and what it does not say",
    selfSelected:
      "Everybody who wanted to could answer; nobody was drawn by chance. So there is no margin of error, and no figure here speaks for a whole population. Many answers do not mend that: if taking part depends even a little on what one thinks, a hundred thousand answers can be worth no more than a random sample of a few hundred.",
    mean: "The mean is the average of all ratings from 1 to 5. “No opinion” and skipped recommendations are not part of it.",
    interval:
      "The thin line through a mark is a 95% interval: the uncertainty if those who answered were like a random draw. They are not.",
    rank: "Rank 1 has the highest mean before rounding; equal means share a rank. “Between 3 and 7” means: by chance alone it could have come out anywhere there. All ranges hold together with 95%.",
    gap: "Public and experts “differ” only where a test that is corrected over all recommendations says so (p < .05) and the gap is not negligible (|δ| of .147 or more). δ is the chance that a random expert rates it higher than a random member of the public, less the reverse.",
    consensus:
      "The experts agree when at least 75% chose 4 or 5 and fewer than 15% chose 1 or 2, or the other way round, and at least 80% of them rated it.",
    disagreement:
      "D is the average distance between the ratings of two people, as a share of the largest possible: 0 if all say the same, 1 if half stand at each end. We call less than {mixed} broad agreement, less than {divided} mixed views, and anything above it divided. These two limits are our own choice.",
    first:
      "Everybody could name up to three recommendations to do first. The share is of those who named any.",
    rules: {
      standard:
        "Nothing is made of fewer than {base} ratings. Counts are rounded to the nearest {roundTo}, those under 10 hidden; shares are made from rounded counts, so sums may not match. Groups of fewer than 50 carry small random noise.",
      "at-risk":
        "This consultation is among people at risk. Nothing is made of fewer than {base} ratings. Every count carries small random noise and is rounded to the nearest {roundTo}; those under 10 are hidden. Groups and comparisons are shown only when it is closed.",
    } as Record<Release["rules"]["disclosure"], string>,
    often: {
      one: "A group’s figures are made anew only after at least {minChanged} answers were sent, changed or withdrawn, and at most once in {count} minute.",
      other:
        "A group’s figures are made anew only after at least {minChanged} answers were sent, changed or withdrawn, and at most once in {count} minutes.",
    } as PluralForms,
    order: {
      fine: "It made no difference worth naming how early a recommendation was shown: its mean was {first} when early and {last} when late.",
      flagged:
        "It did matter how early a recommendation was shown: its mean was {first} when early and {last} when late. The order is drawn anew for everybody, so this falls on all alike.",
    },
    concordance:
      "How far the experts put the recommendations in the same order: W\u00a0=\u00a0{w} (0 not at all, 1 entirely), from about {raters} who rated all of them.",
    methods:
      "The methods, with formulas and sources, are part of the program’s documentation (docs/methods.md).",
  },
};
