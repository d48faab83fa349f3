import type { Panel } from "../../../domain/ballot.ts";
import type { Gap, Release } from "../../../domain/release/schema.ts";
import type { Sort } from "../../results/order.ts";
import type { PluralForms } from "../text.ts";
import { charts } from "./results-charts.ts";
import { method } from "./results-method.ts";

type Consensus = NonNullable<Release["recommendations"][number]["consensus"]>;

/** The results page. */
export const results = {
  eyebrow: "Results",
  pageTitle: "Results: {title}",
  asked: {
    one: "Everyone could rate how urgent {count} recommendation is, from 1 “{low}” to 5 “{high}”. Invited experts were asked the same and are shown separately.",
    other:
      "Everyone could rate how urgent each of {count} recommendations is, from 1 “{low}” to 5 “{high}”. Invited experts were asked the same and are shown separately.",
  } as PluralForms,
  about: "about {count}",
  rounded: "rounded to the nearest {roundTo}",
  notAVote:
    "Everybody who wanted to could answer. This is not a vote and not a poll: it does not speak for the population.",
  release: {
    number: "Release",
    final: "Final release",
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
    closes:
      "The consultation closes on {moment}. In the last 24 hours before that nothing new is released; the final results follow afterwards.",
    closed: "The consultation closed on {moment}. These results are final.",
    earlier: "Earlier releases",
    allReleases: "All releases (JSON)",
  },
  organisersLog: {
    heading: "The organisers’ log",
    what: "What the organisers do with this consultation is recorded in a log. Each entry contains the fingerprint of the one before it, so the newest fingerprint stands for all of them.",
    entries: "Entries so far",
    newest: "Newest fingerprint (SHA-256)",
    none: "none, nothing has been recorded yet",
    use: "Only the organisers can read the log. Keep a copy of the fingerprint with the number of entries: when the downloaded log is handed over to be checked later, the entry with that number must have that fingerprint. If it has not, an entry was changed or cut off, or the whole log was written anew.",
  },
  simulated:
    "These results include simulated ballots, made by a program to try the platform out. They are nobody’s opinion.",
  panelHidden: {
    public:
      "Nothing is shown of the public yet. That takes at least {minChanged} answers, and {base} ratings of a recommendation.",
    expert:
      "Nothing is shown of the experts: fewer than {base} have answered, or too few since the last release.",
  } as Record<Panel, string>,
  top: {
    heading: {
      one: "The highest priority",
      other: "The {count} highest priorities",
    } as PluralForms,
    by: {
      public: "In the order of the public’s mean rating.",
      expert: "In the order of the experts’ mean rating.",
    } as Record<Panel, string>,
    sentence: "{groups} call it a high or top priority.",
    and: "{one} and {other}",
    share: {
      public: "{share} of the public (n\u00a0≈\u00a0{n})",
      expert: "{share} of the experts (n\u00a0≈\u00a0{n})",
    } as Record<Panel, string>,
    shareHidden: {
      public: "fewer than 10 of the public",
      expert: "fewer than 10 of the experts",
    } as Record<Panel, string>,
    under: "under {share}",
    over: "over {share}",
  },
  verdict: {
    expertHigher: "The experts rate it higher than the public.",
    publicHigher: "The public rates it higher than the experts.",
    alike: "The two do not clearly differ.",
    none: "Public and experts cannot be compared here.",
  },
  gap: {
    words: {
      negligible: "negligible",
      small: "small",
      medium: "medium",
      large: "large",
    } as Record<Gap["size"], string>,
    label: "Gap: {word} (δ\u00a0=\u00a0{delta}, {low} to {high})",
  },
  consensus: {
    name: "Experts’ consensus",
    high: "agreed: high priority",
    low: "agreed: low priority",
    none: "no consensus",
  } as Record<Consensus | "name", string>,
  choose: {
    heading: "Priorities",
    label: "Order",
    sorts: {
      public: "Public",
      expert: "Experts",
      gap: "Largest gap",
      disagreement: "Most divided",
      first: "To do first",
      segment: "Chosen group",
      catalogue: "As in the report",
    } as Record<Sort, string>,
    explained: {
      public: "The public’s highest mean rating comes first.",
      expert: "The experts’ highest mean rating comes first.",
      gap: "Where public and experts are furthest apart comes first.",
      disagreement: "What the public is most divided on comes first.",
      first: "What most of the public would do first comes first.",
      segment: "The chosen group’s highest mean rating comes first.",
      catalogue: "In the order of the report.",
    } as Record<Sort, string>,
    view: "List",
    overall: "All together",
    byAddressee: "By addressee",
    groups: "Compare with a group of the public",
    everyone: "No group",
    chosen: "Compared with: {question} {option}, {count}.",
    chosenHidden: "Nothing is shown of this group ({question} {option}): {reason}",
  },
  ordinal: "rank {rank}",
  between: "rank {rank}, between {from} and {to}",
  sure: "rank {rank}, and surely so",
  rankOf: {
    public: "Public: {rank}.",
    expert: "Experts: {rank}.",
  } as Record<Panel, string>,
  ...charts,
  high: "{share} chose 4 or 5 ({low} to {high})",
  highCoded: "{share} chose 4 or 5",
  highHidden: "fewer than 10 chose 4 or 5",
  agreement: {
    broad: "broad agreement",
    mixed: "mixed views",
    divided: "divided",
  },
  firstShare: "{share} would do it first",
  ...method,
  downloads: {
    heading: "Take the figures with you",
    csv: "Table (CSV)",
    segments: "Groups (CSV)",
    json: "Complete release (JSON)",
    note: "They hold every figure of this page. The fingerprint is that of the JSON file.",
    embed: "Show the highest priorities on your own page",
    embedNote: "Copy this into the page; it sets no cookies and loads nothing from other sites.",
  },
  embed: {
    whole: "All results and how to read them",
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
