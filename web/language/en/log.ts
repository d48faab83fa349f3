import type { ActCode } from "../../../domain/organiser/acts.ts";
import { actFields, acts } from "./acts.ts";

/** What organisers have done, in words. */
export const log = {
  title: "Log",
  intro:
    "What the organisers have done, newest first. Each entry is bound to the one before it: if one is changed or left out afterwards, it shows here.",
  whole: "The chain is whole: all entries are there and unchanged. Entries: {count}.",
  broken:
    "The chain is broken at entry {number}: something was changed or left out afterwards. Tell whoever runs this installation.",
  head: "The newest fingerprint, as the public sees it",
  headHint:
    "The results page shows it with the number of entries as soon as the consultation is published. Whoever keeps a copy can tell later whether the end of the log was cut off or the whole of it written anew.",
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
    "team-link-withdrawn": "Link to the team withdrawn",
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
  } satisfies Record<ActCode, string>,
  /** What is in a log that a newer version wrote. */
  unknownAction: "Something that this version of Kenes does not know: {code}",
  /** Names of what stands before and after. */
  fields: {
    group: "group",
    label: "label",
    expires: "last day",
    name: "name",
    by: "made by",
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
};
