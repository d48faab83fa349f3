import { MOST_BODY } from "../most-bytes.ts";
import type { OrganiserEndpoint } from "./endpoint.ts";
import { CONSOLE } from "./paths.ts";

/** Signing in, becoming an organiser, and an account. */
export const OF_ACCOUNTS = {
  signInPage: { method: "GET", path: CONSOLE.signIn, access: "nobody" },
  signInOptions: {
    method: "POST",
    path: CONSOLE.signInOptions,
    access: "nobody",
    bound: "free",
    body: "json",
  },
  // With what was entered when the session was already over.
  signIn: {
    method: "POST",
    path: CONSOLE.signIn,
    access: "nobody",
    bound: "secret",
    mostBytes: MOST_BODY,
  },
  recoveryPage: { method: "GET", path: CONSOLE.recovery, access: "nobody" },
  recover: {
    method: "POST",
    path: CONSOLE.recovery,
    access: "nobody",
    bound: "secret",
    mostBytes: MOST_BODY,
  },
  setupPage: { method: "GET", path: CONSOLE.setup, access: "nobody" },
  setupOptions: {
    method: "POST",
    path: CONSOLE.setupOptions,
    access: "nobody",
    bound: "secret",
    body: "json",
  },
  setUp: { method: "POST", path: CONSOLE.setup, access: "nobody", bound: "secret" },
  setUpAsKnown: { method: "POST", path: CONSOLE.setupKnown, access: "nobody", bound: "secret" },
  joinPage: { method: "GET", path: CONSOLE.join, access: "nobody" },
  joinOptions: {
    method: "POST",
    path: CONSOLE.joinOptions,
    access: "nobody",
    bound: "secret",
    body: "json",
  },
  join: { method: "POST", path: CONSOLE.join, access: "nobody", bound: "secret" },
  joinAsKnown: { method: "POST", path: CONSOLE.joinKnown, access: "nobody", bound: "secret" },

  home: { method: "GET", path: CONSOLE.home, access: "signed-in" },
  account: { method: "GET", path: CONSOLE.account, access: "signed-in" },
  addPasskeyOptions: {
    method: "POST",
    path: CONSOLE.passkeyOptions,
    access: "signed-in",
    bound: "console",
    body: "json",
  },
  addPasskey: { method: "POST", path: CONSOLE.passkeys, access: "signed-in", bound: "console" },
  removePasskeyPage: {
    method: "GET",
    path: CONSOLE.removePasskey,
    access: "signed-in",
  },
  removePasskey: {
    method: "POST",
    path: CONSOLE.removePasskey,
    access: "signed-in",
    bound: "free",
  },
  renewCodes: {
    method: "POST",
    path: CONSOLE.recoveryCodes,
    access: "signed-in",
    bound: "console",
  },
  signOut: { method: "POST", path: CONSOLE.signOut, access: "signed-in", bound: "free" },
  signOutEverywhere: {
    method: "POST",
    path: CONSOLE.signOutEverywhere,
    access: "signed-in",
    bound: "free",
  },
} as const satisfies Record<string, OrganiserEndpoint>;
