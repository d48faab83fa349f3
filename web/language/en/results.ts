import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Gap, Leaning, Release } from "../../../domain/release/schema.ts";
import type { PluralForms } from "../../text.ts";
import { charts } from "./results-charts.ts";
import { method } from "./results-method.ts";
import { released } from "./results-release.ts";

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
  ...released,
  organisersLog: {
    heading: "The organisers’ log",
    what: "What the organisers do with this consultation is recorded in a log. Each entry contains the fingerprint of the one before it, so the newest fingerprint stands for all of them.",
    entries: "Entries so far",
    newest: "Newest fingerprint (SHA-256)",
    none: "none, nothing has been recorded yet",
    use: "Only the organisers can read the log. Keep a copy of the fingerprint with the number of entries: when the downloaded log is handed over to be checked later, the entry with that number must have that fingerprint. If it has not, an entry was changed or cut off, or the whole log was written anew.",
  },
  top: {
    heading: {
      one: "The highest priority",
      other: "The {count} highest priorities",
    } as PluralForms,
    by: {
      public: "In the order of the public’s mean rating.",
      expert: "In the order of the experts’ mean rating.",
    } as Record<Panel, string>,
    range: "Each could have come out anywhere in its range {cause}.",
    sentence: "{groups} call it a high or top priority.",
    and: "{one} and {other}",
    share: {
      public: "{share} of the public (n\u00a0≈\u00a0{n})",
      expert: "{share} of the experts (n\u00a0≈\u00a0{n})",
    } as Record<Panel, string>,
    shareExact: "{count} of {n} experts ({share})",
    why: {
      "too-few-ranked":
        "Only {ranked} of {count} recommendations have enough ratings for a rank, so no highest priorities are named.",
      "no-order": "No order can be told from these answers, so no highest priorities are named.",
      shared: "The fifth place is shared, so the five highest priorities cannot be named.",
    },
  },
  leaning: {
    "most-high": "more than half call it a high priority",
    "most-low": "more than half call it a low priority",
    unclear: "no clear majority",
  } as Record<Leaning, string>,
  leaningOf: "{panel} ({n}): {leaning}.",
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
    high: "agreed, a high priority",
    low: "agreed, a low priority",
    none: "no consensus",
    butLow: "{share} chose 1 or 2",
    butHigh: "{share} chose 4 or 5",
  } as Record<Consensus | "name" | "butLow" | "butHigh", string>,
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
    },
    explained: {
      public: "The public’s highest mean rating comes first.",
      expert: "The experts’ highest mean rating comes first.",
      gap: "Where public and experts are furthest apart comes first.",
      disagreement: "What the public is most divided on comes first.",
      first: "What most of the public would do first comes first.",
      segment: "The chosen group’s highest mean rating comes first.",
      catalogue: "In the order of the report.",
    },
    view: "List",
    overall: "All together",
    byAddressee: "By addressee",
    groups: "Compare with a group of the public",
    everyone: "No group",
    noneYet: "Of each group only how many took part is shown:",
    madeIn:
      "These are the figures of release {number}: groups are told anew only on days fixed beforehand.",
    chosen: "Compared with: {question} {option}, {count}.",
    chosenHidden: "Nothing is shown of this group ({question} {option}): {reason}",
  },
  ordinal: {
    all: { other: "rank {rank} of {count}" } as PluralForms,
    withMean: { other: "rank {rank} among the {count} with a mean" } as PluralForms,
    rated: {
      other: "rank {rank} among the {count} that at least {fewest} rated",
    } as PluralForms,
    shared: {
      one: "shared with {count} other",
      other: "shared with {count} others",
    } as PluralForms,
    between: "between {from} and {to}",
    none: "no rank",
  },
  rankOf: {
    public: "Public: {rank}.",
    expert: "Experts: {rank}.",
  } as Record<Panel, string>,
  ...charts,
  high: "{share} chose 4 or 5 ({low} to {high})",
  highExact: "{count} of {n} chose 4 or 5 ({share}; {low} to {high})",
  highAlone: "{share} chose 4 or 5",
  meanWithin: "mean {mean} ({low} to {high})",
  meanAlone: "mean {mean}",
  agreement: {
    broad: "broad agreement",
    mixed: "mixed views",
    divided: "divided",
  },
  firstExact: "{count} of {n} would do it first",
  firstShare: "{share} would do it first ({n})",
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
};
