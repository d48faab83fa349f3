import { type Panel, PANELS } from "../ballot/ballot.ts";
import type { Said } from "./same-text.ts";
import { type Judged, UNJUDGED } from "./verdict.ts";

/** How many people, by panel. */
export type People = Readonly<Record<Panel, number>>;

export const NOBODY: People = { public: 0, expert: 0 };

/** So many from all panels together. */
export const everybody = (people: People): number => people.public + people.expert;

/**
 * A text as moderators judge it: once, however many wrote the same. It holds nothing of who wrote it, and no
 * remark names it.
 */
export interface Moderated extends Said, Judged {
  /** SHA-256 over `textPreimage`, 64 lowercase hexadecimal digits. */
  hash: string;
  /** How many wrote it. One person writes at most one reason for a recommendation. */
  people: People;
  /** How many of them want it published. */
  consenting: People;
  /** Codes of the themes that it was coded into. */
  themes: readonly string[];
  /** How often moderators have judged it: a verdict is given on what was shown. */
  acts: number;
}

/** One person's part in a text. */
interface Writer {
  panel: Panel;
  publish: boolean;
}

/** A text that one more person has written. */
export function withWriter(
  said: Said & { hash: string },
  before: Moderated | undefined,
  { panel, publish }: Writer,
): Moderated {
  const { code, language, text, hash } = said;
  const fresh = { code, language, text, hash, people: NOBODY, consenting: NOBODY };
  const text0: Moderated = before ?? { ...fresh, ...UNJUDGED, themes: [], acts: 0 };
  return {
    ...text0,
    people: counted(text0.people, panel, 1),
    consenting: counted(text0.consenting, panel, publish ? 1 : 0),
  };
}

/** A text that one person less has written; `undefined` where nobody is left. */
export function withoutWriter(
  before: Moderated,
  { panel, publish }: Writer,
): Moderated | undefined {
  const people = counted(before.people, panel, -1);
  if (everybody(people) === 0) return undefined;
  return { ...before, people, consenting: counted(before.consenting, panel, publish ? -1 : 0) };
}

const counted = (people: People, panel: Panel, by: number): People => ({
  ...people,
  [panel]: Math.max(0, people[panel] + by),
});

/** Whether everybody who wrote it, and wants it published, answered as an expert. */
export const isExperts = ({ consenting }: Pick<Moderated, "consenting">): boolean =>
  consenting.expert > 0 && PANELS.every((panel) => panel === "expert" || consenting[panel] === 0);
