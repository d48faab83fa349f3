/** Judging texts: decided on what is stored at that moment, and recorded with it. */
import { everybody } from "../../domain/remark/moderated.ts";
import { readTextName } from "../../domain/remark/same-text.ts";
import {
  isSaidAlready,
  type Judge,
  type Judged,
  judgedBy,
  needsAnother,
  readVerdict,
  type Standing,
  STANDINGS,
  type Verdict,
} from "../../domain/remark/verdict.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Acting } from "../organiser/acting.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import {
  type Decision,
  decisionsWrite,
  getDecisions,
  getModerationRules,
} from "../store/moderation.ts";
import { findText, type StoredText, textWrites } from "../store/texts.ts";

/** Most texts of one page of the queue: so many are judged, and recorded, at once. */
export const MOST_AT_ONCE = 20;

/** Most decisions that a moderator can still take back. */
const MOST_TAKEN_BACK = 40;

/** How often it is tried again when others judge, or write, at the same time. */
export const TRIES = 8;

/** A verdict on a text as it was shown. */
export interface Given {
  name: string;
  /** Where it stood, and how often it had been judged. */
  standing: Standing;
  acts: number;
  verdict: Verdict;
}

/** Why a verdict was not taken: its author withdrew or changed the text, somebody else judged it, or must. */
const MISSED = ["text-gone", "text-judged", "text-needs-another"] as const;
export type Missed = (typeof MISSED)[number];

/** What came of verdicts: how many were taken, and why the others were not. */
export interface Judging {
  taken: number;
  missed: Missed[];
}

/** Reads the verdicts of a form: of each text that stands in it, with what was shown. */
export function readGiven(fields: URLSearchParams): Given[] {
  return fields
    .getAll("text")
    .slice(0, MOST_AT_ONCE)
    .flatMap((shown, place): Given[] => {
      const [, standing, acts, name] = /^(\w+) (\d{1,9}) (.*)$/.exec(shown) ?? [];
      const verdict = readVerdict(fields.get(`verdict.${place}`));
      const stood = STANDINGS.find((one) => one === standing);
      const isRead = name !== undefined && readTextName(name) !== undefined;
      if (verdict === undefined || stood === undefined || !isRead) return [];
      return [{ name, standing: stood, acts: Number(acts), verdict }];
    });
}

/** What a form says of a text that it shows. */
export const shownAs = ({ name, standing, acts }: StoredText): string =>
  `${standing} ${acts} ${name}`;

/** Takes verdicts: those on texts that are as they were shown, all of them at once, with one entry in the log. */
export async function judge(
  services: Services,
  actor: Acting,
  given: readonly Given[],
): Promise<Judging | Problem> {
  const { db } = services;
  const id = actor.consultation;
  const self: Judge = { id: actor.organiser.id, role: actor.role };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const [rules, own] = await Promise.all([
      getModerationRules(db, id),
      getDecisions(db, id, self.id),
    ]);
    const found = await Promise.all(
      given.map(async (one) => ({ one, text: await asShown(services, id, one) })),
    );
    const missed: Missed[] = [];
    const changes: { before: StoredText; after: StoredText }[] = [];
    for (const { one, text } of found) {
      if (typeof text === "string") missed.push(text);
      else if (needsAnother(text, self)) missed.push("text-needs-another");
      else if (!isSaidAlready(text, one.verdict)) {
        const judged = judgedBy(text, one.verdict, self, rules);
        changes.push({ before: text, after: standingSo(text, judged) });
      }
    }
    if (changes.length === 0) return { taken: 0, missed };
    const decisions = changes.map(({ before, after }): Decision => {
      const { standing, refusal, votes } = before;
      return {
        name: before.name,
        standing: after.standing,
        acts: after.acts,
        before: { standing, votes, ...(refusal !== undefined && { refusal }) },
      };
    });
    const others = own.decisions.filter(({ name }) =>
      decisions.every((decision) => decision.name !== name),
    );
    const kept = [...decisions, ...others].slice(0, MOST_TAKEN_BACK);
    const standing = (which: Standing) =>
      changes.filter(({ after }) => after.standing === which).length;
    const act = {
      action: "texts-judged" as const,
      before: null,
      after: {
        texts: changes.length,
        accepted: standing("accepted"),
        refused: standing("refused"),
      },
    };
    const writes = [...textWrites(db, id, changes), decisionsWrite(db, id, self.id, own, kept)];
    if (await record(services, id, actor, act, writes)) return { taken: changes.length, missed };
  }
  return { problem: "busy" };
}

/** A text with what is said of it from now on. */
export const standingSo = (text: StoredText, judged: Judged): StoredText => ({
  ...text,
  refusal: undefined,
  ...judged,
  acts: text.acts + 1,
});

/** The text as it was shown; or why it is not any more. */
export async function asShown(
  { db }: Pick<Services, "db">,
  consultation: string,
  { name, standing, acts }: Pick<Given, "name" | "standing" | "acts">,
): Promise<StoredText | Missed> {
  const text =
    (await findText(db, consultation, name, [standing])) ??
    (await findText(db, consultation, name));
  if (text === undefined || everybody(text.people) === 0) return "text-gone";
  return text.acts === acts ? text : "text-judged";
}
