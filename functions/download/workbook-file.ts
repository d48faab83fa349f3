import { columnWords } from "../../web/download/column-words.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { releaseWorkbook } from "../../web/workbook/release-workbook.ts";
import { tablesOf } from "../../web/workbook/tables.ts";
import { workbookBytes } from "../sheet/workbook.ts";
import type { Downloaded } from "./files.ts";

/** A release as a workbook (.xlsx) in one language: the same bytes for the same release, wording, address and program. */
export function workbookFile(
  { consultation, found: { release, hash }, origin }: Omit<Downloaded, "published">,
  language: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = catalogueFor(language);
  return workbookBytes(
    releaseWorkbook({
      language,
      text,
      origin,
      consultation,
      release,
      hash,
      tables: tablesOf(release),
      words: (key) => columnWords(text, { key }),
    }),
  );
}
