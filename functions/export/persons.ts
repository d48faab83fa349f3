import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ExportedOf } from "../../domain/export/request.ts";
import { personsCounter, type ToldOfPersons } from "../../domain/export/ballots-table.ts";
import { BUCKETS } from "../store/keys.ts";
import type { Database } from "../store/database.ts";
import { exportedOfBucket } from "./exported.ts";

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
  // One after the other: with several at once, ballots that are sent meanwhile wait behind their pages.
  for (const bucket of BUCKETS) {
    for await (const one of exportedOfBucket(db, definition, release, bucket)) {
      if (one !== "unreadable") persons.add(one.content, one.wording);
    }
    await bucketDone();
  }
  return persons.told();
}
