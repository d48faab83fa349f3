import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Asked } from "../../domain/export/ballots-table.ts";
import { type ExportColumn, longColumns } from "../../domain/export/columns.ts";
import type { BallotRow } from "../../domain/export/rows.ts";
import type { ZipEntry } from "./zip.ts";

/** Rows of one row group, about: what is held in memory, and read at once. */
const GROUP = 16_384;

/** How one ballot fills a column: the same value in each of its rows, or one for each recommendation. */
type Fill = (data: Int32Array | string[], from: number, id: string, row: BallotRow) => void;

/**
 * The long table as Parquet: one row for each ballot and recommendation, a row group at a time. Not packed by itself,
 * since it stands in a zip file; a column of few values takes some bits a row all the same.
 */
export function longTable(asked: Asked, entry: ZipEntry) {
  const columns = longColumns(asked);
  const codes = asked.recommendations.map(({ code }) => code);
  const ballots = Math.max(1, Math.floor(GROUP / codes.length));
  const size = ballots * codes.length;
  const data = columns.map(({ values }) =>
    values.length === 0 ? Array.from({ length: size }, () => "") : new Int32Array(size),
  );
  const fills = columns.map((column, place) => fillOf(column, codes, place - PERSONS_FROM));
  const writer = new ByteWriter();
  const described = columns.map(({ name, values }, place) => ({
    name,
    data: data[place]!,
    type: values.length === 0 ? ("STRING" as const) : ("INT32" as const),
    nullable: false,
    encoding: "RLE_DICTIONARY" as const,
    offsetIndex: false,
  }));
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: described }),
    codec: "UNCOMPRESSED",
    statistics: false,
    createdBy: "kenes",
  });
  let held = 0;
  const take = async () => {
    const bytes = Buffer.from(writer.getBytes());
    writer.index = 0;
    await entry.write(bytes);
  };
  const put = async () => {
    const rows = held * codes.length;
    const columnData =
      held === ballots
        ? described
        : described.map((one) => ({ ...one, data: one.data.slice(0, rows) }));
    held = 0;
    // A page for each column of a group: 0 is no limit.
    await parquet.write({ columnData, rowGroupSize: rows, pageSize: 0 });
    await take();
  };
  return {
    async add(id: string, row: BallotRow): Promise<void> {
      const from = held * codes.length;
      for (let place = 0; place < fills.length; place++) fills[place]!(data[place]!, from, id, row);
      held += 1;
      if (held === ballots) await put();
    },
    async end(): Promise<void> {
      if (held > 0) await put();
      await parquet.finish();
      await take();
    },
  };
}

/** Columns before those about the person: id, panel, language, recommendation, rating, first. */
const PERSONS_FROM = 6;

function fillOf({ kind }: ExportColumn, codes: readonly string[], person: number): Fill {
  const count = codes.length;
  const same =
    (value: (id: string, row: BallotRow) => number | string): Fill =>
    (data, from, id, row) => {
      data.fill(value(id, row) as never, from, from + count);
    };
  const each =
    (values: (row: BallotRow) => readonly (number | string)[]): Fill =>
    (data, from, _id, row) => {
      const all = values(row);
      for (let place = 0; place < count; place++) data[from + place] = all[place]!;
    };
  switch (kind) {
    case "export_id":
      return same((id) => id);
    case "panel":
      return same((_id, row) => row.panel);
    case "language":
      return same((_id, row) => row.language);
    case "recommendation":
      return each(() => codes);
    case "rating":
      return each((row) => row.ratings);
    case "first":
      return each((row) => row.firsts);
    default:
      return same((_id, row) => row.persons[person]!);
  }
}
