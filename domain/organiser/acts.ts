/**
 * Everything that the log of a consultation tells of: each act once, with what stood before it and what
 * stands after it. Every language has a sentence for each, which the compiler checks. An act is never
 * renamed: it stands in logs that are bound by their hashes.
 */
import type { GivenRole } from "./role.ts";
import type { TwoPersonAct } from "./proposal.ts";
import type { Stage, Step } from "../consultation/life.ts";
import type { ResponseStatus } from "../response/status.ts";
import type { WorkMode } from "../work/mode.ts";

/** From nothing to what is given. */
interface Made<After> {
  before: null;
  after: After;
}
/** From what is given to nothing. */
interface Ended<Before> {
  before: Before;
  after: null;
}

/** A group of invitations, by its number and its name. */
type Group = { group: string; label: string };
type Host = { host: string };
type Member = { name: string } & GivenRole;
/** The key of a program; `steps` where it may take steps of the consultation's life. */
type Key = { key: string; steps?: true } & GivenRole;
/** Who proposed and who confirmed, where two persons were needed. */
type TwoPersons = { proposedBy?: string; confirmedBy?: string };
type Counted = { release: number; ballots: { public: number | null; expert: number | null } };

/** An official response, by its number; what it says stands in the record of responses. */
type Response = { response: number; recommendation: string };
type Responded = Response & { status: ResponseStatus };

interface LifeChange {
  before: { stage: Stage; until?: string };
  after: {
    step: Step;
    draft: number;
    note?: Readonly<Record<string, string>>;
    /** The moment of closing, where that was moved. */
    until?: string;
    /** How many texts it was opened without a translation of. */
    untranslated?: number;
  } & TwoPersons;
}

interface Told extends Record<`life-${Step}`, LifeChange> {
  "team-set-up": Made<Member>;
  "team-invited": Made<GivenRole>;
  "team-link-withdrawn": Ended<GivenRole & { by: string }>;
  "team-joined": Made<Member>;
  /** With the keys that they had made, and that ended with them. */
  "team-left": Ended<Member & { keys?: readonly string[] }>;
  "role-changed": { before: Member; after: Member };

  "draft-created": Made<{ way: string }>;
  /** The first of the fields that were changed, and how many there were. */
  "draft-changed": {
    before: { revision: number };
    after: { revision: number; fields: readonly string[]; count: number };
  };
  "draft-undone": { before: { revision: number }; after: { undone: number } };
  "draft-redone": { before: { revision: number }; after: { redone: number } };
  "draft-binned": Made<{ until: string }>;
  "draft-restored": Made<null>;

  "channel-added": Made<{ channel: string; label: string }>;

  /** A webhook, by the name of its host: neither its path nor its secret. */
  "hook-added": Made<Host>;
  "hook-removed": Ended<Host>;
  "hook-tried": Made<Host>;
  "hook-off": Ended<Host>;
  "hook-on": Made<Host>;

  "invitations-made": Made<Group & { count: number; expires: string | null }>;
  "invitation-revoked": Ended<Group>;
  "invitations-revoked": Ended<Group>;
  "invitation-replaced": Ended<Group>;
  "invitations-replaced": { before: Group; after: { expires: string | null } };
  /** Codes that nobody had received, in whose place new ones were made: how many. */
  "invitations-remade": Made<Group & { count: number }>;
  "reminders-listed": Made<Group>;

  "response-recorded": Made<Responded>;
  "response-corrected": { before: Response; after: Responded };
  "response-withdrawn": Ended<Response>;
  "desk-link-made": Made<{ addressee: string; until: string }>;
  /** The link of a desk withdrawn, or the desk itself closed. */
  "desk-ended": Ended<{ addressee: string }>;
  /** By the addressee: its one-time link was used, something was recorded at its desk. */
  "desk-opened": Made<{ addressee: string }>;
  "desk-response-recorded": Made<Responded>;
  "desk-response-corrected": { before: Response; after: Responded };
  /** How many texts of respondents, and never which. */
  "texts-judged": Made<{ texts: number; accepted: number; refused: number }>;
  "judging-undone": Made<{ texts: number }>;
  /** How many moderators have to say the same. */
  "moderation-rules": { before: { moderators: number }; after: { moderators: number } };
  "themes-changed": { before: { themes: number }; after: { themes: number } };
  "reasons-coded": Made<{ texts: number }>;
  /** The address of the draft. */
  "suggestion-taken": Made<{ into: string }>;

  /** Reports of bad translations deleted since they were dealt with: how many, and never what they say. */
  "reports-done": Ended<{ count: number }>;

  "close-proposed": Made<null>;
  "export-proposed": Made<null>;
  "proposal-withdrawn": Ended<{ act: TwoPersonAct; proposedBy: string }>;

  "export-asked": Made<{ release: number } & TwoPersons>;
  "export-ready": Made<{ until: string }>;
  "export-failed": Made<null>;
  "export-deleted": Made<null>;
  /** A piece by its number; 0: all of it as one file. */
  "export-downloaded": Made<{ part: number }>;
  /** Stopped before it was ready. */
  "export-cancelled": Made<null>;
  "export-retried": Made<{ release: number }>;

  "key-made": Made<Key & { expires: string }>;
  "key-revoked": Ended<Key>;

  /** Work on ballots, from one mode to another. */
  "work-switched": { before: { mode: WorkMode }; after: { mode: WorkMode } };

  /** `why`: somebody asked, records of the stream were lost, or a newer program counts otherwise. */
  "recount-asked": Made<{ how: "compare" | "rebuild"; why: "asked" | "gap" | "upgrade" }>;
  /** Names of the figures that differed, the first of them, and how many; never the figures. */
  recounted: Made<{
    askedBy: string;
    differences: readonly string[];
    count: number;
    outcome: "agreed" | "differed" | "rebuilt";
  }>;

  "purge-begun": Made<Counted | null>;
  "ballots-purged": Made<Counted | null>;
}

/** What was done, as a code. */
export type ActCode = keyof Told;

/** An act as it is recorded: what was done, what stood before, what stands after. */
export type Act = { [Code in ActCode]: { action: Code } & Told[Code] }[ActCode];
