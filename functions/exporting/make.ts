import { exportedPanels, type ExportPart } from "../../domain/export/asked-export.ts";
import { ballotCells, ballotColumns } from "../../domain/export/ballots-table.ts";
import type { CellValue } from "../../domain/export/table.ts";
import type { Consultation } from "../../domain/consultation.ts";
import { shuffled } from "../../domain/order.ts";
import type { Release } from "../../domain/release/schema.ts";
import { csv } from "../csv.ts";
import { drawBelow } from "../draw-below.ts";
import type { Services } from "../services.ts";
import { BUCKETS, readBallotItem, wordingOfItem } from "../store/ballot-item.ts";
import { ballotsOfBucket } from "../store/ballots.ts";

/**
 * Most bytes of one file, but for its last rows. A function in the cloud answers with at most 6 MB, and
 * neither it nor the job has to hold more than this.
 */
const MOST_BYTES = 3_000_000;
/** Rows that are written to a file at once. */
const ROWS = 500;

/** What a job needs to make an export. */
export type Maker = Pick<Services, "db" | "random">;

/**
 * Writes single ballots as tables, a bucket at a time: the buckets in a random order, and the rows of
 * each in one too, so that a row's place tells nothing. `keep` is given each file with those before it.
 */
export async function ballotFiles(
  { db, random }: Maker,
  definition: Consultation,
  release: Pick<Release, "ballots">,
  keep: (text: string, parts: readonly ExportPart[]) => Promise<void>,
  mostBytes = MOST_BYTES,
): Promise<{ parts: ExportPart[]; unreadable: number }> {
  const below = (count: number) => drawBelow(random, count);
  const head = csv([ballotColumns(definition).map(({ name }) => name)]);
  const parts: ExportPart[] = [];
  let file = { text: head, rows: 0 };
  let unreadable = 0;
  const end = async () => {
    parts.push({ rows: file.rows, bytes: Buffer.byteLength(file.text) });
    await keep(file.text, parts);
    file = { text: head, rows: 0 };
  };
  const panels = exportedPanels(release);
  for (const bucket of shuffled(BUCKETS, below)) {
    const rows: CellValue[][] = [];
    for await (const items of ballotsOfBucket(db, definition.id, bucket)) {
      for (const item of items) {
        const { state } = readBallotItem(item, definition.recommendations.length);
        if (state === "unreadable") unreadable += 1;
        else if (state !== "withdrawn" && panels.includes(state.content.panel)) {
          rows.push(ballotCells(definition, state.content, wordingOfItem(item)));
        }
      }
    }
    const all = shuffled(rows, below);
    for (let from = 0; from < all.length; from += ROWS) {
      const some = all.slice(from, from + ROWS);
      file = { text: file.text + csv(some), rows: file.rows + some.length };
      if (Buffer.byteLength(file.text) >= mostBytes) await end();
    }
  }
  // One file there is always, even if everybody withdrew.
  if (file.rows > 0 || parts.length === 0) await end();
  return { parts, unreadable };
}
