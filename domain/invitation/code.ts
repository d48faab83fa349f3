import { drawCode } from "../crockford.ts";
import { readCode } from "../read-code.ts";

/** An expert's single-use code: 80 random bits as 16 characters in four groups of four. */
export type Invitation = string;

export const INVITATION_LENGTH = 16;

/** Draws an invitation from at least 16 bytes of a cryptographic random source. */
export const drawInvitation = (randomBytes: Uint8Array): Invitation =>
  drawCode(INVITATION_LENGTH, randomBytes);

/** The invitation that a person typed, in its one written form; `undefined` when it cannot be one. */
export const readInvitation = (text: string): Invitation | undefined =>
  readCode(text, INVITATION_LENGTH);

/** What is put through HMAC-SHA-256 with the installation's secret; only the outcome is stored. */
export const invitationPreimage = (consultation: string, invitation: Invitation): string =>
  `kenes-invitation/1\0${consultation}\0${invitation}`;
