/** One thing that happened, and how it is known wherever it is told. */
import type { Consultation } from "../consultation/definition.ts";
import type { Answer, Withdrawal } from "../response/entry.ts";
import type { FatedAnswer } from "../response/standing.ts";

/** A release, as far as it is news. */
export interface NewsRelease {
  release: number;
  releasedAt: string;
  hash: string;
  final: boolean;
}

/** Whose answer it is about; without it, the whole consultation. */
export interface About {
  recommendation: string;
  addressee: string;
}

interface Always {
  /** Names it within its consultation, for good. */
  key: string;
  /** When it happened, ISO 8601 in UTC. */
  at: string;
  /** When something last became of it; else the same. */
  updated: string;
  about?: About;
}

export type NewsEvent = Always &
  (
    | { kind: "opened" | "closed" }
    | { kind: "closing-moved"; closing: NonNullable<Consultation["closings"]>[number] }
    | { kind: "release" | "final-release"; release: NewsRelease }
    | { kind: "answer" | "correction"; about: About; answer: FatedAnswer }
    | { kind: "withdrawal"; about: About; withdrawal: Withdrawal }
    /** The day was over, and nothing had followed by the record of that moment. */
    | { kind: "promise-passed"; about: About; answer: Answer; day: string }
  );
export type NewsKind = NewsEvent["kind"];

/** The day of UTC, which is in the text of a moment already. */
export const utcDay = (iso: string): string => iso.slice(0, 10);

/** The authority of a tag where a name cannot be one: of an installation under a number of IPv6. */
const NO_NAME = "kenes.invalid";

/**
 * The id of an event wherever it is told, a tag by RFC 4151: the name of the installation, the day, and what it
 * is. It is the same in every language.
 */
export const newsId = (
  host: string,
  consultation: string,
  { key, at }: Pick<NewsEvent, "key" | "at">,
): string =>
  `tag:${/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host) ? host : NO_NAME},${utcDay(at)}:${consultation}/${key}`;
