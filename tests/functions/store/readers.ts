import { readBallotItem } from "../../../functions/store/ballot-item.ts";
import { loadRevisions } from "../../../functions/store/consultation-revisions.ts";
import { getBallot } from "../../../functions/store/ballots.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import * as counting from "../../../functions/store/counting.ts";
import { countInvitations } from "../../../functions/store/count-invitations.ts";
import type { Database } from "../../../functions/store/database.ts";
import { getDeskSession } from "../../../functions/store/desk-sessions.ts";
import { listDesks } from "../../../functions/store/desks.ts";
import { listHistory } from "../../../functions/store/draft-changes.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import { getEmblem } from "../../../functions/store/emblems.ts";
import { takeExportLink } from "../../../functions/store/export-links.ts";
import { getExport } from "../../../functions/store/exports.ts";
import { listHooks } from "../../../functions/store/hooks.ts";
import { listInbox } from "../../../functions/store/inbox.ts";
import { loadInstallation } from "../../../functions/store/installation.ts";
import { getGroup } from "../../../functions/store/invitation-groups.ts";
import * as keys from "../../../functions/store/keys.ts";
import { type Kind } from "../../../functions/store/kinds.ts";
import { getDue } from "../../../functions/store/limits.ts";
import { getLink } from "../../../functions/store/links.ts";
import { listEntries, newestEntry } from "../../../functions/store/log.ts";
import { loadProgress } from "../../../functions/store/migrations.ts";
import { getDecisions, getModerationRules } from "../../../functions/store/moderation.ts";
import { listNoticed } from "../../../functions/store/noticed.ts";
import { takeChallenge } from "../../../functions/store/challenges.ts";
import { getOnce } from "../../../functions/store/once.ts";
import { getOrganiser, useCode } from "../../../functions/store/organisers.ts";
import { getProgramKey } from "../../../functions/store/program-keys.ts";
import { listProposals } from "../../../functions/store/proposals.ts";
import { loadProtection } from "../../../functions/store/protection.ts";
import { loadReadOnly } from "../../../functions/store/read-only.ts";
import { getWish } from "../../../functions/store/recounts.ts";
import { allRegistered, newestRegistered } from "../../../functions/store/releases.ts";
import { listPool } from "../../../functions/store/remarks.ts";
import { listResponses } from "../../../functions/store/responses.ts";
import { getSession } from "../../../functions/store/sessions.ts";
import { isSimulated } from "../../../functions/store/simulated.ts";
import { type TableName } from "../../../functions/store/table.ts";
import { labelsFrom } from "../../../functions/store/waiting-labels.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { getTeam, listTeams } from "../../../functions/store/teams.ts";
import { listTextCounts } from "../../../functions/store/text-counts.ts";
import { listTexts } from "../../../functions/store/texts.ts";
import { getThemes } from "../../../functions/store/themes.ts";
import * as reports from "../../../functions/store/translation-reports.ts";
import { loadTroubles } from "../../../functions/store/troubles.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

const { id: ID } = KAZAKHSTAN;
const HASH = "ab".repeat(32);
const NOW = Date.parse("2026-11-24T09:00:00Z");

type Read = (db: Database) => Promise<unknown>;

/** Of each kind a key of ours, and who reads what stands there; a kind that nobody reads says why. */
export const READERS: Record<Kind, [keys.Key, ...Read[]] | string> = {
  ballot: [
    keys.ballotKey(ID, HASH),
    async (db) => readBallotItem((await getBallot(db, ID, HASH))!, 18),
  ],
  consultation: [keys.CONSULTATIONS.key("newer"), (db) => getPublished(db, "newer")],
  revision: [keys.REVISIONS.key("newer"), loadRevisions],
  team: [keys.TEAMS.key("newer"), (db) => getTeam(db, "newer"), listTeams],
  organiser: [keys.ORGANISERS.key("o"), (db) => getOrganiser(db, "o")],
  recovery: [keys.recoveryKey("h"), (db) => useCode(db, "h")],
  installation: [keys.INSTALLATION_KEY, loadInstallation],
  migration: [keys.MIGRATIONS.key("m"), (db) => loadProgress(db, "m")],
  readOnly: [keys.READ_ONLY_KEY, loadReadOnly],
  tally: [keys.tallyKey("c"), (db) => loadTally(db, "c")],
  stop: [keys.stopKey("c"), (db) => counting.loadStop(db, "c")],
  protection: [keys.protectionKey("c"), (db) => loadProtection(db, "c")],
  simulated: [keys.simulatedKey("c"), (db) => isSimulated(db, "c")],
  draft: [keys.draftKey("c"), (db) => getDraft(db, "c")],
  change: [keys.CHANGES.key("c", 1), (db) => listHistory(db, "c")],
  release: [
    keys.RELEASES.key("c", 1),
    (db) => newestRegistered(db, "c"),
    (db) => allRegistered(db, "c"),
  ],
  log: [keys.LOG.key("c", 1), (db) => newestEntry(db, "c"), (db) => listEntries(db, "c")],
  response: [keys.RESPONSES.key("c", 1), (db) => listResponses(db, "c")],
  hook: [keys.HOOKS.key("c", 1), (db) => listHooks(db, "c")],
  proposal: [keys.PROPOSALS.key("c", "close"), (db) => listProposals(db, "c")],
  invitationGroup: [keys.GROUPS.key("c", "g"), (db) => getGroup(db, "c", "g")],
  invitation: [keys.INVITATIONS.key("c", "h"), (db) => countInvitations(db, "c", [])],
  labels: [keys.LABELS.key("c", "g#0"), (db) => labelsFrom(db, "c", "g", 0)],
  emblem: [keys.emblemKey("f"), (db) => getEmblem(db, "f")],
  export: [keys.exportKey("c"), (db) => getExport(db, "c")],
  translationReport: [
    keys.REPORTS.key("c", "2026-11-24#r"),
    (db) => reports.listTranslationReports(db, "c"),
  ],
  translationReports: [
    keys.reportCounterKey("c"),
    (db) => reports.countTranslationReports(db, "c"),
  ],
  remark: [keys.REMARKS.key("c", "r"), (db) => listPool(db, "c")],
  text: [
    keys.TEXTS.key("c", "waiting", "K1#en#h"),
    (db) => listTexts(db, "c", "waiting", { prefix: "", after: undefined, most: 9 }),
  ],
  textCounts: [keys.TEXT_COUNTS.key("c", "K1#en"), (db) => listTextCounts(db, "c")],
  moderation: [keys.moderationKey("c"), (db) => getModerationRules(db, "c")],
  themes: [keys.themesKey("c"), (db) => getThemes(db, "c")],
  inbox: [keys.INBOX.key("c", "r"), (db) => listInbox(db, "c")],
  desk: [keys.DESKS.key("c", "h"), (db) => listDesks(db, "c", NOW)],
  deskSession: [keys.deskSessionKey("h"), (db) => getDeskSession(db, "h")],
  programKey: [keys.PROGRAM_KEYS.key("c", "h"), (db) => getProgramKey(db, "c", "h")],
  pass: [keys.PASS_KEY, counting.lastPass],
  troubles: [keys.TROUBLES.key("mix"), (db) => loadTroubles(db, "mix")],
  recount: [keys.recountKey("c"), (db) => counting.lastRecount(db, "c")],
  recountWish: [keys.RECOUNTS.key("c"), (db) => getWish(db, "c")],
  recounting: "read or not, nothing rests on it: what cannot be read is counted anew",
  cursor: [keys.CURSORS.key("s"), counting.loadCursors],
  decided: [keys.DECIDED.key("c", "o"), (db) => getDecisions(db, "c", "o")],
  session: [keys.sessionKey("h"), (db) => getSession(db, "h")],
  link: [keys.linkKey("h"), (db) => getLink(db, "h", NOW)],
  challenge: [keys.challengeKey("r"), (db) => takeChallenge(db, "r", NOW)],
  answered: "in conditions alone: whether it is there",
  limit: [keys.limitKey("ASKED", "c"), (db) => getDue(db, { kind: "ASKED", which: "c" })],
  noticed: [keys.NOTICES.key("c", "2026-11-24"), (db) => listNoticed(db, "c", "2026-11-24")],
  exportLink: [keys.exportLinkKey("h"), (db) => takeExportLink(db, "h", NOW)],
  once: [keys.onceKey("h"), (db) => getOnce(db, "h")],
};

const EPHEMERAL = new Set<Kind>(
  "inbox desk deskSession programKey cursor session link challenge answered limit noticed exportLink once".split(
    " ",
  ) as Kind[],
);
export const tableOf = (kind: Kind): TableName =>
  kind === "ballot" ? "ballots" : EPHEMERAL.has(kind) ? "ephemeral" : "main";
