import { drawCode } from "../crockford.ts";
import { readCode } from "../read-code.ts";

/** What a code gives: the first account, an account or a role by invitation, a way back in, or an addressee's desk. */
export type CodeKind = "setup" | "role" | "recovery" | "desk";

/** 80 random bits as 16 characters in four groups of four. */
export const CODE_LENGTH = 16;

/** How many recovery codes an organiser is given at once. */
export const RECOVERY_CODES = 8;

/** Draws a code from at least 16 bytes of a cryptographic random source. */
export const drawOrganiserCode = (randomBytes: Uint8Array): string =>
  drawCode(CODE_LENGTH, randomBytes);

/** The code that somebody typed, in its one written form; `undefined` when it cannot be one. */
export const readOrganiserCode = (typed: unknown): string | undefined =>
  typeof typed === "string" ? readCode(typed, CODE_LENGTH) : undefined;

/** What is put through HMAC-SHA-256 with the installation's secret; only the outcome is stored. */
export const codePreimage = (kind: CodeKind, code: string): string =>
  `kenes-organiser-${kind}/1\0${code}`;
