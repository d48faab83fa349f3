import type { Role } from "../../../domain/organiser/role.ts";
import type { PluralForms } from "../text.ts";
import { actFields, acts } from "./organise-acts.ts";

/** The organisers' console. */
export const organise = {
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
    intro: "You become the owner of every consultation that there is now, and can invite others.",
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
  team: {
    title: "Team",
    you: "(you)",
    roleOf: "Role of {name}",
    changeRole: "Change role",
    remove: "Remove {name}",
    inviteHeading: "Invite an organiser",
    inviteIntro:
      "You get a link to pass on. It works once, for 7 days, and only while you are an owner.",
    newRole: "Role of the new organiser",
    invite: "Make a link",
    rolesHeading: "What the roles mean",
    roleMeans: {
      owner: "may do everything, including opening, closing and changing the team",
      editor: "may edit the consultation and invite experts",
      moderator: "may moderate texts and invite experts",
      analyst: "may export the data",
      viewer: "may look at everything, and change nothing",
    } as Record<Role, string>,
    linkTitle: "Link for a new organiser",
    linkIntro: "Whoever opens this link first becomes an organiser with the role: {role}.",
    linkWarning:
      "The link is shown only now. Pass it on so that nobody else can read it, for example in person.",
    back: "Back to the team",
  },
  log: {
    title: "Log",
    intro:
      "What the organisers have done, newest first. Each entry is bound to the one before it: if one is changed or left out afterwards, it shows here.",
    whole: "The chain is whole: all entries are there and unchanged. Entries: {count}.",
    broken:
      "The chain is broken at entry {number}: something was changed or left out afterwards. Tell whoever runs this installation.",
    download: "Download all entries (JSON)",
    newest: "The newest {count} are shown; the file has all of them.",
    empty: "Nothing has been recorded yet.",
    before: "Before",
    after: "After",
    /** What was done, by its code. */
    actions: {
      "invitations-made": "Experts’ invitations made",
      "invitation-revoked": "One expert’s invitation revoked",
      "invitations-revoked": "All unused invitations of a group revoked",
      "invitation-replaced": "One expert’s invitation replaced by a new one",
      "invitations-replaced": "All unused invitations of a group replaced by new ones",
      "team-set-up": "Installation set up",
      "team-invited": "Organiser invited",
      "team-joined": "Organiser joined the team",
      "team-left": "Organiser removed from the team",
      "role-changed": "Role changed",
      "draft-created": "Draft made",
      "draft-changed": "Draft changed",
      "draft-undone": "Change of the draft undone",
      "life-schedule": "Scheduled",
      "life-unschedule": "Taken back to draft",
      "life-open": "Opened",
      "life-pause": "Paused",
      "life-resume": "Resumed",
      "life-correct": "Corrected wording published",
      "life-close": "Closing in 24 hours",
      "life-archive": "Archived",
      "life-restore": "Put back in the list",
      ...acts,
    },
    /** Names of what stands before and after. */
    fields: {
      group: "group",
      label: "label",
      expires: "last day",
      name: "name",
      role: "role",
      revision: "version of the draft",
      fields: "fields",
      count: "how many",
      way: "begun",
      stage: "stage",
      step: "step",
      draft: "version of the draft",
      note: "note",
      undone: "undone version",
      ...actFields,
    },
  },
};
