import type { ExportedOf, ExportPart } from "../../domain/export/request.ts";
import {
  ballotCells,
  ballotColumns,
  personsCounter,
  type ToldOfPersons,
} from "../../domain/export/ballots-table.ts";
import type { CellValue } from "../../domain/release/table.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { shuffled } from "../../domain/ballot/order.ts";
import { csv } from "../csv.ts";
import { drawBelow } from "../ballot/draw-below.ts";
import type { Services } from "../services.ts";
import { BUCKETS } from "../store/keys.ts";
import { exportedOfBucket } from "./exported.ts";

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
 * each in one too, so that a row's place tells nothing. `told` is what is told of persons, by a reading
 * before this one; withdrawals between the two that leave fewer than five alike make it fail, and it
 * can be asked for again. `keep` is given each file with those before it.
 */
export async function ballotFiles(
  { db, random }: Maker,
  definition: Consultation,
  release: ExportedOf,
  told: ToldOfPersons,
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
  const persons = personsCounter(definition, told);
  for (const bucket of shuffled(BUCKETS, below)) {
    const rows: CellValue[][] = [];
    for await (const one of exportedOfBucket(db, definition, release, bucket)) {
      if (one === "unreadable") unreadable += 1;
      else {
        persons.add(one.content, one.wording);
        rows.push(ballotCells(definition, one.content, one.wording, told));
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
  if (!sameTold(persons.told(), told)) throw new Error("ballots were withdrawn meanwhile");
  return { parts, unreadable };
}

const sameTold = (one: ToldOfPersons, other: ToldOfPersons): boolean =>
  canonical(one) === canonical(other);

/** The same text for the same values, in whatever order. */
const canonical = (told: ToldOfPersons): string =>
  JSON.stringify(
    Object.values(told).map((columns) =>
      Object.entries(columns).map(([name, stored]) => [name, stored.toSorted()]),
    ),
  );
