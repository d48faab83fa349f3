import type { ReadBack } from "../../../domain/api.ts";
import type { Problem } from "../../../domain/problem.ts";
import { API_BALLOT, API_REASONS, pathOf } from "../../../domain/paths.ts";
import type { Remarks } from "../../../domain/remark/remark.ts";
import type { UncheckedBallot } from "../answers/form.ts";

/** What came of one attempt. */
export type Attempt =
  | {
      came: "stored";
      readBack: ReadBack;
      /** Why what was written beside the ratings was refused. */
      unsaved?: Problem | undefined;
    }
  /** With a conflict comes what is stored, if it could be had. */
  | { came: "refused"; problem: Problem; stored?: ReadBack | undefined }
  /** Trying again may help; the server may have said after how many seconds. */
  | { came: "failed"; because: "unreachable" | "busy"; retryAfter: number };

const GIVE_UP_AFTER = 20_000;

const UNREACHABLE = { came: "failed", because: "unreachable", retryAfter: 0 } as const;

/**
 * Sends a ballot, then what was written beside it; never throws. What is stored comes with the answer. The same ballot may be
 * sent again and again: the receipt and revision make a repeat harmless, so an answer that got lost on its way costs nothing.
 */
export async function sendBallot(
  consultation: string,
  receipt: string,
  ballot: UncheckedBallot,
  remarks: Remarks | undefined,
): Promise<Attempt> {
  const ballots = pathOf(API_BALLOT, { id: consultation });
  const put = await call(ballots, receipt, ballot);
  if ("came" in put && (put.came !== "refused" || put.problem.revision === undefined)) return put;
  // A server of before, to which one may go back while somebody answers, does not tell it by itself.
  const stored =
    "json" in put && isReadBack(put.json) ? put.json : await readStored(ballots, receipt);
  if ("came" in put) return { ...put, stored: "came" in stored ? undefined : stored };
  if ("came" in stored) return stored;
  if (stored.revision !== ballot.revision) return UNREACHABLE;
  const written =
    remarks && (await call(pathOf(API_REASONS, { id: consultation }), receipt, remarks));
  if (written && "came" in written && written.came !== "refused") return written;
  const unsaved = written && "came" in written ? written.problem : undefined;
  return { came: "stored", readBack: stored, unsaved };
}

/** Reads what is stored under a receipt; never throws. */
async function readStored(ballots: string, receipt: string): Promise<ReadBack | Attempt> {
  const answer = await call(ballots, receipt, undefined);
  if ("came" in answer) return answer;
  return isReadBack(answer.json) ? answer.json : UNREACHABLE;
}

type Refused = Extract<Attempt, { came: "refused" }>;
type Failed = Extract<Attempt, { came: "failed" }>;

async function call(
  path: string,
  receipt: string,
  body: object | undefined,
): Promise<{ json: object } | Refused | Failed> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? "GET" : "PUT",
      headers: {
        authorization: `Bearer ${receipt}`,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      // Old browsers cannot give up by themselves; their own patience ends too.
      signal: AbortSignal.timeout?.(GIVE_UP_AFTER) ?? null,
    });
    if (response.status >= 500 || response.status === 429) {
      // That lasts for hours: whoever waits is told, and nothing is sent again and again.
      const { title } = (await response.json().catch(() => ({}))) as { title?: unknown };
      if (title === "read-only") return { came: "refused", problem: { problem: title } };
      const retryAfter = Number(response.headers.get("retry-after")) || 0;
      return { came: "failed", because: "busy", retryAfter };
    }
    // A network's own sign-in page answers 200 with HTML: json() throws, and nothing is lost.
    const json: unknown = await response.json();
    if (typeof json !== "object" || json === null) throw new TypeError("not an object");
    if (response.ok) return { json };
    const { title, ...rest } = json as { title: Problem["problem"] } & Omit<Problem, "problem">;
    if (typeof title !== "string") throw new TypeError("not a refusal");
    return {
      came: "refused",
      problem: {
        problem: title,
        faults: rest.faults,
        revision: rest.revision,
        work: rest.work,
      } as Problem,
    };
  } catch {
    return UNREACHABLE;
  }
}

const isReadBack = (json: object): json is ReadBack =>
  "ratings" in json &&
  "about" in json &&
  "first" in json &&
  Array.isArray(json.first) &&
  "revision" in json &&
  typeof json.revision === "number";
