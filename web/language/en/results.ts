import type { Panel } from "../../../domain/ballot.ts";
import type { PluralForms } from "../text.ts";

/** The results page. */
export const results = {
  eyebrow: "Results",
  pageTitle: "Results: {title}",
  asked: {
    one: "Everyone could rate how urgent {count} recommendation is, from 1 “{low}” to 5 “{high}”. Invited experts were asked the same and are shown separately.",
    other:
      "Everyone could rate how urgent each of {count} recommendations is, from 1 “{low}” to 5 “{high}”. Invited experts were asked the same and are shown separately.",
  } as PluralForms,
  tookPart: "Took part",
  about: "about {count}",
  fewer: "fewer than {base}",
  rounded: "rounded to the nearest {roundTo}",
  release: {
    number: "Release",
    at: "Released",
    hash: "Fingerprint (SHA-256)",
    previous: "Release before",
    first: "none, this is the first",
    older: {
      public:
        "The public’s figures are those of release {number}: fewer than {minChanged} of the public’s answers have changed since.",
      expert:
        "The experts’ figures are those of release {number}: fewer than {minChanged} of the experts’ answers have changed since.",
    } as Record<Panel, string>,
  },
  simulated:
    "These results include simulated ballots, made by a program to try the platform out. They are nobody’s opinion.",
  panelHidden: {
    public:
      "Nothing is shown of the public yet. That takes at least {minChanged} answers, and {base} ratings of a recommendation.",
    expert:
      "Nothing is shown of the experts yet. That takes at least {minChanged} answers from experts, and {base} ratings of a recommendation.",
  } as Record<Panel, string>,
  standOut: {
    heading: "What stands out",
    top: {
      public: "Most urgent to the public",
      expert: "Most urgent to the experts",
    } as Record<Panel, string>,
    divided: {
      public: "The public is most divided on",
      expert: "The experts are most divided on",
    } as Record<Panel, string>,
  },
  order: {
    heading: "The recommendations in order",
    label: "Order",
    public: "By the public",
    expert: "By the experts",
    catalogue: "As in the report",
    explained: {
      public:
        "The public’s highest mean comes first. Where the public has none, the experts’ mean counts.",
      expert:
        "The experts’ highest mean comes first. Where the experts have none, the public’s mean counts.",
      catalogue: "In the order of the report.",
    },
  },
  ranks: {
    public: "rank {rank} with the public",
    expert: "rank {rank} with the experts",
  } as Record<Panel, string>,
  ratings: {
    one: "about {count} rating",
    other: "about {count} ratings",
  } as PluralForms,
  chart: {
    label: "{panel}: mean {mean} on the scale from 1 to 5, interval {low} to {high}, {ratings}.",
    expertHigher: "The experts rate this higher than the public; the intervals do not overlap.",
    publicHigher: "The public rates this higher than the experts; the intervals do not overlap.",
    overlap: "The intervals of public and experts overlap: no clear difference.",
    nearest: {
      public: "The public’s mean is nearest to “{point}”.",
      expert: "The experts’ mean is nearest to “{point}”.",
    } as Record<Panel, string>,
  },
  notRated: {
    public: "Fewer than {base} of the public rated this, so nothing is shown of them.",
    expert: "Fewer than {base} experts rated this, so nothing is shown of them.",
  } as Record<Panel, string>,
  high: "{share} chose 4 or 5",
  highHidden: "fewer than {base} chose 4 or 5",
  agreement: {
    broad: "broad agreement",
    mixed: "mixed views",
    divided: "divided",
  },
  spread: {
    label: "{panel}, {ratings}: {points}.",
    point: "{count} chose {point} “{word}”",
    hidden: "Distribution hidden: fewer than {base} in some points.",
    hiddenEverywhere: {
      public:
        "How the public’s ratings are distributed is hidden for every recommendation: fewer than {base} in some points.",
      expert:
        "How the experts’ ratings are distributed is hidden for every recommendation: fewer than {base} in some points.",
    } as Record<Panel, string>,
  },
  table: {
    heading: "All figures",
    caption: "Release {number}: every figure of every recommendation, in the order chosen above",
    recommendation: "Recommendation",
    panel: "Group",
    rated: "Rated",
    mean: "Mean",
    interval: "Interval",
    rank: "Rank",
    high: "4\u00a0or\u00a05",
    disagreement: "D",
    noOpinion: "No opinion",
    skipped: "Skipped",
  },
  hidden: {
    heading: "What is hidden, and why",
    none: "In this release nothing is hidden.",
    "fewer-than-10":
      "Fewer than {base} people, perhaps none. Such counts, and shares made of them, are hidden so that nobody can be singled out.",
    "below-base":
      "Fewer than {base} people rated this recommendation, so no figure is made from their ratings.",
  },
  read: {
    heading: "How to read this",
    mean: "The mean is the average of all ratings from 1 to 5. “No opinion” and skipped recommendations are not part of it.",
    interval:
      "The line through each mark is a 95 % interval: the uncertainty if those who answered were like a random draw. They are not: everyone chose to take part. So there is no margin of error for the whole population, and these results do not speak for it.",
    rank: "Rank 1 has the highest mean before rounding; equal means share a rank. Where intervals overlap, the order may well be chance.",
    disagreement:
      "D is the average distance between the ratings of two people, as a share of the largest possible: 0 if all say the same, 1 if half stand at each end. We call less than {mixed} broad agreement, less than {divided} mixed views, and anything above it divided. These two limits are our own choice.",
    rounded:
      "Counts are rounded to the nearest {roundTo}, and shares are made from rounded counts. So sums may not match exactly.",
    often: {
      one: "A group’s figures are made anew only after at least {minChanged} answers were sent, changed or withdrawn, and at most once in {count} minute.",
      other:
        "A group’s figures are made anew only after at least {minChanged} answers were sent, changed or withdrawn, and at most once in {count} minutes.",
    } as PluralForms,
  },
  downloads: {
    heading: "Take the figures with you",
    csv: "Table (CSV)",
    json: "Complete release (JSON)",
    note: "Both hold every figure of this page. The fingerprint is that of the JSON file.",
  },
  takePart: "Rate the recommendations yourself",
  none: {
    heading: "No results yet",
    when: {
      one: "The first results appear when at least {count} person has answered.",
      other: "The first results appear when at least {count} people have answered.",
    } as PluralForms,
    todo: "Answer yourself, and pass the address of this consultation on. This page shows the results as soon as they are there.",
  },
  newer: {
    text: "New results have been released.",
    link: "Show them",
  },
};
