import type { Schedule } from "../../../domain/disclosure/policy.ts";
import type { FaultKind } from "../../../domain/fault.ts";
import type { PluralForms } from "../../text.ts";
import { importing } from "./draft-import.ts";
import { life } from "./life.ts";

/** Making a consultation, and its life. */
export const draft = {
  importing,
  sections: { edit: "Texts and rules", preview: "Preview", life: "Opening and closing" },
  original: "original",
  edit: {
    frozen:
      "The consultation is open. Scale, codes, questions about the respondents and rules can no longer be changed. Corrected wording, and that a translation has been checked, is kept here as a draft until you publish it under “Opening and closing”.",
    locked: "At this stage nothing can be changed here.",
    intro:
      "Every text stands here in all three languages, side by side. A draft can be saved while texts are missing; it cannot be opened.",
    contents: "Go to a part",
    counts: "{language}: {missing} of {texts} texts missing, {stale} no longer fit their original",
    missing: "Missing",
    stale: "The original has been changed since this was translated.",
    confirm: "The translation is still right",
    save: "Save",
    saved: "Everything is saved.",
    saving: "Saving…",
    notSaved: "Not saved yet. Press “Save”.",
    conflict: "Somebody else has changed the same text. Press “Save” to see both versions.",
    utcHint: "Date and time in UTC. Kazakhstan is five hours ahead: 07:00 UTC is noon in Astana.",
    inAstana: "= {moment} in Astana",
    momentWrong: "This is not a date with a time. Enter both, such as 2027-03-01 06:00.",
    closesTooSoon: "It would close before it opens.",
    up: "Move up",
    down: "Move down",
    remove: "Remove",
    add: {
      addressees: "Add an addressee",
      recommendations: "Add a recommendation",
      about: "Add a question",
      channels: "Add a channel",
    },
    headings: {
      whole: "The consultation",
      addressees: "Addressees",
      recommendations: "Recommendations",
      about: "Questions about the respondents",
      channels: "Channels: through what you reach out",
      rules: "Rules and dates",
    },
    item: {
      addressees: "Addressee {code}",
      recommendations: "Recommendation {code}",
      about: "Question {code}",
      channels: "Channel {code}",
    },
    undoHeading: "Undo",
    undo: "Undo the newest change",
    undoHint: "The newest changes. What you have typed and not saved is not among them.",
    change: {
      one: "{when}, {who}: {count} field ({fields})",
      other: "{when}, {who}: {count} fields ({fields})",
    } as PluralForms,
  },
  fields: {
    title: "Title",
    summary: "Summary",
    "source.title": "Title of the report",
    "source.publisher": "Publisher",
    "source.date": "Date of the report",
    "source.isbn": "ISBN, if there is one",
    "source.chapter": "Chapter, if only one is meant",
    translations: "State of the texts: {language}",
    code: "Code",
    name: "Name",
    addressee: "Addressee",
    statement: "Statement",
    measures: "Measures, one on each line",
    question: "Question",
    why: "Why you ask",
    options: "Codes of the answers, one on each line",
    labels: "Answers, one on each line, in the order of their codes",
    shares:
      "Shares of the population in per cent, one on each line, in the order of the codes (may be left empty)",
    population: "Source of the shares",
    label: "Name of the channel",
    countLanguages: "Count the public by the language of their answers too",
    "release.every": "When results are published",
    "release.groups": "Share of the protection’s budget for groups, in per cent",
    "release.groupsAt": "Days on which groups are published before closing, one on each line",
    disclosure: "Disclosure policy",
    opensAt: "Opens",
    closesAt: "Closes",
    leaveTo: "Where “leave” leads, if taking part may be dangerous (https address)",
    experts: "How the experts’ answers are published",
    "people.number": "How many people the consultation is about (may be left empty)",
    "people.source": "Source of that number",
    twoPersons: "Closing early and exporting single ballots need a second owner",
    purgeAfterDays:
      "Days after closing until the ballots are deleted, once archived (1 to 3650; leave empty for never)",
  },
  translationStates: {
    original: "Original",
    working: "Working translation",
    checked: "Checked translation",
  },
  policies: { standard: "Standard", "at-risk": "Strict: taking part may be dangerous" },
  consent: { no: "No", yes: "Yes" },
  schedules: {
    close: "Only after closing",
    week: "Once a week",
    day: "Once a day",
    hour: "Once an hour",
    demonstration: "Demonstration: every minute",
  } as Record<Schedule, string>,
  experts: {
    "": "Protected by noise, like the public’s",
    exact: "Exactly; every expert is told before answering",
  },
  hints: {
    "release.every":
      "Fixed when it opens. Each release is made at its time, whether or not somebody has just answered. The oftener, the more noise each count needs. A demonstration is for trying things out: it keeps no promise of protection, and says so everywhere.",
    "release.groups":
      "A whole number from 0 to 60; left empty, it is {usual} under the policy that is chosen. What groups get, the totals lack. With 0 no groups are published.",
    "release.groupsAt":
      "Up to six days as year-month-day, for example {example} ({day}). Groups are published with the first release from that day (UTC) on, and always after closing. Each further day costs every group exactness.",
    experts:
      "Exact figures suit a panel whose members answer for their profession. In a small panel somebody who knows how the others answered can work out one expert’s answers.",
    "people.number":
      "A whole number from 1,000 on. Results then say how little answers that came by themselves can tell about so many.",
  },
  /** What may stand in a field that was filled in wrongly. */
  refused: {
    "release.every": "The policy that is chosen does not allow this. Choose another schedule.",
    "release.groups": "Enter a whole number from 0 to 60, or nothing.",
    "release.groupsAt":
      "Enter up to six days in their order, each before closing, as year-month-day. They need a schedule that publishes while answers come in, and is no demonstration.",
    experts: "Under the strict policy experts are protected like the public.",
    "people.number": "Enter a whole number from 1,000 on, or nothing.",
  },
  trade: {
    heading: "How exact the results will be",
    caption:
      "Every published count is changed a little by chance, so that nobody can be read out of it. The bars show how far that alone moves a share of “high”, in percentage points to both sides, in 19 of 20 cases: when 100, 500 or 2,000 people have rated. The last release is meant; earlier ones are a little more exact.",
    asStored: "Drawn from policy, dates and groups as they are saved.",
    asIfNow:
      "Drawn from policy, dates and groups as they are saved, as if it opened now. Without a date of closing a year is assumed.",
    picture:
      "Bars for {rows} choices: how far noise moves a share of “high”. The same figures stand in the table.",
    table: "The same figures as a table, in percentage points",
    schedule: "When results are published",
    times: "How often",
    at: "{n} ratings",
    releases: { one: "{count} time", other: "{count} times" } as PluralForms,
    noEnd: "without end",
    chosen: "chosen",
    groups: {
      one: "Each group, told apart in {count} way",
      other: "Each group, told apart in {count} ways",
    } as PluralForms,
    noGroups: "No groups are published: there are none, or they have no share of the budget.",
    exact: "The experts’ figures have no noise.",
  },
  faults: {
    missing: "This is missing.",
    unknown: "This names something that is not there.",
    "wrong-type": "This has the wrong form.",
    "out-of-range": "This is too much, too little, too long, or too soon.",
    "not-allowed": "This has a form or characters that are not allowed.",
    repeated: "This is given more than once.",
  } as Record<FaultKind, string>,
  conflict: {
    title: "Two versions of the same text",
    stored: "Stored now, by somebody else",
    yours: "Your version",
    save: "Save your versions",
    keep: "Keep what is stored",
    rest: "Everything else that you changed has been saved.",
  },
  preview: {
    banner: "Preview. Nothing that you fill in here is stored or sent.",
    back: "Back to the organisers’ console",
    incomplete: "A preview is possible once the draft is complete. Still to be mended:",
  },
  life,
};
