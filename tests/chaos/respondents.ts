/** Many respondents at once, each of whom remembers what the server acknowledged: what is told is what must be found. */
import { setTimeout as wait } from "node:timers/promises";
import { seededChance } from "../../functions/local/simulated-ballots.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";

/** What one respondent sent, and what of it was acknowledged. */
export interface Respondent {
  receipt: string;
  /** The ratings of each revision that was sent, the first at place 1. */
  sent: (Record<string, number> | undefined)[];
  /** The last revision that was acknowledged; 0: none. */
  acknowledged: number;
  /** How far a withdrawal came. */
  withdrawn: "no" | "sent" | "acknowledged";
}

/** Where the server is now: a restart may change it. */
export interface Place {
  url: string;
}

export interface Crowd {
  respondents: Respondent[];
  /** Answers by status; `none` where there was no answer. */
  answers: Record<string, number>;
  /** When what was saved last had been sent, in ms of the process's own clock. */
  savedAt: () => number;
  stop: () => Promise<void>;
}

/** How many send at the same time, and the pause of each after an answer, in ms. */
export interface Load {
  together: number;
  pause: number;
}
/** A steady load and no flood. */
export const STEADY: Load = { together: 8, pause: 25 };
/** An answer that tells nobody when to come back. */
export const NO_RETRY = "503 without Retry-After";
/** Longest that an answer is waited for, in ms. */
const PATIENCE = 15_000;
/** Of a hundred sends: so many change an earlier ballot, withdraw one, hang up before the answer. */
const CHANGES = 20;
const WITHDRAWALS = 4;
const HANGS_UP = 8;

/** Sends ballots until it is stopped. `more` stands in every ballot's body. */
export function crowd(
  place: Place,
  seed: number,
  more: (receipt: string) => Record<string, unknown>,
  { together, pause }: Load,
): Crowd {
  const chance = seededChance(seed);
  const respondents: Respondent[] = [];
  const answers: Record<string, number> = {};
  const over = new AbortController();
  let savedAt = performance.now();

  const ask = async (
    method: "PUT" | "DELETE",
    { receipt }: Respondent,
    ballot?: Record<string, unknown>,
  ): Promise<number | undefined> => {
    const hangsUp = chance() * 100 < HANGS_UP ? Math.ceil(chance() * 20) : PATIENCE;
    const answer = await fetch(place.url + BALLOT_PATH, {
      method,
      headers: {
        Authorization: `Bearer ${receipt}`,
        ...(ballot && { "Content-Type": "application/json" }),
      },
      ...(ballot && { body: JSON.stringify({ ...ballot, ...more(receipt) }) }),
      signal: AbortSignal.timeout(hangsUp),
    }).catch(() => undefined);
    const isUnsaid = answer?.status === 503 && !answer.headers.has("Retry-After");
    const key = isUnsaid ? NO_RETRY : String(answer?.status ?? "none");
    answers[key] = (answers[key] ?? 0) + 1;
    await answer?.arrayBuffer().catch(() => undefined);
    return answer?.status;
  };

  /** Sends a revision until it is acknowledged, refused for good, or all is over; the same each time. */
  const put = async (one: Respondent): Promise<void> => {
    const revision = Math.max(1, one.sent.length);
    const ratings = { W1: 1 + Math.floor(chance() * 5), K3: 1 + Math.floor(chance() * 5) };
    one.sent[revision] = ratings;
    while (!over.signal.aborted) {
      const began = performance.now();
      const status = await ask("PUT", one, goodBallot({ revision, ratings }));
      if (status === 200 || status === 201) {
        one.acknowledged = revision;
        savedAt = Math.max(savedAt, began);
        return;
      }
      await wait(200);
    }
  };

  const withdraw = async (one: Respondent): Promise<void> => {
    one.withdrawn = "sent";
    while (!over.signal.aborted) {
      const status = await ask("DELETE", one);
      // A withdrawal whose answer got lost was one all the same.
      if (status === 204 || status === 200 || status === 410) {
        one.withdrawn = "acknowledged";
        return;
      }
      await wait(200);
    }
  };

  /** Nobody else has one of these in hand. */
  const free: Respondent[] = [];
  const sender = async () => {
    while (!over.signal.aborted) {
      const kind = chance() * 100;
      const earlier = kind < CHANGES + WITHDRAWALS ? free.shift() : undefined;
      const one = earlier ?? {
        receipt: newReceipt(),
        sent: [],
        acknowledged: 0,
        withdrawn: "no" as const,
      };
      if (earlier === undefined) respondents.push(one);
      if (earlier !== undefined && kind < WITHDRAWALS) await withdraw(one);
      else {
        await put(one);
        if (one.sent.length < 20) free.push(one);
      }
      await wait(pause);
    }
  };
  const senders = Array.from({ length: together }, sender);
  return {
    respondents,
    answers,
    savedAt: () => savedAt,
    stop: async () => {
      over.abort();
      await Promise.all(senders);
    },
  };
}

/** What is wrong with what the server has of a respondent; `undefined`: nothing. */
export async function faultOf(place: Place, one: Respondent): Promise<string | undefined> {
  if (one.acknowledged === 0 && one.withdrawn !== "acknowledged") return undefined;
  const answer = await fetch(place.url + BALLOT_PATH, {
    headers: { Authorization: `Bearer ${one.receipt}` },
  });
  if (answer.status === 410) {
    return one.withdrawn === "no" ? "withdrawn by nobody" : undefined;
  }
  if (answer.status !== 200) return `acknowledged, and now ${answer.status}`;
  if (one.withdrawn === "acknowledged") return "withdrawn, and still there";
  const { revision, ratings } = (await answer.json()) as {
    revision: number;
    ratings: Record<string, unknown>;
  };
  if (revision < one.acknowledged) {
    return `revision ${one.acknowledged} was acknowledged, and ${revision} is there`;
  }
  const sent = one.sent[revision];
  if (sent === undefined) return `revision ${revision} was never sent`;
  return Object.entries(sent).every(([code, rating]) => ratings[code] === rating)
    ? undefined
    : `revision ${revision} holds other ratings than were sent`;
}
