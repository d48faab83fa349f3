import type { Fault } from "./fault.ts";
import type { Challenge } from "./work/challenge.ts";

/** Every refusal, once, with its HTTP status. Each language has a sentence for each. */
export const PROBLEMS = {
  "body-empty": 400,
  "body-not-json": 400,
  "body-not-utf8": 400,
  "receipt-missing": 401,
  "receipt-malformed": 401,
  "invitation-refused": 403,
  "cross-site": 403,
  "site-bypassed": 403,
  "not-secure": 403,
  "session-token": 403,
  "passkey-refused": 403,
  "passkey-unverified": 403,
  "setup-refused": 403,
  "role-link-refused": 403,
  "export-at-risk": 403,
  "export-link-refused": 403,
  "text-not-yours": 403,
  "channel-at-risk": 403,
  "embed-at-risk": 403,
  "reminders-not-told": 403,
  "desk-link-refused": 403,
  "desk-closed": 403,
  "recovery-refused": 403,
  "page-unknown": 404,
  "picture-letters": 404,
  "oembed-unknown": 404,
  "consultation-unknown": 404,
  "ballot-unknown": 404,
  "remarks-not-asked": 404,
  "release-unknown": 404,
  "release-number-unknown": 404,
  "release-file-unknown": 404,
  "without-flagged-unknown": 404,
  "language-unknown": 404,
  "method-not-allowed": 405,
  "revision-conflict": 409,
  "remarks-without-ballot": 409,
  "consultation-not-open": 409,
  "consultation-paused": 409,
  "draft-exists": 409,
  "draft-conflict": 409,
  "translation-changed": 409,
  "text-gone": 409,
  "text-judged": 409,
  "text-needs-another": 409,
  "themes-changed": 409,
  "step-refused": 409,
  "undo-refused": 409,
  "last-owner": 409,
  "last-passkey": 409,
  "passkeys-full": 409,
  "team-changed": 409,
  "team-links-full": 409,
  "role-link-gone": 409,
  "all-owned": 409,
  "invitations-made": 409,
  "channels-full": 409,
  "hooks-full": 409,
  "hook-gone": 409,
  "invitation-not-unused": 409,
  "codes-unsure": 409,
  "responses-too-early": 409,
  "responses-full": 409,
  "response-gone": 409,
  "response-changed": 409,
  "desks-full": 409,
  "desk-gone": 409,
  "already-in-team": 409,
  "proposal-own": 409,
  "proposal-stands": 409,
  "proposal-unknown": 409,
  "second-owner-missing": 409,
  "export-too-early": 409,
  "export-too-few": 409,
  "export-under-way": 409,
  "export-changed": 409,
  "ballot-withdrawn": 410,
  "ballots-purged": 410,
  "export-gone": 410,
  "consultation-closed": 410,
  "body-too-large": 413,
  "content-type-wrong": 415,
  "ballot-invalid": 422,
  "remarks-invalid": 422,
  "report-invalid": 422,
  "emblem-unreadable": 422,
  "emblem-too-large": 422,
  "draft-invalid": 422,
  "import-invalid": 422,
  "translation-invalid": 422,
  "step-unconfirmed": 422,
  "translations-missing": 422,
  "channel-invalid": 422,
  "hook-invalid": 422,
  "themes-invalid": 422,
  "invitations-invalid": 422,
  "response-invalid": 422,
  "addressee-invalid": 422,
  "panel-unsaid": 422,
  "export-language": 422,
  "name-invalid": 422,
  "role-invalid": 422,
  "languages-missing": 422,
  "reports-full": 429,
  "too-many": 429,
  "secret-in-address": 400,
  "key-missing": 401,
  "key-refused": 401,
  "key-may-not": 403,
  "keys-full": 409,
  "key-gone": 409,
  "done-already": 409,
  "request-invalid": 422,
  "repeat-differs": 422,
  "key-invalid": 422,
  failure: 500,
  "oembed-format": 501,
  busy: 503,
  "read-only": 503,
  "release-unreadable": 503,
  "consultation-unreadable": 503,
  "parameter-invalid": 400,
  "compare-same": 400,
  "compare-unclear": 400,
  "compare-unknown": 404,
  "picture-size": 400,
  "revisions-spent": 409,
  "work-refused": 422,
  "work-needed": 428,
  "work-expired": 428,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal as a value: what was refused, and what the sender needs in order to do better. */
export interface Problem {
  problem: ProblemCode;
  /** With `ballot-invalid`, `remarks-invalid`, `report-invalid` and `parameter-invalid`: the place and kind of every fault. */
  faults?: Fault[];
  /** With `too-many` and `read-only`: after how many seconds to try again. */
  retryAfter?: number;
  /** With `revision-conflict`: the revision that is stored now. */
  revision?: number;
  /** With `work-needed` and `work-expired`: what is to be solved before the same is sent again. */
  work?: Challenge;
}

/** An RFC 9457 problem document; `detail` is a sentence in the reader's language. */
export interface ProblemDocument extends Omit<Problem, "problem"> {
  type: string;
  title: ProblemCode;
  status: number;
  detail: string;
}

export const problemDocument = (refusal: Problem, detail: string): ProblemDocument => {
  const { problem: title, ...rest } = refusal;
  const type = `urn:kenes:problem:${title}`;
  return { type, title, status: PROBLEMS[title], detail, ...rest };
};
