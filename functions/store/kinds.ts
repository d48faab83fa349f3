/**
 * Every kind of item, and in which form it is stored. A key of `keys.ts` without a line here cannot be read (`form.ts`).
 *
 * Two releases for each new form, since on AWS the old program and the new one run side by side for minutes and a release
 * may be taken back: the first **reads** it (`reads`), the next one **writes** it (`writes`). `tests/cases/forms` holds
 * what the release before reads, and a test compares. Raise a form when an older program would read something
 * wrong in what is written from then on; an attribute that it may pass over is none. What is added to or set in place,
 * without being read (counters, marks), never changes its meaning: it gets another attribute.
 */
import type { Item } from "./damaged-item.ts";
import * as keys from "./keys.ts";

type Key = keys.Key;

/** In which form a kind is written, and up to which it is read. */
interface Forms {
  key: Key;
  writes: number;
  reads: number;
  /**
   * Why items of it may be thrown away at an upgrade: no reader of earlier forms need be kept. One of a newer form
   * is refused all the same.
   */
  passing?: string;
}

/** What must be read for good; a consultation may be read again after years. */
const lasting = (key: Key, writes = 1, reads = writes): Forms => ({ key, writes, reads });
const passing = (key: Key, why: string): Forms => ({ ...lasting(key), passing: why });

export const KINDS = {
  ballot: lasting(keys.ballotKey("", "")),
  /** 2: texts by the languages that the definition names. Form 1 may be either. */
  consultation: lasting(keys.CONSULTATIONS.key(""), 2),
  revision: lasting(keys.REVISIONS.key("")),
  /** 2: there are translators, with languages. */
  team: lasting(keys.TEAMS.key(""), 2),
  organiser: lasting(keys.ORGANISERS.key("")),
  recovery: lasting(keys.recoveryKey("")),
  installation: lasting(keys.INSTALLATION_KEY),
  migration: lasting(keys.MIGRATIONS.key("")),
  readOnly: lasting(keys.READ_ONLY_KEY),
  /** 2: packed (`tally-bytes.ts`); form 1 is compressed JSON (`earlier-tally.ts`). */
  tally: lasting(keys.tallyKey(""), 2),
  stop: lasting(keys.stopKey("")),
  protection: lasting(keys.protectionKey("")),
  simulated: lasting(keys.simulatedKey("")),
  /** 2: it names its languages. Form 1 may be either. */
  draft: lasting(keys.draftKey(""), 2),
  change: lasting(keys.CHANGES.key("", 0)),
  release: lasting(keys.RELEASES.key("", 0)),
  /** Never changed and never rewritten: each entry is bound to the one before. */
  log: lasting(keys.LOG.key("", 0)),
  response: lasting(keys.RESPONSES.key("", 0)),
  hook: lasting(keys.HOOKS.key("", 0)),
  proposal: lasting(keys.PROPOSALS.key("", "")),
  invitationGroup: lasting(keys.GROUPS.key("", "")),
  invitation: lasting(keys.INVITATIONS.key("", "")),
  labels: lasting(keys.LABELS.key("", "")),
  emblem: lasting(keys.emblemKey("")),
  /** What is asked for says its own form in it as well (`exports.ts`). */
  export: lasting(keys.exportKey("")),
  translationReport: lasting(keys.REPORTS.key("", "")),
  translationReports: lasting(keys.reportCounterKey("")),
  remark: lasting(keys.REMARKS.key("", "")),
  text: lasting(keys.TEXTS.key("", "waiting", "")),
  textCounts: lasting(keys.TEXT_COUNTS.key("", "")),
  moderation: lasting(keys.moderationKey("")),
  themes: lasting(keys.themesKey("")),
  /** A remark of today: in no backup, and yet what somebody wrote. */
  inbox: lasting(keys.INBOX.key("", "")),
  desk: lasting(keys.DESKS.key("", "")),
  deskSession: lasting(keys.deskSessionKey("")),
  programKey: lasting(keys.PROGRAM_KEYS.key("", "")),

  pass: passing(keys.PASS_KEY, "the next pass says it again, within a minute"),
  troubles: passing(keys.TROUBLES.key(""), "the next run of the job says it again"),
  recount: passing(keys.recountKey(""), "the next recount says it again"),
  recountWish: passing(
    keys.RECOUNTS.key(""),
    "whoever wanted a recount asks again; at night all are",
  ),
  recounting: passing(keys.recountingKey(""), "the recount begins anew"),
  cursor: passing(keys.CURSORS.key(""), "a shard is read from its beginning; watermarks pass over"),
  decided: passing(keys.DECIDED.key("", ""), "only the undoing of the last judgements is gone"),
  session: passing(keys.sessionKey(""), "whoever is signed in signs in again"),
  link: passing(keys.linkKey(""), "a link of minutes or days is made again"),
  challenge: passing(keys.challengeKey(""), "whoever is signing in begins again"),
  answered: passing(keys.answeredKey(""), "it lives as long as its challenge"),
  limit: passing(keys.limitKey("ASKED", ""), "it bounds an hour, and begins anew"),
  noticed: passing(keys.NOTICES.key("", ""), "numbers of some days, told again as they come"),
  exportLink: passing(keys.exportLinkKey(""), "a link of minutes is asked for again"),
  once: passing(keys.onceKey(""), "a program that repeats itself is told of today's state"),
} as const satisfies Record<string, Forms>;

/** A kind of item. */
export type Kind = keyof typeof KINDS;

/** By the word with which their keys begin; ballots have none. */
const BY_WORD = new Map(
  (Object.keys(KINDS) as Kind[]).map((kind) => [keys.wordOf(KINDS[kind].key), kind]),
);

/** The kind of an item, by its key; `undefined` for a key that nothing here is stored under. */
export const kindOf = (item: Item): Kind | undefined => BY_WORD.get(keys.wordOf(item));
