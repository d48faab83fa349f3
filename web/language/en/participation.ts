import type { PluralForms } from "../../text.ts";

/** The page on which organisers watch how a consultation goes. */
export const participation = {
  title: "How it is going",
  section: "Watch",
  intro:
    "These figures come from what has been published and from nothing else: the same releases, under the same rules, as on the results page. Before closing, organisers see no more of the answers than the public does.",
  nextHeading: "What is next",
  next: {
    noRelease: "Nothing has been published yet.",
    experts: "By the newest release, about {experts} of {invited} invited experts have answered.",
    expertsHidden: "How many experts have answered is not shown yet; {invited} are invited.",
    nobodyInvited: "No expert has been invited yet.",
    closesIn: {
      one: "It closes in {count} day, {moment}.",
      other: "It closes in {count} days, {moment}.",
    } as PluralForms,
    closed: "It closed {moment}; the final release follows when everything has been counted.",
    final: "It is closed, and the final release has been made.",
    noEnd: "No end has been fixed.",
    demonstration:
      "This is a demonstration: a release is made every minute when there is something new.",
    release: "The next release is made on {moment}, whether or not somebody has just answered.",
    everySoOften: {
      week: "A release is made once a week.",
      day: "A release is made once a day.",
      hour: "A release is made once an hour.",
    },
    afterClosing: "The next release is made after closing.",
  },
  usedHeading: "Invitations",
  partHeading: "How many took part",
  panel: "Panel",
  count: "Ballots",
  hidden: "not shown",
  about: "about {count}",
  overTime: "How many took part, day by day",
  caption:
    "The last release of each day, public and experts. A day on which nothing was published has no bar.",
  chart: "Bars for {days} days; on the last one, public: {public}, experts: {expert}.",
  table: "The same figures as a table",
  columns: { day: "Day", release: "Release", public: "Public", expert: "Experts" },
  byGroup: "The public, by group",
  byGroupNote:
    "How many took part in each group is counted anew with every release, with a change by chance of its own. So the groups of one question do not add up to the total, and a small number says little.",
  doors: {
    heading: "By which door people came",
    door: "Door",
    "without-link": "Public, without a channel link",
    "by-link": "Public, by a channel link",
    expert: "Experts, by invitation",
  },
  group: "Group",
  gapsHeading: "Beside the population",
  gaps: {
    share: "Share of the ballots",
    population: "Share of the population",
    under: "too few",
    source:
      "Both shares are of the groups whose share of the population is known. Source for the population: {source}",
  },
  languages: "In which languages people answered is not counted in this consultation.",
  healthHeading: "How the counting fares",
  health: {
    "never-read": "Ballots have not been counted yet.",
    "up-to-date": "Ballots are counted as they come in.",
    behind: "The counting is {minutes} minutes behind. Ballots are safe; results wait.",
    stopped:
      "Publishing is stopped: the counts could not be confirmed. It goes on by itself when a recount agrees; if it does not, whoever runs this installation must look.",
    recountAgreed: "The last recount, {moment}, agreed with the count.",
    recountDiffered: "The last recount, {moment}, did not agree with the count.",
    noRecount: "No recount has been noted yet.",
  },
  toResults: "Results as the public sees them",
};
