import { MOST_FORM } from "../most-bytes.ts";
import { pathOf } from "../paths.ts";
import { CONSOLE } from "./paths.ts";
import { MOST_RESPONSE_BYTES } from "../response/entry.ts";
import { OF_ACCOUNTS } from "./account-endpoints.ts";
import { OF_DRAFTS } from "./draft-endpoints.ts";
import type { OrganiserEndpoint } from "./endpoint.ts";

/**
 * Every page and form of the console, once; their addresses are in paths.ts. The app routes by this list and can register nothing that
 * is not in it; tests/functions/organiser/access.test.ts walks it and fails at an endpoint without a row.
 */
export const ORGANISE = {
  ...OF_ACCOUNTS,
  ...OF_DRAFTS,
  previewPage: { method: "GET", path: CONSOLE.preview, access: "read" },
  lifePage: { method: "GET", path: CONSOLE.life, access: "read" },
  step: { method: "POST", path: CONSOLE.life, access: "lifecycle", bound: "console" },
  confirmProposal: {
    method: "POST",
    path: CONSOLE.proposalConfirm,
    access: "lifecycle",
    bound: "console",
  },
  // Whoever may ask for an export; of the other proposals only owners (organiser/proposal.ts).
  withdrawProposal: {
    method: "POST",
    path: CONSOLE.proposalWithdraw,
    access: "export",
    bound: "console",
  },
  exportPage: { method: "GET", path: CONSOLE.export, access: "export" },
  askExport: { method: "POST", path: CONSOLE.export, access: "export", bound: "exports" },
  // Makes a link that works once; the browser follows it.
  downloadExport: {
    method: "POST",
    path: CONSOLE.exportDownload,
    access: "export",
    bound: "console",
  },
  exportFile: { method: "GET", path: CONSOLE.exportFile, access: "export" },
  cancelExport: { method: "POST", path: CONSOLE.exportCancel, access: "export", bound: "console" },
  retryExport: { method: "POST", path: CONSOLE.exportRetry, access: "export", bound: "exports" },
  team: { method: "GET", path: CONSOLE.team, access: "read" },
  inviteOrganiser: { method: "POST", path: CONSOLE.teamInvite, access: "team", bound: "console" },
  withdrawRoleLink: { method: "POST", path: CONSOLE.teamWithdraw, access: "team", bound: "free" },
  changeRole: { method: "POST", path: CONSOLE.teamRole, access: "team", bound: "console" },
  removeOrganiserPage: { method: "GET", path: CONSOLE.teamRemove, access: "team" },
  removeOrganiser: { method: "POST", path: CONSOLE.teamRemove, access: "team", bound: "free" },
  invitations: { method: "GET", path: CONSOLE.invitations, access: "invite" },
  makeInvitations: {
    method: "POST",
    path: CONSOLE.invitations,
    access: "invite",
    bound: "heavy",
    // Ten thousand labels: of sixty letters each, where a letter is six bytes in a form.
    mostBytes: MOST_FORM,
  },
  // Codes are made some at a time, so that no answer is cut off and each is either shown or known not to be.
  invitationPiece: {
    method: "POST",
    path: CONSOLE.invitationsPiece,
    access: "invite",
    bound: "heavy",
  },
  invitationGroup: { method: "GET", path: CONSOLE.invitationGroup, access: "invite" },
  revokeInvitations: {
    method: "POST",
    path: CONSOLE.invitationsRevoke,
    access: "invite",
    bound: "console",
  },
  replaceInvitations: {
    method: "POST",
    path: CONSOLE.invitationsReplace,
    access: "invite",
    bound: "heavy",
  },
  remindInvitations: {
    method: "POST",
    path: CONSOLE.invitationsRemind,
    access: "invite",
    bound: "console",
  },
  channels: { method: "GET", path: CONSOLE.channels, access: "invite" },
  addChannel: { method: "POST", path: CONSOLE.channels, access: "edit", bound: "console" },
  hooks: { method: "GET", path: CONSOLE.hooks, access: "edit" },
  addHook: { method: "POST", path: CONSOLE.hooks, access: "edit", bound: "console" },
  removeHookPage: { method: "GET", path: CONSOLE.hookRemove, access: "edit" },
  removeHook: { method: "POST", path: CONSOLE.hookRemove, access: "edit", bound: "console" },
  tryHook: { method: "POST", path: CONSOLE.hookTry, access: "edit", bound: "heavy" },
  moderation: { method: "GET", path: CONSOLE.moderation, access: "moderate" },
  judgeTexts: { method: "POST", path: CONSOLE.moderation, access: "moderate", bound: "console" },
  undoJudging: {
    method: "POST",
    path: CONSOLE.moderationUndo,
    access: "moderate",
    bound: "console",
  },
  // Whoever judges does not decide how many must.
  moderationRules: {
    method: "POST",
    path: CONSOLE.moderationRules,
    access: "team",
    bound: "console",
  },
  themes: { method: "GET", path: CONSOLE.themes, access: "moderate" },
  // Forty names in every language, each letter of which may be six bytes in a form.
  changeThemes: {
    method: "POST",
    path: CONSOLE.themes,
    access: "moderate",
    bound: "console",
    mostBytes: 600_000,
  },
  codeReasons: {
    method: "POST",
    path: CONSOLE.themeOfReasons,
    access: "moderate",
    bound: "console",
  },
  suggestions: { method: "GET", path: CONSOLE.suggestions, access: "edit" },
  takeSuggestion: { method: "POST", path: CONSOLE.suggestions, access: "edit", bound: "console" },
  watch: { method: "GET", path: CONSOLE.participation, access: "read" },
  switchWork: {
    method: "POST",
    path: CONSOLE.work,
    access: "lifecycle",
    bound: "console",
  },
  recountPage: { method: "GET", path: CONSOLE.recount, access: "lifecycle" },
  // Each is a job that reads all ballots.
  askRecount: { method: "POST", path: CONSOLE.recount, access: "lifecycle", bound: "exports" },
  responsesPage: { method: "GET", path: CONSOLE.responses, access: "respond" },
  recordResponse: {
    method: "POST",
    path: CONSOLE.responses,
    access: "respond",
    bound: "console",
    mostBytes: MOST_RESPONSE_BYTES,
  },
  withdrawResponsePage: { method: "GET", path: CONSOLE.responseWithdraw, access: "respond" },
  withdrawResponse: {
    method: "POST",
    path: CONSOLE.responseWithdraw,
    access: "respond",
    bound: "console",
    mostBytes: MOST_RESPONSE_BYTES,
  },
  makeDeskLink: { method: "POST", path: CONSOLE.deskLink, access: "respond", bound: "console" },
  endDesk: { method: "POST", path: CONSOLE.deskLinkEnd, access: "respond", bound: "free" },
  log: { method: "GET", path: CONSOLE.log, access: "read" },
  logFile: { method: "GET", path: CONSOLE.logFile, access: "audit" },
  // Whoever has a key acts in its maker's name: as much as a place in the team.
  keys: { method: "GET", path: CONSOLE.keys, access: "team" },
  makeKey: { method: "POST", path: CONSOLE.keys, access: "team", bound: "console" },
  revokeKeyPage: { method: "GET", path: CONSOLE.keyRevoke, access: "team" },
  revokeKey: { method: "POST", path: CONSOLE.keyRevoke, access: "team", bound: "free" },
} as const satisfies Record<string, OrganiserEndpoint>;

/** An endpoint that is in the list, and no other. */
export type Listed = (typeof ORGANISE)[keyof typeof ORGANISE];

/** The path of an endpoint for one consultation, in the reader's language where one is given. */
export const organisePath = (
  endpoint: OrganiserEndpoint,
  parts: { id?: string; lang?: string } = {},
): string => pathOf(endpoint.path, parts);
