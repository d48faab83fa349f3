import type { Arrangement } from "../../domain/draft/import/arrangement.ts";
import type { Sheets } from "../../domain/draft/import/sheet.ts";

/** What is being imported, between the file or the text and the draft: the form carries all of it. */
export type Arranging =
  | {
      kind: "table";
      sheets: Sheets;
      /** Which of the sheets is read, from 0. */
      number: number;
      arrangement: Arrangement;
      /** It was to be taken as it is: what is in the way is a refusal, and no question. */
      isWanted: boolean;
    }
  | { kind: "text"; text: string; isWanted: boolean };
