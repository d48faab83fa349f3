import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";

export type Table = Record<string, string>[];

/** The files of an export, as another program than ours unpacks them. */
export function unzipped(bytes: ArrayBuffer | Uint8Array): Record<string, string> {
  const files = unzipSync(new Uint8Array(bytes));
  return Object.fromEntries(
    Object.entries(files).map(([name, one]) => [name, Buffer.from(one).toString("utf8")]),
  );
}

/** A CSV file as rows by their columns. */
export const tableOf = (text: string): Table => parse(text, { columns: true });

/** The Parquet file in an export as rows by their columns. */
export async function longRowsOf(
  bytes: ArrayBuffer | Uint8Array,
): Promise<Record<string, string | number>[]> {
  const file = unzipSync(new Uint8Array(bytes))["ballots.parquet"]!;
  const whole = Uint8Array.from(file).buffer;
  return (await parquetReadObjects({ file: whole })) as Record<string, string | number>[];
}
