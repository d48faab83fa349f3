import type { ExportPart } from "../../domain/export/request.ts";
import { personsCounter, type ToldOfPersons } from "../../domain/export/ballots-table.ts";
import { wideColumns } from "../../domain/export/columns.ts";
import { csvLine, rowMaker } from "../../domain/export/rows.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { shuffled } from "../../domain/ballot/order.ts";
import { drawBelow } from "../ballot/draw-below.ts";
import type { Services } from "../services.ts";
import { BUCKETS } from "../store/keys.ts";
import { exportIds, pooled } from "./drawn.ts";
import type { Exported } from "./exported.ts";
import { longTable } from "./long-table.ts";
import { pieces } from "./pieces.ts";
import { type EntryEnd, type Sink, zipEnd, zipEntry } from "./zip.ts";

/** Rows that are written at once. */
const ROWS = 500;

/** What an export is made from. */
export interface ExportSource {
  definition: Consultation;
  /** What of persons is told, by a reading before this one. */
  told: ToldOfPersons;
  /** The ballots of one bucket. */
  ballotsOf(bucket: string): AsyncIterable<Exported>;
  /** What stands beside the tables, of so many ballots: names and texts (`beside.ts`). */
  beside(rows: number): readonly [name: string, text: string][];
}

/** What is done while it is made. */
export interface ExportSteps {
  /** Keeps a piece under its name. */
  keep(file: string, bytes: Uint8Array): Promise<void>;
  /** A bucket has been read and written. */
  bucketDone(): Promise<void>;
  /** Bytes of a piece, in tests. */
  pieceBytes?: number;
}

/** Ballots were withdrawn between the two readings, so that fewer than five would say something alike. */
export class WithdrawnMeanwhile extends Error {}

/**
 * Writes single ballots as one zip file in pieces, a bucket at a time: the buckets in a random order, and the rows of
 * each in one too, so that a row's place tells nothing. Both tables are made from one reading; withdrawals between it
 * and the one that `told` is from, which leave fewer than five alike, make it fail. The pieces are in order.
 */
export async function exportFiles(
  random: Services["random"],
  { definition, told, ballotsOf, beside }: ExportSource,
  { keep, bucketDone, pieceBytes }: ExportSteps,
): Promise<{ parts: ExportPart[]; rows: number; unreadable: number }> {
  const drawn = pooled(random);
  const below = (count: number) => drawBelow(drawn, count);
  const nextId = exportIds(drawn);
  const rowOf = rowMaker(definition, told);
  const persons = personsCounter(definition, told);
  // Each table grows at its own end; in the zip file one follows the other.
  const first = pieces("a", keep, pieceBytes);
  const second = pieces("b", keep, pieceBytes);
  const table = await zipEntry("ballots.csv", first.sink);
  const long = await zipEntry("ballots.parquet", second.sink);
  const longRows = longTable(definition, long);
  const names = wideColumns(definition).map(({ name }) => name);
  let [rows, unreadable] = [0, 0];
  const writeAll = async () => {
    await table.write(Buffer.from(`${names.join(",")}\r\n`));
    for (const bucket of shuffled(BUCKETS, below)) {
      const found: Exclude<Exported, "unreadable">[] = [];
      for await (const one of ballotsOf(bucket)) {
        if (one === "unreadable") unreadable += 1;
        else found.push(one);
      }
      let lines: string[] = [];
      const put = async () => {
        await table.write(Buffer.from(lines.join("")));
        lines = [];
      };
      for (const { content, wording } of shuffled(found, below)) {
        persons.add(content, wording);
        const row = rowOf(content, wording);
        const id = nextId();
        lines.push(csvLine(id, row));
        await longRows.add(id, row);
        if (lines.length >= ROWS) await put();
      }
      await put();
      rows += found.length;
      await bucketDone();
    }
    if (!sameTold(persons.told(), told))
      throw new WithdrawnMeanwhile("ballots were withdrawn meanwhile");
    await longRows.end();
  };
  try {
    await writeAll();
  } catch (failure) {
    for (const entry of [table, long]) entry.drop();
    throw failure;
  }
  const entries: EntryEnd[] = [await table.end(), await long.end()];
  for (const [name, text] of beside(rows)) {
    entries.push(await wholeEntry(name, text, second.sink));
  }
  await second.sink(zipEnd(entries));
  return { parts: [...(await first.end()), ...(await second.end())], rows, unreadable };
}

async function wholeEntry(name: string, text: string, sink: Sink): Promise<EntryEnd> {
  const entry = await zipEntry(name, sink);
  await entry.write(Buffer.from(text));
  return entry.end();
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
