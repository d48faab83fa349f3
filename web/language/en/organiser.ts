import type { Role } from "../../../domain/organiser/role.ts";
import type { PluralForms } from "../../text.ts";
import { log } from "./log.ts";
import { team } from "./team.ts";

/** The organisers' console. */
export const organiser = {
  page: {
    console: "Organisers’ console",
    consultations: "Your consultations",
    signOut: "Sign out",
    footer:
      "Kenes is open-source software. This console sets one cookie, which keeps you signed in; respondents’ pages set none.",
  },
  /** Parts of a consultation’s console. */
  sections: { team: "Team", log: "Log" },
  roles: {
    owner: "Owner",
    editor: "Editor",
    moderator: "Moderator",
    analyst: "Analyst",
    viewer: "Viewer",
  } as Record<Role, string>,
  passkey: {
    needsScript:
      "A passkey needs JavaScript, which is switched off here. Switch it on for this site, or sign in with a recovery code.",
    stopped:
      "The device gave no passkey: it was stopped, took too long, or has none for this site. Nothing has been changed. Try again.",
    unsupported:
      "This browser does not support passkeys. Use another one, or sign in with a recovery code.",
    underNumber:
      "Passkeys work only under a name, not under a number. Open this page at the following address:",
  },
  signIn: {
    title: "Sign in as an organiser",
    intro:
      "Your device or security key confirms that it is you. There is no password that could be stolen.",
    button: "Sign in with a passkey",
    noPasskey: "No passkey at hand?",
    toRecovery: "Sign in with a recovery code",
    noAccount:
      "Only those who were invited can be organisers. To take part in a consultation you need no account.",
  },
  recovery: {
    title: "Sign in with a recovery code",
    intro: "Each of the codes that you kept works once.",
    label: "Recovery code",
    hint: "16 letters and digits in four groups, for example 4F7K-9M2X-QT3B-0VWD.",
    button: "Sign in",
    back: "Sign in with a passkey instead",
  },
  register: {
    code: "Code from the link",
    codeHint: "If the field is empty, copy what stands after # in the link you were given.",
    name: "Your name",
    nameHint: "At most {most} characters. The other organisers see it, also in the log.",
    passkeyHint:
      "Your device will then ask you to confirm, for example with a fingerprint or a PIN. Neither leaves the device.",
    button: "Create a passkey",
  },
  setup: {
    title: "Set up the organisers’ console",
    intro: "With this link you become an owner of consultations, and can invite others.",
    newHeading: "If you are new here",
    newMeans: "You become the owner of every consultation that there is now.",
    knownHeading: "If you are an organiser here already",
    known:
      "With the passkey that you have you become the owner of every consultation that has none. No name is needed.",
    knownButton: "Take over with my passkey",
  },
  join: {
    title: "Become an organiser",
    intro: "You have been invited to organise a consultation.",
    newHeading: "If you are new here",
    knownHeading: "If you are an organiser here already",
    known: "Accept the invitation with the passkey that you have. No name is needed.",
    knownButton: "Accept with my passkey",
  },
  codes: {
    title: "Your recovery codes",
    intro:
      "With one of these codes you can sign in when you have lost your passkey. Each works once. Print them or write them down, and keep them where nobody else finds them.",
    onlyOnce: "They are shown only now and cannot be shown again.",
    kept: "I have kept them",
  },
  account: {
    title: "Your sign-in",
    recovered: "You signed in with a recovery code.",
    addNow: "Add a passkey for this device now.",
    passkeys: "Passkeys",
    passkeysIntro: "Have at least two, on different devices.",
    passkey: "Passkey {number}",
    passkeyDays: "Added on {added}, last used on {used}.",
    removePasskey: "Remove {name}",
    removal: {
      title: "Remove this passkey?",
      means: "What removal does:",
      device: "Nobody can sign in with it any more, from whichever device holds it.",
      sessions: "Everywhere else you are signed out at once; here you stay signed in.",
      final: "This cannot be undone. The device can be added again as a new passkey.",
      deviceList:
        "The device goes on listing the passkey until you delete it there, in its settings.",
      confirm: "Remove the passkey",
      back: "Keep it and go back",
    },
    addPasskey: "Add a passkey",
    codes: "Recovery codes",
    codesLeft: {
      one: "{count} recovery code is left.",
      other: "{count} recovery codes are left.",
    } as PluralForms,
    renewHint: "New codes replace the old ones, which then no longer work.",
    renew: "Make new recovery codes",
    sessions: "Signed in elsewhere",
    sessionsIntro:
      "If you have lost a device or left one behind, sign out everywhere and remove its passkey.",
    signOutEverywhere: "Sign out everywhere",
  },
  home: {
    title: "Your consultations",
    role: "Your role: {role}",
    emptyTitle: "No consultation yet",
    empty: "You have no role in any consultation. An owner can invite you by a link.",
  },
  team,
  log,
};
