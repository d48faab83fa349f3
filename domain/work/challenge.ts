/**
 * What is to be found out before a ballot is taken, and what shows that it was.
 *
 * The server draws a counter from 1 to `most` and derives a key of 16 bytes: PBKDF2-HMAC-SHA-256 with the counter in
 * decimal digits as password, `salt` as it is written as salt, `cost` iterations. Of the key it tells the first half.
 * Who tries one counter after the other finds it after `most` tries at the latest, after half of them on average: so
 * the longest wait has a bound, which a search for leading zeros has not.
 */
import * as z from "zod/mini";

/** A challenge as it is sent, as JSON. */
export interface Challenge {
  /** 32 hexadecimal digits. */
  salt: string;
  /** Iterations of one derivation. */
  cost: number;
  /** The last counter that it may be. */
  most: number;
  /** The first 8 bytes of the key, as 16 hexadecimal digits. */
  target: string;
  /** Until when a solution is taken (ISO 8601). */
  expires: string;
  /** The server's, over all of this, the consultation, the ballot and the whole key. */
  signature: string;
}

/** A solution: the challenge as it came, with the whole key as 32 hexadecimal digits. */
export interface Solution extends Challenge {
  key: string;
}

/** Most characters of what is sent in the place `work`: the solution as JSON in base64, in UTF-8. */
export const MOST_WORK = 2_000;

const hex = (digits: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const whole = z.int().check(z.gte(1), z.lte(1_000_000));

/** The challenge as it stands in a refusal. */
export const challengeSchema = z.strictObject({
  salt: hex(32),
  cost: whole,
  most: whole,
  target: hex(16),
  expires: z.iso.datetime(),
  signature: z.string().check(z.maxLength(100)),
});

const solutionSchema = z.extend(challengeSchema, { key: hex(32) });

/** The solution that a JSON value is; `undefined` when it cannot be one. */
export function readSolution(value: unknown): Solution | undefined {
  const read = solutionSchema.safeParse(value);
  return read.success ? read.data : undefined;
}

/** What the signature is made of (HMAC-SHA-256): nothing of it can be changed, and for no other ballot does it hold. */
export const workPreimage = (
  consultation: string,
  ballotId: string,
  solution: Solution,
): string => {
  const { salt, cost, most, target, expires, key } = solution;
  return ["kenes-work/1", consultation, ballotId, salt, cost, most, target, expires, key].join(
    "\0",
  );
};

/** What a pass is made of, by which simulated ballots of the installation itself come through without work. */
export const passPreimage = (consultation: string, ballotId: string): string =>
  ["kenes-pass/1", consultation, ballotId].join("\0");
