/**
 * Official responses are recorded and withdrawn together with the entry of the organisers' log that tells of it,
 * or neither. What is decided is decided on the record as it is when it is written: where another entry came
 * between, it is decided anew.
 */
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type PublishedConsultation, stageAt } from "../../domain/consultation/life.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Texts } from "../../domain/language.ts";
import type { Act } from "../../domain/organiser/acts.ts";
import type { Problem } from "../../domain/problem.ts";
import {
  MOST_FROM_DESKS,
  MOST_RESPONSES,
  type Recorder,
  type ResponseEntry,
} from "../../domain/response/entry.ts";
import {
  type NewAnswer,
  readAnswer,
  readReason,
  type TypedAnswer,
} from "../../domain/response/read-entry.ts";
import { type FatedAnswer, holds, historyOf } from "../../domain/response/standing.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { listResponses, responsePut } from "../store/responses.ts";

/** How often an entry is tried when others take its number. */
const TRIES = 10;

type World = Pick<Services, "db" | "now" | "random">;

/** Who records: what of the record is theirs, and the name under which the log tells of it. */
export interface Hand {
  by: Recorder;
  /** Of an addressee, its code: nothing of another's is theirs. */
  addressee?: string;
  name: string;
}

/** Whether an entry is one that a hand has recorded itself. */
export const isOwn = (answer: FatedAnswer, { by, addressee }: Hand): boolean =>
  answer.by === by && (by === "organiser" || answer.addressee === addressee);

/** The recommendation of that code, where it is one that a hand may record answers to. */
export const recommendationFor = (
  { recommendations }: Pick<Consultation, "recommendations">,
  code: string,
  { addressee }: Pick<Hand, "addressee">,
) =>
  recommendations.find(
    (one) => one.code === code && (addressee === undefined || one.addressee === addressee),
  );

/** What was sent in order to be recorded. */
export interface SentAnswer {
  recommendation: string;
  typed: TypedAnswer;
  /** The number of the entry that it corrects; empty for none. */
  corrects: string;
  /** The newest entry about the recommendation that whoever sent it had seen; empty where that was not said. */
  seen: string;
}

/** Records an answer; its number, or why it is not recorded. */
export async function recordAnswer(
  world: World,
  published: PublishedConsultation,
  hand: Hand,
  sent: SentAnswer,
): Promise<{ number: number } | Problem> {
  const { definition } = published;
  const decide = (entries: readonly ResponseEntry[]): Decided | Problem => {
    const recommendation = recommendationFor(definition, sent.recommendation, hand);
    if (recommendation === undefined) return { problem: "page-unknown" };
    const history = historyOf(entries, recommendation.code);
    const corrected = history.find(
      (one) => String(one.number) === sent.corrects && holds(one) && isOwn(one, hand),
    );
    if (sent.corrects !== "" && corrected === undefined) return { problem: "response-gone" };
    if (sent.seen !== "" && sent.seen !== newestAbout(entries, recommendation.code)) {
      return { problem: "response-changed" };
    }
    const answers = entries.filter(({ kind }) => kind === "answer");
    const ofDesks = answers.filter(({ by }) => by === "addressee");
    if (
      answers.length >= MOST_RESPONSES ||
      (hand.by === "addressee" && ofDesks.length >= MOST_FROM_DESKS)
    ) {
      return { problem: "responses-full" };
    }
    const today = dayIn(definition.timeZone, world.now());
    const read = readAnswer(sent.typed, {
      consultation: definition,
      recommendation,
      by: hand.by,
      today,
      corrected,
    });
    if ("faults" in read) return { problem: "response-invalid", faults: read.faults };
    return { entry: read.answer, act: (number) => actOf(read.answer, number) };
  };
  return append(world, published, hand, decide);
}

/** Withdraws an answer that holds, with a reason that is shown. Only organisers do. */
export const withdrawAnswer = async (
  world: World,
  published: PublishedConsultation,
  hand: Hand & { by: "organiser" },
  sent: { number: string; reason: Texts },
): Promise<{ number: number } | Problem> =>
  append(world, published, hand, (entries) => {
    const withdrawn = answerIn(entries, sent.number);
    if (withdrawn === undefined || !holds(withdrawn)) return { problem: "response-gone" };
    const read = readReason(sent.reason, published.definition.languages);
    if ("faults" in read) return { problem: "response-invalid", faults: read.faults };
    const { number: withdraws, recommendation } = withdrawn;
    return {
      entry: {
        kind: "withdrawal",
        by: "organiser",
        recommendation,
        withdraws,
        reason: read.reason,
      },
      act: () => ({
        action: "response-withdrawn",
        before: { response: withdraws, recommendation },
        after: null,
      }),
    };
  });

/** The newest entry about a recommendation, as a form carries it. */
export const newestAbout = (entries: readonly ResponseEntry[], recommendation: string): string =>
  String(entries.findLast((one) => one.recommendation === recommendation)?.number ?? 0);

/** The answer of that number, with what became of it. */
export function answerIn(
  entries: readonly ResponseEntry[],
  number: string,
): FatedAnswer | undefined {
  const entry = entries.find((one) => String(one.number) === number);
  return (
    entry && historyOf(entries, entry.recommendation).find((one) => one.number === entry.number)
  );
}

type Unnumbered<Entry> = Entry extends ResponseEntry ? Omit<Entry, "number" | "at"> : never;

interface Decided {
  entry: Unnumbered<ResponseEntry>;
  act: (number: number) => Act;
}

async function append(
  world: World,
  published: PublishedConsultation,
  { name }: Hand,
  decide: (entries: readonly ResponseEntry[]) => Decided | Problem,
): Promise<{ number: number } | Problem> {
  const { db, now } = world;
  const { id } = published.definition;
  if (["draft", "scheduled"].includes(stageAt(published, now()))) {
    return { problem: "responses-too-early" };
  }
  for (let tries = 0; tries < TRIES; tries++) {
    const entries = await listResponses(db, id);
    const decided = decide(entries);
    if ("problem" in decided) return decided;
    const number = entries.length + 1;
    const at = `${now().toISOString().slice(0, 19)}Z`;
    const entry = { ...decided.entry, number, at } as ResponseEntry;
    const act = decided.act(number);
    const write = responsePut(db, id, entry);
    if ((await record(world, id, { organiser: { name } }, act, [write])) !== undefined) {
      return { number };
    }
  }
  return { problem: "busy" };
}

function actOf({ by, recommendation, status, corrects }: NewAnswer, response: number): Act {
  const after = { response, recommendation, status };
  if (corrects === undefined) {
    const action = by === "organiser" ? "response-recorded" : "desk-response-recorded";
    return { action, before: null, after };
  }
  const before = { response: corrects, recommendation };
  const action = by === "organiser" ? "response-corrected" : "desk-response-corrected";
  return { action, before, after };
}
