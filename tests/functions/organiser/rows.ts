/**
 * What is expected of every endpoint of the console, written out here once more. `may`: who gets through
 * at a consultation of theirs. `through`: the status then, with the refusal where what is sent is
 * complete as a form but its content is not accepted.
 */
import type { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import type { Row } from "./row.ts";

const ALL: readonly Role[] = ["owner", "editor", "translator", "moderator", "analyst", "viewer"];
const AUDITING: readonly Role[] = ["owner", "editor", "moderator", "analyst", "viewer"];
const INVITING: readonly Role[] = ["owner", "editor", "moderator"];
const EDITORS: readonly Role[] = ["owner", "editor"];
const OWNERS: readonly Role[] = ["owner"];
const EXPORTING: readonly Role[] = ["owner", "analyst"];
const REPORTS = "/organise/c/kazakhstan-2019/reports?lang=en";
const TRANSLATING: readonly Role[] = ["owner", "editor", "translator"];
const MODERATING: readonly Role[] = ["owner", "moderator"];

export const ROWS: Record<keyof typeof ORGANISE, Row> = {
  signInPage: { may: "anybody", through: [200] },
  signInOptions: { may: "anybody", through: [200] },
  signIn: { may: "anybody", through: [403, "passkey-refused"] },
  recoveryPage: { may: "anybody", through: [200] },
  recover: { may: "anybody", through: [403, "recovery-refused"] },
  setupPage: { may: "anybody", through: [200] },
  setupOptions: { may: "anybody", through: [403, "setup-refused"] },
  setUp: { may: "anybody", through: [403, "setup-refused"] },
  setUpAsKnown: { may: "anybody", through: [403, "passkey-refused"] },
  joinPage: { may: "anybody", through: [200] },
  joinOptions: { may: "anybody", through: [403, "role-link-refused"] },
  join: { may: "anybody", through: [403, "role-link-refused"] },
  joinAsKnown: { may: "anybody", through: [403, "passkey-refused"] },

  home: { may: "organisers", through: [200] },
  account: { may: "organisers", through: [200] },
  addPasskeyOptions: { may: "organisers", through: [200] },
  addPasskey: { may: "organisers", through: [403, "passkey-refused"] },
  // Without a passkey of theirs it leads back.
  removePasskeyPage: { may: "organisers", through: [303], to: "/organise/account?lang=en" },
  removePasskey: { may: "organisers", through: [303], to: "/organise/account?lang=en" },
  renewCodes: { may: "organisers", through: [200] },
  signOut: { may: "organisers", through: [303], to: "/organise/sign-in?lang=en" },
  signOutEverywhere: { may: "organisers", through: [303], to: "/organise/sign-in?lang=en" },

  newPage: { may: "organisers", through: [200] },
  // Without an address nothing is made.
  create: { may: "organisers", through: [422] },
  template: { may: "organisers", through: [200] },
  editPage: { may: TRANSLATING, through: [200] },
  // Asked for a document, it answers as to the script that saves.
  edit: { may: TRANSLATING, through: [200] },
  reports: { may: TRANSLATING, through: [200] },
  // There are none: both lead back.
  clearReportsPage: { may: TRANSLATING, through: [303], to: REPORTS },
  doneReports: { may: TRANSLATING, through: [303], to: REPORTS },
  translations: { may: TRANSLATING, through: [200] },
  // Without a language it leads back.
  translationFile: {
    may: TRANSLATING,
    through: [303],
    to: "/organise/c/kazakhstan-2019/translations?lang=en",
  },
  // For a language that is none of theirs, or is named by no form of ours.
  showTranslation: { may: TRANSLATING, through: [403, "text-not-yours"] },
  takeTranslation: { may: TRANSLATING, through: [403, "text-not-yours"] },
  importPage: { may: EDITORS, through: [200] },
  // It is open: only a draft can be imported into.
  import: { may: EDITORS, through: [409, "step-refused"] },
  // It is open, and so no draft.
  emblemPage: { may: EDITORS, through: [200] },
  // What is sent is no picture.
  takeEmblem: { may: EDITORS, through: [422, "emblem-unreadable"] },
  deleteDraftPage: {
    may: OWNERS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/life?lang=en",
  },
  deleteDraft: { may: OWNERS, through: [409, "step-refused"] },
  restoreDraft: { may: OWNERS, through: [409, "step-refused"] },
  previewPage: { may: ALL, through: [200] },
  lifePage: { may: ALL, through: [200] },
  step: { may: OWNERS, through: [409, "step-refused"] },
  confirmProposal: { may: OWNERS, through: [409, "proposal-unknown"] },
  withdrawProposal: { may: EXPORTING, through: [409, "proposal-unknown"] },
  exportPage: { may: EXPORTING, through: [200, "export-too-early"] },
  askExport: {
    may: EXPORTING,
    through: [409, "export-too-early"],
    fields: { confirmed: "yes" },
  },
  downloadExport: { may: EXPORTING, through: [410, "export-gone"] },
  // Without a token.
  exportFile: { may: EXPORTING, through: [403, "export-link-refused"] },
  // There is none.
  cancelExport: { may: EXPORTING, through: [409, "export-changed"] },
  retryExport: { may: EXPORTING, through: [409, "export-changed"] },

  team: { may: ALL, through: [200] },
  inviteOrganiser: { may: OWNERS, through: [200], fields: { role: "viewer" } },
  withdrawRoleLink: { may: OWNERS, through: [409, "role-link-gone"] },
  changeRole: {
    may: OWNERS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/team?lang=en",
    fields: { role: "analyst" },
    aboutSpare: true,
  },
  removeOrganiserPage: {
    may: OWNERS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/team?lang=en",
  },
  removeOrganiser: {
    may: OWNERS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/team?lang=en",
    aboutSpare: true,
  },
  invitations: { may: INVITING, through: [200] },
  makeInvitations: { may: INVITING, through: [422, "invitations-invalid"] },
  invitationGroup: {
    may: INVITING,
    through: [303],
    to: "/organise/c/kazakhstan-2019/invitations?lang=en",
  },
  revokeInvitations: { may: INVITING, through: [409, "invitation-not-unused"] },
  replaceInvitations: { may: INVITING, through: [409, "invitation-not-unused"] },
  invitationPiece: { may: INVITING, through: [409, "invitation-not-unused"] },
  remindInvitations: { may: INVITING, through: [409, "invitation-not-unused"] },
  channels: { may: INVITING, through: [200] },
  addChannel: { may: EDITORS, through: [422, "channel-invalid"] },
  hooks: { may: EDITORS, through: [200] },
  // Without an address.
  addHook: { may: EDITORS, through: [422, "hook-invalid"] },
  // Of none it leads back.
  removeHookPage: {
    may: EDITORS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/hooks?lang=en",
  },
  removeHook: { may: EDITORS, through: [409, "hook-gone"] },
  tryHook: { may: EDITORS, through: [409, "hook-gone"] },
  moderation: { may: MODERATING, through: [200] },
  // Without a verdict it leads back.
  judgeTexts: {
    may: MODERATING,
    through: [303],
    to: "/organise/c/kazakhstan-2019/moderation?lang=en",
  },
  undoJudging: { may: MODERATING, through: [409, "text-judged"] },
  // Without a number it leads back.
  moderationRules: {
    may: OWNERS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/moderation?lang=en",
  },
  themes: { may: MODERATING, through: [200] },
  // It does not say which version it changes.
  changeThemes: { may: MODERATING, through: [409, "themes-changed"] },
  codeReasons: {
    may: MODERATING,
    through: [303],
    to: "/organise/c/kazakhstan-2019/themes?lang=en",
  },
  suggestions: { may: EDITORS, through: [200] },
  takeSuggestion: { may: EDITORS, through: [409, "text-gone"] },
  watch: { may: ALL, through: [200] },
  // Without a mode it leads back.
  switchWork: { may: OWNERS, through: [303], to: "/organise/c/kazakhstan-2019/watch?lang=en" },
  recountPage: { may: OWNERS, through: [200] },
  askRecount: { may: OWNERS, through: [303], to: "/organise/c/kazakhstan-2019/recount?lang=en" },
  responsesPage: { may: EDITORS, through: [200] },
  recordResponse: {
    may: EDITORS,
    through: [422, "response-invalid"],
    fields: { recommendation: "K1" },
  },
  // Without an entry it leads back.
  withdrawResponsePage: {
    may: EDITORS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/responses?lang=en",
  },
  withdrawResponse: { may: EDITORS, through: [409, "response-gone"] },
  makeDeskLink: { may: EDITORS, through: [422, "addressee-invalid"] },
  endDesk: { may: EDITORS, through: [409, "desk-gone"] },
  log: { may: ALL, through: [200] },
  logFile: { may: AUDITING, through: [200] },
  keys: { may: OWNERS, through: [200] },
  // Without a name.
  makeKey: { may: OWNERS, through: [422, "key-invalid"] },
  // Of none it leads back.
  revokeKeyPage: {
    may: OWNERS,
    through: [303],
    to: "/organise/c/kazakhstan-2019/keys?lang=en",
  },
  revokeKey: { may: OWNERS, through: [409, "key-gone"] },
};
