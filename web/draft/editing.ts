import type { FaultKind } from "../../domain/fault.ts";
import type { Language } from "../../domain/language.ts";
import { type Draft, originalOf, valueOf } from "../../domain/draft/draft.ts";
import { isEditable, isOwnField } from "../../domain/draft/editable.ts";
import type { Stage } from "../../domain/consultation/life.ts";
import { missingTexts, staleTexts } from "../../domain/draft/texts.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { faultWords } from "./fault-words.ts";

/** A change that can be undone, as it is shown. */
interface ShownChange {
  revision: number;
  at: string;
  who: string;
  fields: string[];
}

/** Everything that the edit page shows. */
export interface EditView {
  id: string;
  draft: Draft;
  stage: Stage;
  /** The languages whose texts the reader may change; all of the draft where none are named. */
  languages: readonly Language[] | undefined;
  /** What is wrong with each field, but for texts that are only missing. */
  faults: { field: string | undefined; fault: FaultKind }[];
  changes: ShownChange[];
  /** When the page is drawn: what has no date of opening is shown as if it opened now. */
  now: Date;
}

/** What each field needs to know of the whole. */
export interface Editing {
  draft: Draft;
  original: Language;
  now: Date;
  missing: ReadonlySet<string>;
  stale: ReadonlySet<string>;
  value: (name: string) => string;
  /** Whether the field may be changed now; to that value, where one is given. */
  editable: (name: string, to?: string) => boolean;
  /** The sentence for a field that cannot be accepted as it stands. */
  wrong: (name: string) => string | undefined;
  /** Whether any field whose name begins so cannot be accepted as it stands. */
  isWrongWithin: (begin: string) => boolean;
}

/** Looks everything up once for all fields of the page. */
export function editingOf(view: EditView, text: Catalogue): Editing {
  const { draft, stage, languages } = view;
  const missing = new Set(missingTexts(draft));
  const faults = new Map(view.faults.map(({ field, fault }) => [field, fault]));
  return {
    draft,
    original: originalOf(draft),
    now: view.now,
    missing,
    stale: new Set(staleTexts(draft)),
    value: (name) => valueOf(draft, name),
    editable: (name, to) =>
      isOwnField(name, languages) && isEditable(stage, name, [valueOf(draft, name), to]),
    isWrongWithin: (begin) =>
      [...faults.keys()].some((name) => name?.startsWith(begin) === true && !missing.has(name)),
    wrong: (name) => {
      const fault = faults.get(name);
      if (fault === undefined || missing.has(name)) return undefined;
      return faultWords(text, name, fault);
    },
  };
}

/** The id of a field on the page. */
export const fieldId = (name: string): string => `f-${name.replaceAll(".", "-")}`;
