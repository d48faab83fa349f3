/**
 * What respondents write: a reason beside a rating, or a suggestion of what is missing. Remarks are kept apart
 * from ballots, and nothing that is stored joins the two (docs/decisions/028-remarks.md).
 */
import type { Panel } from "../ballot/ballot.ts";
import type { Language } from "../language.ts";

/** Longest text of a remark, in code points: a character outside the basic plane counts once. */
export const REMARK_LENGTH = 600;

/** Most reasons of one respondent; and beside them one suggestion. */
export const MOST_REASONS = 6;

/** A text, and whether its author wants it published. */
export interface Written {
  text: string;
  publish: boolean;
}

/** Everything that one respondent wrote; the reasons by the code of the recommendation. */
export interface Remarks {
  reasons: Readonly<Record<string, Written>>;
  suggestion?: Written;
}

/** Why a moderator refuses a text: fixed, so that they can be counted and said in every language. */
export const REFUSAL_REASONS = [
  "names-a-person",
  "personal-data",
  "insult",
  "hatred",
  "violence",
  "advertising",
  "unreadable",
  "off-topic",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What became of a remark: nothing is public before it is accepted. */
export type RemarkState =
  | { state: "waiting" | "accepted" }
  | { state: "refused"; refusal: RefusalReason };

/** A remark as it is kept once the day on which it came is over. What became of it is said of its text. */
export type StoredRemark = Written & {
  /** Random to everybody but its author: made from the receipt by a key of its own. 64 hexadecimal digits. */
  id: string;
  kind: "reason" | "suggestion";
  /** The code of the recommendation; empty for a suggestion. */
  code: string;
  panel: Panel;
  /** Of the text, as its letters show it: never that of the ballot. */
  language: Language;
};
