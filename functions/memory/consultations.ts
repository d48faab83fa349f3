import type * as z from "zod/mini";
import { type BallotBody, ballotSchema } from "../../domain/ballot/ballot.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import type { Remarks } from "../../domain/remark/remark.ts";
import { remarksSchema } from "../../domain/remark/remarks-schema.ts";
import { type CountingPlan, countingPlan } from "../../domain/tally/plan.ts";
import { sha256 } from "../secrets.ts";
import { cached } from "./cached.ts";
import type { Services } from "../services.ts";
import { listPublished, type Unreadable } from "../store/consultations.ts";
import type { Database } from "../store/database.ts";

/** How long definitions are kept in memory before they are read again, in ms. */
const KEEP_FOR = 10_000;

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
  known: Map<string, Known>;
  unreadable: Map<string, Unreadable>;
}

/** The consultations of this installation, read again every few seconds. */
export function consultationsOf({
  db,
  log,
  ...time
}: Pick<Services, "db" | "now" | "newsBy" | "log">): Consultations {
  const current = cached(
    async (before?: Held): Promise<Held> => {
      const { published, unreadable } = await listPublished(db);
      tellOf(db, unreadable, log);
      const all = published.map((one): [string, Known] => {
        const held = before?.known.get(one.definition.id);
        // What follows from it is not made again while it is the same.
        return [one.definition.id, held?.version === versionOf(one) ? held : known(one)];
      });
      return { known: new Map(all), unreadable };
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
