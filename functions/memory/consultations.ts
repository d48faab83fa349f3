import type * as z from "zod/mini";
import { type BallotBody, ballotSchema } from "../../domain/ballot/ballot.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import type { Remarks } from "../../domain/remark/remark.ts";
import { remarksSchema } from "../../domain/remark/remarks-schema.ts";
import { type CountingPlan, countingPlan } from "../../domain/tally/plan.ts";
import { sha256 } from "../secrets.ts";
import { cached } from "./cached.ts";
import type { Services } from "../services.ts";
import type { Unreadable } from "../store/consultation-item.ts";
import { loadRevisions } from "../store/consultation-revisions.ts";
import { listPublished, somePublished } from "../store/consultations.ts";
import type { Database } from "../store/database.ts";

/** How long definitions are kept in memory before it is looked which were stored again, in ms. */
const KEEP_FOR = 10_000;

/**
 * After how long all of them are read again, in ms. Needed for nothing that this program stores: a program of before,
 * which may still run while an installation goes over to this one or back, raises no revision.
 */
const READ_ALL_AFTER = 60 * 60_000;

/** A definition with what follows from it and is costly to make for every request. */
export interface Known extends PublishedConsultation {
  /** Another one as soon as anything of it is changed, by whatever process. */
  version: string;
  plan: CountingPlan;
  schema: z.ZodMiniType<BallotBody>;
  remarksSchema: z.ZodMiniType<Remarks>;
}

export interface Consultations {
  /** All that can be read. */
  all(): Promise<Known[]>;
  /** The ids of the others. */
  unreadable(): Promise<string[]>;
  /** Throws, as `isUnreadable` knows it, for one that is there and cannot be read. */
  find(id: string): Promise<Known | undefined>;
}

/** What is held in memory: consultations, and why others cannot be read, by id. */
interface Held {
  known: ReadonlyMap<string, Known>;
  unreadable: ReadonlyMap<string, Unreadable>;
  /** By id, as they were before the consultations were read: what is held is never older than they say. */
  revisions: ReadonlyMap<string, number>;
  /** When all were read. */
  allAt: number;
}

/** The consultations of this installation. Every few seconds those are read again that were stored meanwhile. */
export function consultationsOf({
  db,
  log,
  ...time
}: Pick<Services, "db" | "now" | "newsBy" | "log">): Consultations {
  const current = cached(
    async (before?: Held): Promise<Held> => {
      const at = time.now().getTime();
      const revisions = await loadRevisions(db);
      const held = before !== undefined && Math.abs(at - before.allAt) < READ_ALL_AFTER;
      const next = held ? await storedSince(db, before, revisions) : await all(db, before);
      tellOf(db, next.unreadable, log);
      return { ...next, revisions, allAt: held ? before.allAt : at };
    },
    KEEP_FOR,
    time,
  );
  return {
    all: async () => [...(await current()).known.values()],
    unreadable: async () => [...(await current()).unreadable.keys()],
    async find(id) {
      const held = await current();
      const failure = held.unreadable.get(id);
      if (failure !== undefined) throw failure;
      return held.known.get(id);
    },
  };
}

type Read = Pick<Held, "known" | "unreadable">;

async function all(db: Database, before: Read | undefined): Promise<Read> {
  const { published, unreadable } = await listPublished(db);
  return { known: new Map(published.map((one) => entryOf(one, before))), unreadable };
}

/** What is held, with those read again that were stored since, and those that could not be read: who mends one waits. */
async function storedSince(
  db: Database,
  before: Held,
  revisions: Held["revisions"],
): Promise<Read> {
  const stored = [...revisions.keys()].filter(
    (id) => revisions.get(id) !== before.revisions.get(id),
  );
  const ids = [...new Set([...stored, ...before.unreadable.keys()])];
  if (ids.length === 0) return before;
  const read = await somePublished(db, ids);
  const others = [...before.known].filter(([id]) => !ids.includes(id));
  const again = read.published.map((one) => entryOf(one, before));
  const inOrder = [...others, ...again].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { known: new Map(inOrder), unreadable: read.unreadable };
}

/** What follows from it is not made again while it is the same. */
function entryOf(one: PublishedConsultation, before: Read | undefined): [string, Known] {
  const { id } = one.definition;
  const held = before?.known.get(id);
  return [id, held?.version === versionOf(one) ? held : known(one)];
}

/** Of which the operators were told: pages and jobs of one process read the same database, and tell once. */
const toldOf = new WeakMap<Database["client"], Set<string>>();

function tellOf(
  { client }: Database,
  unreadable: ReadonlyMap<string, Unreadable>,
  log: Services["log"],
): void {
  const before = toldOf.get(client) ?? new Set();
  toldOf.set(client, new Set(unreadable.keys()));
  for (const [id, { message }] of unreadable) {
    if (before.has(id)) continue;
    log({ level: "error", event: "consultation-unreadable", consultation: id, failure: message });
  }
}

const versionOf = ({ definition, life }: PublishedConsultation): string =>
  sha256(JSON.stringify([definition, life]));

/** What follows from a definition, once. */
export const known = ({ definition, life }: PublishedConsultation): Known => ({
  definition,
  life,
  version: versionOf({ definition, life }),
  plan: countingPlan(definition),
  schema: ballotSchema(definition),
  remarksSchema: remarksSchema(definition),
});
