import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { parsed } from "./item.ts";
import { answeredKey, challengeKey } from "./keys.ts";
import { putOneTime, takeOneTime } from "./one-time.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { putOf } from "./write.ts";

/** What a challenge was given out for, and to whom. */
export interface Challenge {
  /** An answer counts for this alone. */
  purpose: string;
  /** For a new passkey: whose it will be. */
  organiser: string;
}

const form = z.object({ purpose: z.string(), organiser: z.string(), endsAt: z.number() });

/** Stores a challenge; it counts until `endsAt`, in ms. */
export async function putChallenge(
  db: Database,
  challenge: string,
  { purpose, organiser }: Challenge,
  endsAt: number,
): Promise<void> {
  const given = {
    purpose: { S: purpose },
    organiser: { S: organiser },
  };
  await putOneTime(db, challengeKey(challenge), given, endsAt);
}

/** Uses a challenge up, whatever becomes of the answer; `undefined` when it counts no more. */
export async function takeChallenge(
  db: Database,
  challenge: string,
  now: number,
): Promise<Challenge | undefined> {
  const item = await takeOneTime(db, challengeKey(challenge));
  if (item === undefined) return undefined;
  const { endsAt, ...given } = parsed(item, form);
  return endsAt <= now ? undefined : given;
}

/**
 * Notes that a challenge which was not stored has been answered; false when it had been before. Under a key of its own: taking
 * one that was stored must not take this away.
 */
export const useChallenge = (db: Database, challenge: string, endsAt: number): Promise<boolean> =>
  putIf(
    db,
    putOf({
      TableName: db.tables.ephemeral,
      Item: {
        ...answeredKey(challenge),
        endsAt: { N: String(endsAt) },
        expiresAt: { N: String(Math.ceil(endsAt / 1000)) },
      },
      ConditionExpression: IS_NEW,
    }),
  );
