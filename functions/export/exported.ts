import type { BallotContent } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type ExportedOf, exportedPanels } from "../../domain/export/request.ts";
import { readBallotItem, wordingOfItem } from "../store/ballot-item.ts";
import { ballotsOfBucket } from "../store/all-ballots.ts";
import type { Database } from "../store/database.ts";

/** A ballot that is exported, or one that cannot be read. */
export type Exported = { content: BallotContent; wording: number } | "unreadable";

/** The ballots of one bucket that are exported, and those that would be if they could be read. */
export async function* exportedOfBucket(
  db: Database,
  definition: Consultation,
  release: ExportedOf,
  bucket: string,
): AsyncGenerator<Exported> {
  const panels = exportedPanels(release);
  for await (const items of ballotsOfBucket(db, definition.id, bucket)) {
    for (const item of items) {
      const { state } = readBallotItem(item, definition.recommendations.length);
      if (state === "unreadable") yield state;
      else if (state !== "withdrawn" && panels.includes(state.content.panel)) {
        yield { content: state.content, wording: wordingOfItem(item) };
      }
    }
  }
}
