import type { Draft } from "../../domain/draft/draft.ts";
import type { Language } from "../../domain/language.ts";
import type { TextEdit } from "../../domain/draft/change.ts";
import type { TextFaultKind } from "../../domain/draft/translating/decide.ts";
import type { TextRow } from "../../domain/draft/translating/rows.ts";

/** One translation, and what the reader may do with it. */
export interface TranslationView {
  language: Language;
  texts: readonly TextRow[];
  /** Texts of it, or lines of them, that are missing; and those that no longer fit. By their fields. */
  missing: readonly string[];
  stale: readonly string[];
  may: "change" | "read" | "nobody";
}

/** One fault of a file: where it is, as far as that is known, and of which kind. */
export interface ShownFault {
  line: number | undefined;
  place: string | undefined;
  kind: TextFaultKind | FileFaultKind;
}

/** What can be wrong with a whole file. */
export type FileFaultKind =
  | "no-file"
  | "too-large"
  | "not-utf8"
  | "not-a-spreadsheet"
  | "columns-missing"
  | "broken"
  | "empty"
  | "other-language";

/** What a file would change. */
export interface ChangesView {
  draft: Draft;
  language: Language;
  edits: readonly TextEdit[];
  stale: readonly string[];
  same: number;
  empty: number;
  /** What the form sends along: the texts as JSON, and the mark of what is shown. */
  hidden: { language: Language; texts: string; mark: string };
}
