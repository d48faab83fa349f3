import { drawCode } from "../crockford.ts";
import { readCode } from "../read-code.ts";

/**
 * The key that only the respondent holds: 100 random bits as 20 characters in five groups of four.
 * It is at once the right to change and withdraw, the idempotency key and the proof of sending.
 */
export type Receipt = string;

export const RECEIPT_LENGTH = 20;

/** Draws a receipt from at least 20 bytes of a cryptographic random source. */
export const drawReceipt = (randomBytes: Uint8Array): Receipt =>
  drawCode(RECEIPT_LENGTH, randomBytes);

/** The receipt that a person typed, in its one written form; `undefined` when it cannot be one. */
export const readReceipt = (text: string): Receipt | undefined => readCode(text, RECEIPT_LENGTH);

/**
 * What is hashed (SHA-256) into the ballot's id. The prefix keeps the hash from meaning anything
 * elsewhere, and the consultation keeps one receipt from being traced across consultations.
 */
export const ballotIdPreimage = (consultation: string, receipt: Receipt): string =>
  `kenes-ballot/1\0${consultation}\0${receipt}`;
