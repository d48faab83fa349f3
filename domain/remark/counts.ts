import type { Language } from "../language.ts";
import { REFUSAL_REASONS, type RefusalReason } from "./remark.ts";
import { everybody, type Moderated } from "./moderated.ts";
import { type Standing, STANDINGS } from "./verdict.ts";
import { FEWEST_TOLD, toldCount } from "./told.ts";

/** What is counted: texts by where they stand, refused ones by reason too, and the people who wrote. */
export const COUNTED = [...STANDINGS, ...REFUSAL_REASONS, "people"] as const;
export type Counted = (typeof COUNTED)[number];

/** Counts of the texts in one language to one recommendation. */
export interface TextCounts {
  /** Empty for suggestions. */
  code: string;
  language: Language;
  counts: Readonly<Partial<Record<Counted, number>>>;
}

/** What of the counts a text is. */
function partsOf(text: Moderated | undefined): Map<Counted, number> {
  const parts = new Map<Counted, number>();
  if (text === undefined) return parts;
  parts.set(text.standing, 1).set("people", everybody(text.people));
  return text.refusal === undefined ? parts : parts.set(text.refusal, 1);
}

/** What changes in the counts when a text changes. */
export function countsChange(
  before: Moderated | undefined,
  after: Moderated | undefined,
): Map<Counted, number> {
  const [was, is] = [partsOf(before), partsOf(after)];
  const changed = COUNTED.map((one) => [one, (is.get(one) ?? 0) - (was.get(one) ?? 0)] as const);
  return new Map(changed.filter(([, by]) => by !== 0));
}

/** A sum over some of the counts. */
export const sumOf = (all: readonly TextCounts[], ...what: Counted[]): number =>
  all.reduce((sum, { counts }) => sum + what.reduce((of, one) => of + (counts[one] ?? 0), 0), 0);

/** What the public is told of moderation; `undefined`: fewer than ten. */
export interface ModerationTold {
  /** Texts that moderators decided on, each counted once however many wrote it; among people at risk in steps. */
  accepted: number | undefined;
  refused: number | undefined;
  reasons: readonly { reason: RefusalReason; texts: number | undefined }[];
  /** Always in steps: each one more is somebody who wrote. */
  waiting: number | undefined;
  /** People who wrote in each language in which at least ten did, in steps. */
  languages: readonly { language: Language; people: number }[];
}

/**
 * What may be told of the counts. How often moderators decided, and why, is told exactly: it says what they
 * did, and when they came to it. How many people wrote is told in steps from ten, and no figure crosses
 * reason, language and recommendation.
 */
export function moderationTold(all: readonly TextCounts[], atRisk: boolean): ModerationTold {
  const decided = (count: number) => (atRisk && count > 0 ? toldCount(count) : count);
  const waiting = sumOf(all, "waiting", "second", "disputed");
  const people = Map.groupBy(all, ({ language }) => language);
  return {
    accepted: decided(sumOf(all, "accepted")),
    refused: decided(sumOf(all, "refused")),
    reasons: REFUSAL_REASONS.map((reason) => ({ reason, texts: decided(sumOf(all, reason)) })),
    waiting: waiting === 0 ? 0 : toldCount(waiting),
    languages: [...people]
      .map(([language, of]) => ({ language, people: sumOf(of, "people") }))
      .filter(({ people }) => people >= FEWEST_TOLD)
      .map(({ language, people }) => ({ language, people: toldCount(people)! }))
      .toSorted((a, b) => b.people - a.people || (a.language < b.language ? -1 : 1)),
  };
}
