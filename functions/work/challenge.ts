/**
 * Challenges made, and solutions judged. Nothing is stored: the signature holds the whole key, which nobody has who
 * did not search for it, so that judging takes one HMAC and no derivation.
 */
import { createHmac, pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import {
  type Challenge,
  MOST_WORK,
  passPreimage,
  readSolution,
  type Solution,
  workPreimage,
} from "../../domain/work/challenge.ts";
import { CHALLENGE_LIFE, type Difficulty } from "../../domain/work/limits.ts";
import { drawBelow } from "../ballot/draw-below.ts";
import { isSame } from "../secrets.ts";
import type { Services } from "../services.ts";

/** The ballot for which work is done. */
export interface For {
  consultation: string;
  ballotId: string;
}

const SALT_BYTES = 16;
const KEY_BYTES = 16;
const TARGET_DIGITS = 16;

const derive = promisify(pbkdf2);

const signed = (secret: Uint8Array, preimage: string): string =>
  createHmac("sha256", secret).update(preimage).digest("base64url");

/** A challenge for one ballot. It takes one derivation (0.4 ms), outside the thread that answers. */
export async function newChallenge(
  { secret, now, random }: Pick<Services, "secret" | "now" | "random">,
  { consultation, ballotId }: For,
  { cost, most }: Difficulty,
): Promise<Challenge> {
  const salt = Buffer.from(random(SALT_BYTES)).toString("hex");
  const counter = 1 + drawBelow(random, most);
  const derived = await derive(String(counter), salt, cost, KEY_BYTES, "sha256");
  const key = derived.toString("hex");
  const expires = new Date(now().getTime() + CHALLENGE_LIFE).toISOString();
  const open = { salt, cost, most, target: key.slice(0, TARGET_DIGITS), expires };
  const preimage = workPreimage(consultation, ballotId, { ...open, signature: "", key });
  return { ...open, signature: signed(secret, preimage) };
}

/** What was sent in the place of work: done for this ballot, too late, or not what we asked for. */
export type Judged = "done" | "passed" | "expired" | "wrong";

/** Judges it, at the price of one HMAC whatever it is. */
export function judgeWork(
  { secret, now }: Pick<Services, "secret" | "now">,
  { consultation, ballotId }: For,
  sent: string,
): Judged {
  const value = unpacked(sent);
  if (typeof value !== "object" || value === null) return "wrong";
  if ("pass" in value) {
    const ours = signed(secret, passPreimage(consultation, ballotId));
    return typeof value.pass === "string" && isSame(ours, value.pass) ? "passed" : "wrong";
  }
  const solution = readSolution(value);
  if (solution === undefined) return "wrong";
  const ours = signed(secret, workPreimage(consultation, ballotId, solution));
  if (!isSame(ours, solution.signature)) return "wrong";
  return Date.parse(solution.expires) < now().getTime() ? "expired" : "done";
}

/** A solution as it is sent. */
export const packedWork = (solution: Solution): string =>
  Buffer.from(JSON.stringify(solution)).toString("base64");

/** What simulated ballots carry in the place of work: only who has the installation's secret can make it. */
export const passFor = (secret: Uint8Array, { consultation, ballotId }: For): string =>
  Buffer.from(
    JSON.stringify({ pass: signed(secret, passPreimage(consultation, ballotId)) }),
  ).toString("base64");

function unpacked(sent: string): unknown {
  if (sent.length > MOST_WORK) return undefined;
  try {
    return JSON.parse(Buffer.from(sent, "base64").toString());
  } catch {
    return undefined;
  }
}
