import type * as z from "zod/mini";
import { type BallotBody, ballotSchema } from "../../domain/ballot/ballot.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import type { Remarks } from "../../domain/remark/remark.ts";
import { remarksSchema } from "../../domain/remark/remarks-schema.ts";
import { type CountingPlan, countingPlan } from "../../domain/tally/plan.ts";
import { sha256 } from "../secrets.ts";
import { cached } from "./cached.ts";
import type { Services } from "../services.ts";
import { listPublished } from "../store/consultations.ts";

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
  all(): Promise<Known[]>;
  find(id: string): Promise<Known | undefined>;
}

/** The consultations of this installation, read again every few seconds. */
export function consultationsOf({
  db,
  ...time
}: Pick<Services, "db" | "now" | "newsBy">): Consultations {
  const current = cached(
    async (before?: Map<string, Known>) => {
      const published = await listPublished(db);
      return new Map(
        published.map((one) => {
          const held = before?.get(one.definition.id);
          // What follows from it is not made again while it is the same.
          return [one.definition.id, held?.version === versionOf(one) ? held : known(one)];
        }),
      );
    },
    KEEP_FOR,
    time,
  );
  return {
    all: async () => [...(await current()).values()],
    find: async (id) => (await current()).get(id),
  };
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
