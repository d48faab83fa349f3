import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ExportedOf } from "../../domain/export/request.ts";
import { personsCounter, type ToldOfPersons } from "../../domain/export/ballots-table.ts";
import { BUCKETS } from "../store/keys.ts";
import type { Database } from "../store/database.ts";
import { exportedOfBucket } from "./exported.ts";

/** Buckets that are read at once: counting does not mind the order. */
const AT_ONCE = 8;

/**
 * What an export tells of persons, from a first reading of all ballots: only counts of combinations are
 * held, never the ballots. `before` is what an earlier export told.
 */
export async function toldOfPersons(
  { db }: { db: Database },
  definition: Consultation,
  release: ExportedOf,
  before: ToldOfPersons | undefined,
  bucketDone: () => Promise<void> = async () => {},
): Promise<ToldOfPersons> {
  const persons = personsCounter(definition, before);
  for (let from = 0; from < BUCKETS.length; from += AT_ONCE) {
    const some = BUCKETS.slice(from, from + AT_ONCE).map(async (bucket) => {
      for await (const one of exportedOfBucket(db, definition, release, bucket)) {
        if (one !== "unreadable") persons.add(one.content, one.wording);
      }
    });
    await Promise.all(some);
    for (let read = 0; read < some.length; read++) await bucketDone();
  }
  return persons.told();
}
