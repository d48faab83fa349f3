import { createHmac } from "node:crypto";
import { isSame } from "../secrets.ts";
import type { Services } from "../services.ts";

export const CHALLENGE_MS = 5 * 60_000;

/** Bytes: until when it counts, in ms since 1970 as a double; what chance has drawn; what says that it is ours. */
const [TIME, DRAWN, SIGNED] = [8, 16, 16];

/** A challenge to sign in with a passkey, which says itself that it is ours and until when it counts. 40 bytes. */
export function signInChallenge({
  now,
  random,
  secret,
}: Pick<Services, "now" | "random" | "secret">): Uint8Array<ArrayBuffer> {
  const said = Buffer.alloc(TIME + DRAWN);
  said.writeDoubleBE(now().getTime() + CHALLENGE_MS);
  said.set(random(DRAWN), TIME);
  return new Uint8Array(Buffer.concat([said, signatureOf(secret, said)]));
}

/** Until when a challenge of ours counts, in ms; `undefined` when it is none of ours, or counts no more. */
export function endOfSignIn(
  { now, secret }: Pick<Services, "now" | "secret">,
  challenge: string,
): number | undefined {
  const bytes = Buffer.from(challenge, "base64url");
  if (bytes.length !== TIME + DRAWN + SIGNED) return undefined;
  const said = bytes.subarray(0, TIME + DRAWN);
  const ours = signatureOf(secret, said).toString("hex");
  if (!isSame(ours, bytes.subarray(TIME + DRAWN).toString("hex"))) return undefined;
  const endsAt = bytes.readDoubleBE();
  return endsAt > now().getTime() ? endsAt : undefined;
}

const signatureOf = (secret: Uint8Array, said: Uint8Array): Buffer =>
  createHmac("sha256", secret)
    .update("kenes-sign-in/1\0")
    .update(said)
    .digest()
    .subarray(0, SIGNED);
