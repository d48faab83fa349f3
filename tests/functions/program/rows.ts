/**
 * What is expected of every endpoint for programs, written out here once more: which roles of a key may, what is
 * sent, and what a consultation that is open, without groups, webhooks or texts, answers.
 */
import type { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import type { KeyWanted } from "../../../domain/program/key.ts";
import type { ProblemCode } from "../../../domain/problem.ts";

type KeyRole = KeyWanted["role"];

interface Row {
  /** `steps`: whichever role, where the key was given them. */
  may: readonly KeyRole[] | "steps";
  through: readonly [status: number, problem?: ProblemCode];
  body?: unknown;
}

const ALL: readonly KeyRole[] = ["editor", "translator", "moderator", "analyst", "viewer"];
const AUDITING: readonly KeyRole[] = ["editor", "moderator", "analyst", "viewer"];
const INVITING: readonly KeyRole[] = ["editor", "moderator"];

export const ROWS: Record<keyof typeof PROGRAM_API, Row> = {
  state: { may: ALL, through: [200] },
  draft: { may: ["editor", "translator"], through: [200] },
  // It is open, and so no draft.
  replaceDraft: {
    may: ["editor"],
    through: [409, "step-refused"],
    body: { revision: 0, definition: {} },
  },
  step: {
    may: "steps",
    through: [409, "step-refused"],
    body: { step: "archive", stage: "open", confirmed: true },
  },
  invitations: { may: INVITING, through: [200] },
  makeInvitations: {
    may: INVITING,
    through: [422, "invitations-invalid"],
    body: { label: " ", count: 1 },
  },
  revokeInvitations: {
    may: INVITING,
    through: [409, "invitation-not-unused"],
    body: { group: "0123456789abcdef", all: true },
  },
  channels: { may: INVITING, through: [200] },
  addChannel: { may: ["editor"], through: [422, "channel-invalid"], body: { label: {} } },
  hooks: { may: ["editor"], through: [200] },
  addHook: { may: ["editor"], through: [422, "hook-invalid"], body: { address: "http://a" } },
  removeHook: { may: ["editor"], through: [409, "hook-gone"] },
  tryHook: { may: ["editor"], through: [409, "hook-gone"] },
  export: { may: ["analyst"], through: [200] },
  askExport: { may: ["analyst"], through: [409, "export-too-early"], body: { confirmed: true } },
  cancelExport: { may: ["analyst"], through: [409, "export-changed"] },
  retryExport: { may: ["analyst"], through: [409, "export-changed"] },
  downloadExport: { may: ["analyst"], through: [410, "export-gone"] },
  responses: { may: ["editor"], through: [200] },
  recordResponse: {
    may: ["editor"],
    through: [422, "response-invalid"],
    body: {
      recommendation: "K1",
      status: "asked",
      day: "2020-01-01",
      statement: {},
      original: "en",
      source: { title: "" },
    },
  },
  withdrawResponse: { may: ["editor"], through: [409, "response-gone"], body: { reason: {} } },
  participation: { may: ALL, through: [200] },
  log: { may: ALL, through: [200] },
  logFile: { may: AUDITING, through: [200] },
  texts: { may: ["moderator"], through: [200] },
  judgeTexts: {
    may: ["moderator"],
    through: [422, "request-invalid"],
    body: { verdicts: [{ text: "nothing", standing: "waiting", acts: 0, verdict: "accept" }] },
  },
};
