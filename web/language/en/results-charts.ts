import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { PluralForms } from "../../text.ts";

/** The charts and tables of the results page. */
export const charts = {
  overview: {
    heading: "All recommendations at a glance",
    caption:
      "Circles are the public’s mean, diamonds the experts’. A strong line joins them where they differ by more than chance.",
    rankBar: "The bar on the right is the range of ranks that it could have had {cause}.",
    ranks: { public: "Rank with the public", expert: "Rank with the experts" } as Record<
      Panel,
      string
    >,
    short: "Mean rating by the public (circle) and by experts (diamond); range of ranks",
  },
  ratings: {
    one: "about {count} rating",
    other: "about {count} ratings",
  } as PluralForms,
  ratingsExact: {
    one: "{count} rating",
    other: "{count} ratings",
  } as PluralForms,
  n: { about: "n\u00a0≈\u00a0{n}", exact: "n\u00a0=\u00a0{n}" },
  chart: {
    label: "{panel}: mean {mean} on the scale from 1 to 5, interval {low} to {high}, {ratings}.",
    labelMean: "{panel}: mean {mean} on the scale from 1 to 5, {ratings}.",
    low: "lower",
    high: "higher",
    caption: {
      nearest: {
        public: "The public’s mean is nearest to “{point}”.",
        expert: "The experts’ mean is nearest to “{point}”.",
      } as Record<Panel, string>,
    },
    table: "Figures as a table",
    download: "Chart as SVG",
    downloadNamed: "Chart of {code} as SVG",
    source: "{title}. Release {number}, {moment}. Kenes, {path}",
    caveat: "Self-selected answers: no margin of error for the population.",
  },
  spread: {
    label: "{panel}, {ratings}: {points}.",
    point: "{count} chose {point}",
    bands: { low: "1 or 2", medium: "3", high: "4 or 5" },
    partly: "Parts of fewer than 10 are not drawn.",
    hidden: "How the ratings spread is hidden.",
  },
  table: {
    heading: "All figures",
    caption: "Release {number}: every recommendation, in the order chosen above",
    recommendation: "Recommendation",
    panel: "Group",
    rated: "Rated",
    mean: "Mean",
    interval: "Interval",
    rank: "Rank",
    ranks: "Range",
    leaning: "In words",
    high: "4\u00a0or\u00a05",
    low: "1\u00a0or\u00a02",
    disagreement: "D",
    first: "To do first",
    noOpinion: "No opinion",
    skipped: "Skipped",
  },
};
