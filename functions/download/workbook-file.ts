import { unflaggedPanels } from "../../domain/release/unflagged-tables.ts";
import { columnWords } from "../../web/download/column-words.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import type { Choices } from "../../web/results/facts/choices.ts";
import { releaseWorkbook } from "../../web/workbook/release-workbook.ts";
import { tablesOf } from "../../web/workbook/tables.ts";
import { workbookBytes } from "../sheet/workbook.ts";
import type { Downloaded } from "./files.ts";

/** A release as a workbook (.xlsx) in one language: the same bytes for the same release, wording, address and program. */
export function workbookFile(
  { consultation, found, origin }: Omit<Downloaded, "published">,
  language: string,
  ballots: Choices["ballots"],
): Promise<Uint8Array<ArrayBuffer>> {
  const { hash } = found;
  const release = ballots === "all" ? found.release : unflaggedPanels(found.release);
  const text = catalogueFor(language);
  return workbookBytes(
    releaseWorkbook({
      language,
      text,
      origin,
      consultation,
      release,
      hash,
      choices: { ballots },
      tables: tablesOf(release, ballots),
      words: (key) => columnWords(text, { key }),
    }),
  );
}
