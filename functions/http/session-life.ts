/** How long a session lives, of whatever kind: by the clock that is asked for each request. */
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";

/** A session ends after this long without a request, and in any case after `SESSION_MOST_MS`. */
export const SESSION_IDLE_MS = 30 * 60_000;
export const SESSION_MOST_MS = 12 * 60 * 60_000;

/** Use is noted at most this often, so that most requests write nothing; an end by idleness is early by it. */
const NOTE_MS = 60_000;

/** Random bytes of a session's token. */
const TOKEN_BYTES = 32;

/** When a session began and was last seen, in ms. */
interface Times {
  startedAt: number;
  seenAt: number;
}

/** A token that nobody has seen before, and the hash under which its session is kept. */
export function drawToken({ random }: Pick<Services, "random">): { token: string; hash: string } {
  const token = Buffer.from(random(TOKEN_BYTES)).toString("base64url");
  return { token, hash: sha256(token) };
}

/**
 * Whether neither time is over. The table forgets expired items late, so the times are looked at here. One that began far
 * ahead, by a clock that is set right since, is over too: it would live until then.
 */
export const lives = ({ startedAt, seenAt }: Times, at: number): boolean =>
  at - seenAt < SESSION_IDLE_MS && Math.abs(at - startedAt) < SESSION_MOST_MS;

/** Whether a session's use has to be noted again; also over a time that lies ahead. */
export const isToNote = ({ seenAt }: Times, at: number): boolean =>
  Math.abs(at - seenAt) >= NOTE_MS;
