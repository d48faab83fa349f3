import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Schedule } from "../../../domain/disclosure/policy.ts";
import type { Release } from "../../../domain/release/schema.ts";
import type { PluralForms } from "../../text.ts";

/** What the results page says of a release as a whole: who took part, when it was made, how it is protected. */
export const released = {
  about: "about {count}",
  fewerThan: "fewer than {base}",
  withNoise: "with noise",
  counted: "counted exactly",
  notAVote:
    "Everybody who wanted to could answer. This is not a vote and not a poll: it does not speak for the population.",
  demonstration:
    "Demonstration: results every minute, without the protection that a real consultation has.",
  earlierMethod: "This release was made by an earlier method. Its file is unchanged.",
  simulated:
    "These results include simulated ballots, made by a program to try the platform out. They are nobody’s opinion.",
  worth: {
    own: "About {n} of {people} people answered. If taking part depends only a very little on what one thinks (a correlation of {little}), these answers tell no more about all of them than {one}{twice}.",
    ownTwice: "; with {twice}, no more than {other}",
    sample: {
      one: "a random sample of {count} person",
      other: "a random sample of {count} people",
    } as PluralForms,
    onePerson: "a single person drawn by chance",
    general:
      "Many answers do not mend that: if taking part depends even a little on what one thinks, they can tell less about everybody than a small random sample.",
    intervals: {
      1: "The intervals on this page hold chance only, not who chose to take part.",
      2: "The intervals on this page hold chance and noise only, not who chose to take part.",
    } as Record<Release["method"], string>,
    source: "Number of people:",
  },
  schedule: {
    every: {
      close: "Results are published once, after closing.",
      week: "Results are published once a week; these are number {turn} of {releases}.",
      day: "Results are published once a day; these are number {turn} of {releases}.",
      hour: "Results are published once an hour; these are number {turn} of {releases}.",
      demonstration: "Results are published every minute, when there is anything new.",
    } as Record<Schedule, string>,
    next: "The next are due on {moment}.",
    first: {
      demonstration: "The first results appear about a minute after the first answers.",
      close: "Results are published once, after closing.",
      closing: "Results are published after closing. The consultation closes on {moment}.",
      after: {
        week: "The first results are published a week after opening, however many have answered.",
        day: "The first results are published a day after opening, however many have answered.",
        hour: "The first results are published an hour after opening, however many have answered.",
      } as Record<Exclude<Schedule, "close" | "demonstration">, string>,
      at: "The first results are due on {moment}, however many have answered by then.",
    },
  },
  release: {
    number: "Release",
    final: "Final release",
    at: "Released",
    hash: "Fingerprint (SHA-256)",
    previous: "Release before",
    first: "none, this is the first",
    closes: "The consultation closes on {moment}; the final results follow.",
    closed: "The consultation closed on {moment}. These results are final.",
    earlier: "Earlier releases",
    allReleases: "All releases (JSON)",
  },
  panelHidden: {
    public:
      "Nothing is shown of the public yet: by the published counts, no recommendation has {base} ratings.",
    expert:
      "Nothing is shown of the experts: by the published counts, no recommendation has {base} of their ratings.",
    small:
      "Nothing is shown of the experts: so few have answered that each would know what the others said.",
  } as Record<Panel | "small", string>,
  noise: {
    heading: "Noise in the figures, and why",
    what: "Before it is published, a small random number is added to each count of answers, or taken from it: the noise. So a count says about how many people answered in this way, and not whether one particular person is among them.",
    whoever:
      "Even somebody who knows all the other answers, or sends many ballots, learns next to nothing about yours.",
    small:
      "In large counts the noise hardly shows; in small ones it covers much. That is why the less is told, the fewer have answered.",
    size: "In this release the noise in the public’s counts of ratings is at most {usual} in two of three cases, and at most {most} in 19 of 20. So numbers that belong together do not match exactly.",
    promise: {
      standard:
        "The promise: whoever puts together everything that is published, from the first release to the last, learns no more about one rating of one person than noise of σ\u00a0=\u00a0{sigma} on that rating alone would tell. A guess is right in at most 11 of 100 cases more than without these data. What somebody thinks in general, over many ratings, is protected less than a single rating.",
      "at-risk":
        "The promise: whoever puts together everything that is published, from the first release to the last, learns no more about one rating of one person than noise of σ\u00a0=\u00a0{sigma} on that rating alone would tell. A guess is right in at most 6 of 100 cases more than without these data. What somebody thinks in general, over many ratings, is protected less than a single rating.",
    } as Record<Release["rules"]["disclosure"], string>,
    demonstration:
      "In this demonstration the noise is drawn anew for each release, so whoever compares many of them can average it out. Nothing is promised.",
    told: "Under {base} ratings nothing is told; from {base} on words, three bands and the mean with its interval; from {shares} on shares and the five points.",
    expertsExact:
      "The experts’ figures carry no noise: they are counted exactly, and each expert was told so before answering. Of one or two experts nothing is shown.",
    expertsToo: "The experts’ figures are protected in the same way.",
    recompute:
      "The file of the release holds the counts as they were measured, which may be below zero; all other figures are made from them (docs/methods.md).",
  },
  none: {
    heading: "No results yet",
    todo: "Answer yourself, and pass the address of this consultation on. This page shows the results as soon as they are there.",
  },
  newer: {
    text: "New results have been released.",
    link: "Show them",
  },
};
