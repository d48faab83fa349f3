/**
 * What each action of organisers' programs may be refused with, besides what every one of them is (refusals.ts). Also
 * what only two at once bring about: a draft that is deleted, ballots that are deleted, between the key and the act.
 */
import type { ProblemCode } from "../problem.ts";
import type { PROGRAM_API } from "../program/endpoints.ts";

/** Of a draft there is nothing yet of what is asked: whoever has a key for it is told so. */
const PUBLISHED = ["consultation-unknown"] as const satisfies readonly ProblemCode[];
/** Where two persons are needed, and the act is proposed. */
const PROPOSED = [
  "page-unknown",
  "step-refused",
  "proposal-stands",
  "second-owner-missing",
] as const satisfies readonly ProblemCode[];
/** Why single ballots are not exported now. */
const NO_EXPORT = [
  "export-at-risk",
  "ballots-purged",
  "export-too-early",
  "export-too-few",
] as const satisfies readonly ProblemCode[];

export const ACTION_REFUSALS: Readonly<Record<keyof typeof PROGRAM_API, readonly ProblemCode[]>> = {
  state: [],
  draft: [],
  replaceDraft: ["page-unknown", "step-refused", "draft-conflict", "import-invalid"],
  step: [
    ...PROPOSED,
    "step-unconfirmed",
    "translations-missing",
    "draft-invalid",
    "body-too-large",
  ],
  invitations: PUBLISHED,
  makeInvitations: [...PUBLISHED, "invitations-invalid", "invitations-made"],
  revokeInvitations: [...PUBLISHED, "invitations-invalid", "invitation-not-unused"],
  channels: PUBLISHED,
  addChannel: [...PUBLISHED, "step-refused", "channel-invalid", "channel-at-risk", "channels-full"],
  hooks: PUBLISHED,
  addHook: [...PUBLISHED, "hook-invalid", "hooks-full"],
  removeHook: ["hook-gone"],
  tryHook: ["hook-gone"],
  export: [],
  askExport: [...PROPOSED, ...NO_EXPORT, "step-unconfirmed", "export-under-way", "export-language"],
  cancelExport: ["export-changed"],
  retryExport: ["export-changed", ...NO_EXPORT],
  downloadExport: ["export-gone"],
  responses: PUBLISHED,
  recordResponse: [
    ...PUBLISHED,
    "responses-too-early",
    // A recommendation that is not there.
    "page-unknown",
    "response-gone",
    "response-changed",
    "responses-full",
    "response-invalid",
  ],
  withdrawResponse: [...PUBLISHED, "responses-too-early", "response-gone", "response-invalid"],
  participation: PUBLISHED,
  log: [],
  logFile: [],
  texts: PUBLISHED,
  judgeTexts: PUBLISHED,
};
