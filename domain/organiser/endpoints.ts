import type { Action } from "./role.ts";

/**
 * Who may use an endpoint: `nobody` is signed in there (signing in, setting up), any organiser is
 * `signed-in`, or an organiser whose role at the consultation `:id` has that right.
 */
export type Access = "nobody" | "signed-in" | Action;

/** A page or a form of the organisers' console. */
export interface OrganiserEndpoint {
  method: "GET" | "POST";
  path: `/organise${string}`;
  access: Access;
  /** What a POST carries; a form unless this says otherwise. `parts`: a form with a file. */
  body?: "json" | "parts";
  /** Most bytes of the body, where a form is larger than the usual 64 kB. */
  mostBytes?: number;
}

/**
 * Every page and form of the console, once. The app routes by this list and can register nothing that
 * is not in it; tests/functions/organiser/access.test.ts walks it and fails at an endpoint without a row.
 */
export const ORGANISE = {
  signInPage: { method: "GET", path: "/organise/sign-in", access: "nobody" },
  signInOptions: {
    method: "POST",
    path: "/organise/sign-in/options",
    access: "nobody",
    body: "json",
  },
  signIn: { method: "POST", path: "/organise/sign-in", access: "nobody" },
  recoveryPage: { method: "GET", path: "/organise/recovery", access: "nobody" },
  recover: { method: "POST", path: "/organise/recovery", access: "nobody" },
  setupPage: { method: "GET", path: "/organise/setup", access: "nobody" },
  setupOptions: { method: "POST", path: "/organise/setup/options", access: "nobody", body: "json" },
  setUp: { method: "POST", path: "/organise/setup", access: "nobody" },
  setUpAsKnown: { method: "POST", path: "/organise/setup/known", access: "nobody" },
  joinPage: { method: "GET", path: "/organise/join", access: "nobody" },
  joinOptions: { method: "POST", path: "/organise/join/options", access: "nobody", body: "json" },
  join: { method: "POST", path: "/organise/join", access: "nobody" },
  joinAsKnown: { method: "POST", path: "/organise/join/known", access: "nobody" },

  home: { method: "GET", path: "/organise", access: "signed-in" },
  account: { method: "GET", path: "/organise/account", access: "signed-in" },
  addPasskeyOptions: {
    method: "POST",
    path: "/organise/account/passkeys/options",
    access: "signed-in",
    body: "json",
  },
  addPasskey: { method: "POST", path: "/organise/account/passkeys", access: "signed-in" },
  removePasskeyPage: {
    method: "GET",
    path: "/organise/account/passkeys/remove",
    access: "signed-in",
  },
  removePasskey: { method: "POST", path: "/organise/account/passkeys/remove", access: "signed-in" },
  renewCodes: { method: "POST", path: "/organise/account/codes", access: "signed-in" },
  signOut: { method: "POST", path: "/organise/sign-out", access: "signed-in" },
  signOutEverywhere: {
    method: "POST",
    path: "/organise/sign-out-everywhere",
    access: "signed-in",
  },

  newPage: { method: "GET", path: "/organise/new", access: "signed-in" },
  create: {
    method: "POST",
    path: "/organise/new",
    access: "signed-in",
    body: "parts",
    mostBytes: 1_200_000,
  },
  template: { method: "GET", path: "/organise/new/template.csv", access: "signed-in" },
  editPage: { method: "GET", path: "/organise/c/:id/edit", access: "edit" },
  edit: { method: "POST", path: "/organise/c/:id/edit", access: "edit", mostBytes: 6_000_000 },
  previewPage: { method: "GET", path: "/organise/c/:id/preview", access: "read" },
  lifePage: { method: "GET", path: "/organise/c/:id/life", access: "read" },
  step: { method: "POST", path: "/organise/c/:id/life", access: "lifecycle" },
  confirmProposal: {
    method: "POST",
    path: "/organise/c/:id/proposal/confirm",
    access: "lifecycle",
  },
  // Whoever may ask for an export; of the other proposals only owners (organiser/proposal.ts).
  withdrawProposal: { method: "POST", path: "/organise/c/:id/proposal/withdraw", access: "export" },
  exportPage: { method: "GET", path: "/organise/c/:id/export", access: "export" },
  askExport: { method: "POST", path: "/organise/c/:id/export", access: "export" },
  // A POST, since each download stands in the log.
  downloadExport: { method: "POST", path: "/organise/c/:id/export/download", access: "export" },
  team: { method: "GET", path: "/organise/c/:id/team", access: "read" },
  inviteOrganiser: { method: "POST", path: "/organise/c/:id/team/invite", access: "team" },
  withdrawRoleLink: { method: "POST", path: "/organise/c/:id/team/withdraw", access: "team" },
  changeRole: { method: "POST", path: "/organise/c/:id/team/role", access: "team" },
  removeOrganiserPage: { method: "GET", path: "/organise/c/:id/team/remove", access: "team" },
  removeOrganiser: { method: "POST", path: "/organise/c/:id/team/remove", access: "team" },
  invitations: { method: "GET", path: "/organise/c/:id/invitations", access: "invite" },
  makeInvitations: {
    method: "POST",
    path: "/organise/c/:id/invitations",
    access: "invite",
    // Ten thousand labels, each letter of which may be six bytes in a form.
    mostBytes: 8 * 1024 * 1024,
  },
  invitationGroup: { method: "GET", path: "/organise/c/:id/invitations/group", access: "invite" },
  revokeInvitations: {
    method: "POST",
    path: "/organise/c/:id/invitations/revoke",
    access: "invite",
  },
  replaceInvitations: {
    method: "POST",
    path: "/organise/c/:id/invitations/replace",
    access: "invite",
  },
  channels: { method: "GET", path: "/organise/c/:id/channels", access: "invite" },
  watch: { method: "GET", path: "/organise/c/:id/watch", access: "read" },
  log: { method: "GET", path: "/organise/c/:id/log", access: "read" },
  logFile: { method: "GET", path: "/organise/c/:id/log.json", access: "read" },
} as const satisfies Record<string, OrganiserEndpoint>;

/** An endpoint that is in the list, and no other. */
export type Listed = (typeof ORGANISE)[keyof typeof ORGANISE];

/** The path of an endpoint for one consultation, in the reader's language where one is given. */
export const organisePath = (
  endpoint: OrganiserEndpoint,
  { id, lang }: { id?: string; lang?: string } = {},
): string =>
  endpoint.path.replace(":id", encodeURIComponent(id ?? ":id")) +
  (lang === undefined ? "" : `?lang=${lang}`);
