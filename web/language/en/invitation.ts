import type { CodeForm } from "../../../domain/invitation/group.ts";
import type { PluralForms } from "../../text.ts";

/** Experts' invitations: the organisers' pages about them, and the cards that experts are given. */
export const invitation = {
  title: "Experts’ invitations",
  section: "Invitations",
  intro:
    "An expert takes part with a code that can be used once. Make codes in groups, and give each expert one.",
  seenHeading: "What you can see, and what nobody can",
  seen: [
    "Nothing joins a code to answers. When a code is used, its group, its label and its dates are erased; what stays is that a code was used.",
    "How many codes have been used is told for groups of at least 10 codes only, and rounded; for smaller groups it counts towards the total.",
    "If you try to revoke or replace a code, you learn whether it can still be used. Every attempt that changes something is in the log.",
  ],
  totalHeading: "All invitations",
  groupsHeading: "Groups",
  none: "No invitations have been made yet.",
  byCommand: "Made outside this console, {day}",
  begun: "Made on {day}",
  expires: "Can be used until the end of {day} (UTC)",
  expired: "Could be used until the end of {day} (UTC); has expired",
  noExpiry: "Can be used until the consultation closes",
  made: { one: "{count} code", other: "{count} codes" } as PluralForms,
  unfinished:
    "{made} of {wanted} codes were made, then the making stopped. They exist. If they did not reach you, revoke them all.",
  used: {
    about: "about {used} used",
    fewer: "fewer than {least} used",
    "too-small-a-group": "how many were used is not told for so few codes",
    "not-in-this-consultation": "how many were used is not told in this consultation",
  },
  make: {
    heading: "Make invitations",
    label: "Label of the group",
    labelHint: "For example “Law faculty, first round”. Only organisers see it.",
    count: "How many",
    countHint: "From 1 to {most}; as cards at most {cards}.",
    labels: "Labels of the codes (optional)",
    labelsHint:
      "One a line, for example names: each gets a code, and the number above does not count. Only organisers see labels, and whoever gets a card reads the one on it. They are erased when the code is used.",
    expires: "Last day (optional)",
    expiresHint:
      "Year-month-day, for example {example}. The code can be used until the end of that day (UTC).",
    form: "How do you want the codes?",
    forms: {
      csv: "As a file (CSV)",
      cards: "As cards to print, 8 a page",
      page: "As a list on a page",
    } as Record<CodeForm, string>,
    languageHint: "Cards and file are in the language of this page.",
    once: "The codes are shown once, right after you send this form. They are stored nowhere: if you lose them, revoke the group and make new ones.",
    send: "Make invitations",
  },
  faultHeading: "No invitations have been made",
  faults: {
    label: "Give the group a label of at most {longest} characters.",
    count: "Say how many: a number from 1 to {most}; as cards at most {cards}.",
    labels: "Each label must be different and have at most {longest} characters.",
    expires: "Write the last day as year-month-day, today or later, or leave it out.",
    form: "Choose how you want the codes.",
  },
  codes: {
    title: "New invitations",
    once: "These codes are shown only now. Print or save them before you leave this page.",
    file: "Save as a file (CSV)",
    print: "To print, press Ctrl+P or choose “Print” in your browser’s menu.",
    back: "Back to the invitations",
    brokenOff:
      "The making stopped after {made} of {wanted} codes. The codes above exist and can be used; the others were not made.",
    list: "Codes, in the order in which they were made",
    columns: { label: "Label", code: "Code", address: "Address" },
  },
  group: {
    title: "Group of invitations",
    oneHeading: "Revoke or replace one code",
    one: "Label or code",
    oneHint:
      "The label as it was given, or the code itself. Only a code that nobody has used can be found.",
    revokeOne: "Revoke this code",
    replaceOne: "Replace this code by a new one",
    allHeading: "Revoke or replace the whole group",
    allHint:
      "This concerns every code of the group that has not been used. Used ones stay as they are.",
    sure: "Yes, all unused codes of this group",
    revokeAll: "Revoke all unused codes",
    replaceAll: "Replace all unused codes by new ones",
    newExpiry: "Last day of the new codes (optional)",
    revokedOne: "The code is revoked and can no longer be used.",
    revokedAll: "All codes of this group that had not been used are revoked.",
    refusedHeading: "Nothing has been changed",
    notSure: "Tick that you mean all unused codes of this group.",
    back: "All invitations",
  },
  card: {
    heading: "Invitation for an expert",
    code: "Your code",
    address: "Scan the picture, or enter the code at {address}",
    until: "Until {day}",
    purpose:
      "With this code you take part in this consultation once, as an expert. Experts’ answers are shown beside those of the public.",
    privacy:
      "The organisers may learn that your code has been used, but not what you answered: nothing stored joins the two.",
    picture: "QR code with the address and the code",
    label: "For: {label}",
  },
};
