import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { FaultKind } from "../../../domain/fault.ts";
import type { Point } from "../../../domain/ballot/rating.ts";

/** What every page may need. */
export const common = {
  skipToContent: "Skip to content",
  footer: "Kenes is open-source software. No cookies, no trackers, nothing from other sites.",
  accessibility: "Accessibility",
  /** Name of the language links, for those who do not see them. */
  languages: "Language",
  allConsultations: "All consultations",
  addressedTo: "Addressed to",
  source: "Source: {title}. {publisher}, {date}.",
  sourceChapter: "Source: {title}. {publisher}, {date}. Chapter {chapter}.",
  scale: {
    1: "Not a priority",
    2: "Low",
    3: "Medium",
    4: "High",
    5: "Top priority",
  } as Record<Point, string>,
  noOpinion: "No opinion",
  preferNotToSay: "Prefer not to say",
  workingTranslation:
    "This is a working translation: a second person has not checked it yet. Where the wordings differ, the original counts.",
  panels: { public: "Public", expert: "Experts" } as Record<Panel, string>,
  /** The groups of the public that follow from no question of the organisers'. */
  groups: {
    language: "In which language did they answer?",
    channel: "By which link did they come?",
    noChannel: "Without a channel link",
    notSaid: "Did not say",
  },
  faults: {
    missing: "This is missing.",
    unknown: "This is not part of the consultation.",
    "wrong-type": "This has the wrong form.",
    "out-of-range": "This is too much, too little, too long or too short.",
    "not-allowed": "This answer is not one of those on offer.",
    repeated: "This is given more than once.",
  } as Record<FaultKind, string>,
  problemPage: {
    notFound: "Not found",
    refused: "This could not be done",
    failed: "Something went wrong",
    busy: "Please wait a moment",
    places: "Where:",
    backToConsultation: "Back to the consultation",
  },
};
