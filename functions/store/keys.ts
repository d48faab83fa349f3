/**
 * Every key of the three tables, and so every way in which something is found. `C` stands for
 * `C#<consultation>`. One: by its whole key. All: every item of a partition, or those of it whose sort key
 * begins alike. What is read is strongly consistent, except where it says "soon".
 *
 * | table     | pk                        | sk                  | what                              | read              |
 * | --------- | ------------------------- | ------------------- | --------------------------------- | ----------------- |
 * | ballots   | `<consultation>#<bucket>` | `<ballot>`          | a ballot, or its tombstone        | one; all          |
 * | main      | CONSULTATIONS             | `<consultation>`    | a definition and its life         | one; all          |
 * | main      | REVISIONS                 | `<consultation>`    | how often it was stored           | all, soon         |
 * | main      | TEAMS                     | `<consultation>`    | who has which role                | one; all          |
 * | main      | ORGANISERS                | `<organiser>`       | an organiser with passkeys        | one; all          |
 * | main      | `RECOVERY#<hash>`         | RECOVERY            | whose recovery code it is         | one               |
 * | main      | COUNTING                  | PASS                | until when everything is counted  | one               |
 * | main      | TROUBLES                  | `<job>`             | for which consultations it fails  | one; all, soon    |
 * | main      | INSTALLATION              | INSTALLATION        | which one it is, secret and forms | one               |
 * | main      | MIGRATIONS                | `<migration>`       | how far a migration has come      | one               |
 * | main      | READ-ONLY                 | READ-ONLY           | that nothing is taken at present  | one, soon         |
 * | main      | C                         | TALLY               | counts with watermarks            | one               |
 * | main      | C                         | STOP                | why nothing is published          | one               |
 * | main      | C                         | RECOUNT             | the last recount                  | one, soon         |
 * | main      | RECOUNTS                  | `<consultation>`    | who wants a recount, and of it    | one; all, soon    |
 * | main      | RECOUNTS                  | `#night`            | for which night they were planned | one; all, soon    |
 * | main      | C                         | RECOUNTING          | how far a recount has come        | one               |
 * | main      | C                         | PROTECTION          | plan and secret of the noise      | one               |
 * | main      | C                         | SIMULATED           | simulated ballots are among them  | one               |
 * | main      | C                         | DRAFT               | the draft, deleted or not         | one               |
 * | main      | C                         | `CHANGE#<place>`    | a change that can be undone       | all               |
 * | main      | C                         | `RELEASE#<number>`  | a line of the register            | newest; all, soon |
 * | main      | C                         | `LOG#<number>`      | an entry of the log               | newest; all       |
 * | main      | C                         | `RESPONSE#<number>` | an official response              | all               |
 * | main      | C                         | `HOOK#<place>`      | a webhook, or that it was removed | all               |
 * | main      | C                         | `PROPOSAL#<act>`    | what one proposed and two must do | all               |
 * | main      | C                         | `INVITING#<group>`  | a group of invitations            | one; all          |
 * | main      | C                         | `LABELS#<group>#<n>`| labels of codes to be made        | one               |
 * | main      | C                         | `INVITATION#<hash>` | a code, used or not               | all               |
 * | main      | `EMBLEM#<hash>`           | EMBLEM              | the bytes of an emblem            | one, soon         |
 * | main      | C                         | EXPORT              | the export of single ballots      | one               |
 * | main      | C                         | `REPORT#<day>#<id>` | a report of a bad translation     | all               |
 * | main      | C                         | REPORTS             | how many there are                | in conditions     |
 * | main      | `REMARKS#<consultation>`  | `<remark>`          | a remark, mixed with others       | one; all          |
 * | main      | `TEXTS#<c>#<standing>`    | `<code>#<lang>#<h>` | a text as moderators judge it     | one; all; a page  |
 * | main      | `TEXT-COUNTS#<c>`         | `<code>#<lang>`     | how many texts stand where        | all               |
 * | main      | C                         | MODERATION          | how many moderators must agree    | one               |
 * | main      | C                         | `DECIDED#<who>`     | what a moderator can undo         | one               |
 * | main      | C                         | THEMES              | themes of reasons                 | one               |
 * | ephemeral | `SESSION#<hash>`          | SESSION             | a session                         | one               |
 * | ephemeral | `LINK#<hash>`             | LINK                | a one-time link                   | one               |
 * | ephemeral | C                         | `DESK#<hash>`       | a desk: its link, or who is at it | all               |
 * | ephemeral | `DESK-SESSION#<hash>`     | DESK-SESSION        | an addressee's session            | one               |
 * | ephemeral | `CHALLENGE#<challenge>`   | CHALLENGE           | a challenge to a passkey          | by deleting it    |
 * | ephemeral | `ANSWERED#<challenge>`    | ANSWERED            | a sign-in that was answered       | in conditions     |
 * | ephemeral | ASKED                     | `<which>`           | when the next export is due       | one               |
 * | ephemeral | `NOTICED#<consultation>`  | `<day>`             | what too much of came             | all, soon         |
 * | ephemeral | CURSORS                   | `<shard>`           | how far a shard was read          | all, soon         |
 * | ephemeral | `EXPORT-LINK#<hash>`      | EXPORT-LINK         | a link to files of an export      | by deleting it    |
 * | ephemeral | `INBOX#<consultation>`    | `<remark>`          | a remark of today                 | one; all          |
 * | ephemeral | C                         | `KEY#<hash>`        | the key of a program              | one; all          |
 * | ephemeral | `ONCE#<hash>`             | ONCE                | what a program asked for once     | one               |
 */
import type { Standing } from "../../domain/remark/verdict.ts";
import type { Item } from "./damaged-item.ts";
import {
  apart,
  every,
  hidden,
  key,
  numbered,
  partition,
  several,
  single,
  sortKey,
} from "./key-shapes.ts";

export type { Key } from "./key-shapes.ts";

/** The word that tells one kind of item from the others: the first of its key; empty for ballots, whose keys have none. */
export function wordOf(item: Item): string {
  const first = (name: "pk" | "sk"): string => item[name]?.S?.split("#")[0] ?? "";
  const word = first("pk");
  // Ids of consultations have no capital letters.
  return word === "C" ? first("sk") : /^[A-Z-]+$/.test(word) ? word : "";
}

/** The 256 parts into which a consultation's ballots are spread, and by which they are listed. */
export const BUCKETS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Where a ballot is kept. `id` is 64 hexadecimal digits, of which the first two name the bucket. */
export const ballotKey = (consultation: string, id: string) =>
  key(`${consultation}#${id.slice(0, 2)}`, id);
export const everyBallot = (consultation: string, bucket: string) =>
  every(`${consultation}#${bucket}`);
export const ballotName = sortKey;
/** The consultation whose ballots a partition holds. */
export const consultationOfPartition = (pk: string): string =>
  pk.slice(0, Math.max(0, pk.lastIndexOf("#")));

export const CONSULTATIONS = partition("CONSULTATIONS");
/** Of consultations: a short name, since all of it is read every few seconds. */
export const REVISIONS = partition("REVISIONS");
export const TEAMS = partition("TEAMS");
export const ORGANISERS = partition("ORGANISERS");
export const recoveryKey = hidden("RECOVERY");
export const emblemKey = hidden("EMBLEM");
export const PASS_KEY = key("COUNTING", "PASS");
/** By the name of the job. */
export const TROUBLES = partition("TROUBLES");
export const INSTALLATION_KEY = key("INSTALLATION", "INSTALLATION");
/** By the name of the migration. */
export const MIGRATIONS = partition("MIGRATIONS");
/** Alone in its partition: a role may be let write this and nothing else. */
export const READ_ONLY_KEY = key("READ-ONLY", "READ-ONLY");

export const tallyKey = single("TALLY");
export const stopKey = single("STOP");
export const recountKey = single("RECOUNT");
export const recountingKey = single("RECOUNTING");
/** In a partition of their own, so that a job that looks every minute reads these alone. */
export const RECOUNTS = partition("RECOUNTS");
/** Whether an item of the main table tells how far counting is: in another database it must be counted anew. */
export const isCount = (item: Item): boolean =>
  ["COUNTING", "RECOUNTS"].includes(item["pk"]?.S ?? "") ||
  (item["pk"]?.S?.startsWith("C#") === true &&
    ["TALLY", "RECOUNT", "RECOUNTING"].includes(sortKey(item)));
export const protectionKey = single("PROTECTION");
export const simulatedKey = single("SIMULATED");
export const draftKey = single("DRAFT");
/** Two digits: there are as many places as changes are kept. */
export const CHANGES = numbered("CHANGE#", 2);
export const RELEASES = numbered("RELEASE#", 8);
export const LOG = numbered("LOG#", 8);
export const RESPONSES = numbered("RESPONSE#", 8);
/** One digit: there are as many places as webhooks. */
export const HOOKS = numbered("HOOK#", 1);
export const PROPOSALS = several("PROPOSAL#");
export const GROUPS = several("INVITING#");
/** By the group, and which part of them. */
export const LABELS = several("LABELS#");
/** By the keyed hash of its code, which alone says nothing. */
export const INVITATIONS = several("INVITATION#");
export const exportKey = single("EXPORT");
export const REPORTS = several("REPORT#");
export const reportCounterKey = single("REPORTS");
/** By a hash that only its author can make. */
export const REMARKS = apart("REMARKS");
export const INBOX = apart("INBOX");
/** By where they stand, so that the queue is a partition of its own; in it by recommendation and language. */
export const TEXTS = {
  key: (consultation: string, standing: Standing, name: string) =>
    key(`TEXTS#${consultation}#${standing}`, name),
  every: (consultation: string, standing: Standing, prefix?: string) =>
    every(`TEXTS#${consultation}#${standing}`, prefix),
  name: sortKey,
};
export const TEXT_COUNTS = apart("TEXT-COUNTS");
export const moderationKey = single("MODERATION");
export const DECIDED = several("DECIDED#");
export const themesKey = single("THEMES");

export const sessionKey = hidden("SESSION");
export const linkKey = hidden("LINK");
/** By the keyed hash of the code of its link. */
export const DESKS = several("DESK#");
export const deskSessionKey = hidden("DESK-SESSION");
export const challengeKey = hidden("CHALLENGE");
export const answeredKey = hidden("ANSWERED");
/** By the hash of its token. */
export const exportLinkKey = hidden("EXPORT-LINK");
export const CURSORS = partition("CURSORS");
export const PROGRAM_KEYS = several("KEY#");
export const onceKey = hidden("ONCE");
export const NOTICES = apart("NOTICED");
/** What is counted by all servers together. */
export type LimitKind = "ASKED";
export const limitKey = (kind: LimitKind, which: string) => key(kind, which);
