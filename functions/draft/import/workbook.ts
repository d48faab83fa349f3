import type { Sheet } from "../../../domain/draft/import/sheet.ts";
import { ODS_CONTENT, readOds } from "./ods.ts";
import { unpacked } from "./unpacked.ts";
import { isXlsxPart, readXlsx } from "./xlsx.ts";

/** Whether a file is packed as spreadsheets are. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * The visible sheets of a spreadsheet file, of either kind. Throws when the file is none, and a
 * `RangeError` when there is more in it than is taken.
 */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const parts = unpacked(bytes, (name) => name === ODS_CONTENT || isXlsxPart(name));
  const content = parts.get(ODS_CONTENT);
  return content === undefined ? readXlsx(parts) : readOds(content);
}
