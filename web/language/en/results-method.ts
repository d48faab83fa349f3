import type { HiddenReason } from "../../../domain/disclosure/reasons.ts";

/** What the results page says of its methods and limits. */
export const method = {
  hidden: {
    heading: "What is hidden, and why",
    none: "In this release nothing is hidden.",
    reasons: {
      "below-base": "fewer than {base} people answered; of so few nothing is told.",
      "words-only":
        "told in words and three bands: shares and the five points take at least {shares} ratings, and some more where there is noise.",
      "small-panel": "too few of this panel have answered: each would know what the others said.",
      "before-milestone": "groups are told only on days fixed beforehand, next {when}.",
      "no-budget":
        "groups are not told in this consultation: all of its protection goes to the figures of everybody together.",
      "too-few-to-compare": "too few ratings for this comparison.",
      "no-data": "there is nothing to make it from.",
      "earlier-rules": "not told by the rules of the earlier method.",
    } as Record<HiddenReason, string>,
    on: "on {moment}",
    afterClosing: "after closing",
  },
  read: {
    heading: "How to read this, and what it does not say",
    selfSelected:
      "Everybody who wanted to could answer; nobody was drawn by chance. So there is no margin of error, and no figure here speaks for a whole population.",
    byChance: "by chance alone",
    byChanceAndNoise: "by chance and noise alone",
    mean: "The mean is the average of all ratings from 1 to 5. “No opinion” and skipped recommendations are not part of it.",
    interval:
      "The thin line through a mark is a 95% interval: where the mean could have come out {cause} if those who answered were like a random draw. They are not.",
    rank: "Rank 1 has the highest mean; equal means share a rank. Where not every recommendation has a mean, ranks are only among those that have one. “Between 3 and 7” means: it could have come out anywhere there {cause}. All ranges hold together with 95%.",
    gap: "Public and experts “differ” only where a test that is corrected over all recommendations says so (p < .05) and the gap is not negligible (|δ| of .147 or more). δ is the chance that a random expert rates it higher than a random member of the public, less the reverse.",
    consensus:
      "The experts agree when at least 75% chose 4 or 5 and fewer than 15% chose 1 or 2, or the other way round, and at least 80% of them rated it.",
    disagreement:
      "D is the average distance between the ratings of two people, as a share of the largest possible: 0 if all say the same, 1 if half stand at each end. We call less than {mixed} broad agreement, less than {divided} mixed views, and anything above it divided. These two limits are our own choice.",
    first:
      "Everybody could name up to three recommendations to do first. The share is of those who named any.",
    methods:
      "The methods, with formulas and sources, are part of the program’s documentation (docs/methods.md).",
  },
};
