import { createHmac, hash, timingSafeEqual } from "node:crypto";
import {
  channelPreimage,
  SIGNATURE_LENGTH,
  signedChannel,
} from "../domain/consultation/channel.ts";
import { ballotIdPreimage, type Receipt } from "../domain/ballot/receipt.ts";
import { type CodeKind, codePreimage } from "../domain/organiser/code.ts";
import { type Done, donePreimage } from "../domain/organiser/done.ts";
import { type Invitation, invitationPreimage } from "../domain/invitation/code.ts";
import { programKeyPreimage } from "../domain/program/key.ts";
import { remarkIdPreimage } from "../domain/remark/place.ts";

/** SHA-256 of a text as 64 lowercase hexadecimal digits. */
export const sha256 = (text: string): string => hash("sha256", text, "hex");

/** The same of bytes. */
export const sha256Bytes = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");

/** SHA-256 of a text as 32 characters of one byte each, which is three times as fast as an array. */
export const sha256Binary = (text: string): string => hash("sha256", text, "binary");

/** Tells one secret from another: a keyed hash of a constant, from which nothing made with it follows. */
export const secretFingerprint = (secret: Uint8Array): string =>
  createHmac("sha256", secret).update("kenes-secret/1").digest("hex");

/** The id under which a receipt's ballot is kept; the receipt itself is never stored or logged. */
export const ballotIdOf = (consultation: string, receipt: Receipt): string =>
  sha256(ballotIdPreimage(consultation, receipt));

/** The keyed hash of an invitation: without the installation's secret nobody can test a guess. */
export const invitationHash = (
  secret: Uint8Array,
  consultation: string,
  invitation: Invitation,
): string =>
  createHmac("sha256", secret).update(invitationPreimage(consultation, invitation)).digest("hex");

/** The keyed hash of an organiser's code, for the same reason. */
export const organiserCodeHash = (secret: Uint8Array, kind: CodeKind, code: string): string =>
  createHmac("sha256", secret).update(codePreimage(kind, code)).digest("hex");

/** The keyed hash of a program's key, for the same reason. */
export const programKeyHash = (secret: Uint8Array, consultation: string, key: string): string =>
  createHmac("sha256", secret).update(programKeyPreimage(consultation, key)).digest("hex");

/** A channel with its signature: what stands in the channel's link, and who has it can send. */
export const signChannel = (secret: Uint8Array, consultation: string, code: string): string =>
  signedChannel(
    code,
    createHmac("sha256", secret)
      .update(channelPreimage(consultation, code))
      .digest("hex")
      .slice(0, SIGNATURE_LENGTH),
  );

/** 96 bits: a guess is worth nothing but a false sentence on one's own page. */
const DONE_LETTERS = 16;

/** The signature of what was done in a session, for the page that tells it. */
export const signDone = (secret: Uint8Array, session: string, path: string, done: Done): string =>
  createHmac("sha256", secret)
    .update(donePreimage(session, path, done))
    .digest("base64url")
    .slice(0, DONE_LETTERS);

/** The signature of a key by which our CloudFront is known on AWS (functions/lambda/site-keys.ts). */
export const signSiteKey = (secret: Uint8Array, at: number): string =>
  createHmac("sha256", secret).update(["kenes-site/1", at].join("\0")).digest("base64url");

/** The key by which a webhook's messages are signed. It is made anew each time, so that no copy of the store has it. */
const hookKey = (secret: Uint8Array, consultation: string, hook: string): Buffer =>
  createHmac("sha256", secret).update(["kenes-hook/1", consultation, hook].join("\0")).digest();

/** The same as its receiver is given it. */
export const hookSecret = (secret: Uint8Array, consultation: string, hook: string): string =>
  `whsec_${hookKey(secret, consultation, hook).toString("base64")}`;

/** The headers by which a receiver tells that a message is ours, and which (Standard Webhooks 1.0). */
export function signedMessage(
  secret: Uint8Array,
  consultation: string,
  hook: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signature = createHmac("sha256", hookKey(secret, consultation, hook))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
/** The id under which one of a receipt's remarks is kept: to whoever lacks the receipt, nothing joins it to the ballot. */
export const remarkIdOf = (consultation: string, receipt: Receipt, place: string): string =>
  sha256(remarkIdPreimage(consultation, receipt, place));

/** Whether two texts are the same, in a time that tells nothing of how far they are. */
export function isSame(first: string, second: string): boolean {
  const [ours, theirs] = [Buffer.from(first), Buffer.from(second)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
