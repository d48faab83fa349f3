import type { Stage, Step } from "../../../domain/consultation/life.ts";
import type { PluralForms } from "../../text.ts";

/** Where a consultation stands, and its steps. */
export const life = {
  stands: "Where it stands",
  next: "What can be done now",
  nothing: "Nothing can be done at the moment.",
  opens: "Opens by itself on {moment}.",
  closes: "Closes by itself on {moment}.",
  neverCloses: "It has no date of closing.",
  ready: "The draft is complete.",
  notReady: {
    one: "The draft cannot be published yet: {count} fault.",
    other: "The draft cannot be published yet: {count} faults.",
  } as PluralForms,
  stale: {
    one: "{count} translation was made before its original was changed. It may say something else than the original. That is only a warning, but look at it first:",
    other:
      "{count} translations were made before their originals were changed. They may say something else than the originals. That is only a warning, but look at them first:",
  } as PluralForms,
  staleMore: "All of them are marked under “Texts and rules”.",
  noteWrong:
    "Write the note in all three languages, with at most 300 characters each and without angle brackets.",
  nothingCorrected:
    "The draft says what respondents see already, or it changes something besides wording.",
  datesWrong: "Look at the dates: opening must lie ahead, and closing more than a day after it.",
  ownersOnly: "Only owners take these steps.",
  delay: "It may take ten seconds until a step has effect everywhere.",
  confirm: "I have read what this does",
  final: "This cannot be undone.",
  canUndo: "This can be taken back with “{step}”.",
  note: "Public note: what was corrected and why ({language}, up to 300 characters)",
  stages: {
    draft: "Draft: only organisers see it.",
    scheduled: "Scheduled: the page says when it opens; no answers are taken yet.",
    open: "Open: answers are taken.",
    paused: "Paused: no answers are taken; what is stored stays.",
    closed: "Closed: no more answers are taken; results stay.",
    archived: "Archived: no longer in the list; its pages and results stay.",
  } as Record<Stage, string>,
  /** The same in a word, in the log. */
  stageNames: {
    draft: "draft",
    scheduled: "scheduled",
    open: "open",
    paused: "paused",
    closed: "closed",
    archived: "archived",
  } as Record<Stage, string>,
  steps: {
    schedule: "Schedule",
    unschedule: "Take back to draft",
    open: "Open now",
    pause: "Pause",
    resume: "Resume",
    correct: "Publish corrected wording",
    close: "Close",
    archive: "Archive",
    restore: "Put back in the list",
  } as Record<Step, string>,
  does: {
    schedule:
      "Publishes the texts and rules; the consultation opens by itself at the time that is set. Until then nothing in it can be changed, but you can take it back.",
    unschedule: "Only organisers can see the consultation again, and everything can be changed.",
    open: "Answers are taken at once. Scale, codes, wording, questions about the respondents, policy, schedule and everything else under “Rules and dates” are frozen; of the wording, corrections can be published with a public note.",
    pause: "No more answers are taken until you resume. The date of closing stays as it is.",
    resume: "Answers are taken again.",
    correct:
      "The wording as it stands in the draft replaces what respondents see. The note is public, and each ballot keeps which wording it was given on.",
    close:
      "Answering ends in 24 hours. What the schedule has until then is still published; afterwards one final release is made.",
    archive: "The consultation leaves the list on the start page.",
    restore: "The consultation is in the list on the start page again.",
  } as Record<Step, string>,
};
