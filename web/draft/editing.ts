import type { FaultKind } from "../../domain/fault.ts";
import type { Language } from "../../domain/language.ts";
import { type Draft, originalOf, valueOf, zoneOf } from "../../domain/draft/draft.ts";
import { isEditable, isOwnField } from "../../domain/draft/editable.ts";
import type { Stage } from "../../domain/consultation/life.ts";
import { missingTexts, staleTexts } from "../../domain/draft/texts.ts";
import { touchedGroups } from "../../domain/draft/touched.ts";
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
  /** The revision on which what was undone last can be done again; none where nothing can. */
  redo: number | undefined;
  /** When the page is drawn: what has no date of opening is shown as if it opened now. */
  now: Date;
  /** What was looked for. */
  find?: string | undefined;
  /** What was entered as a language and is none. */
  noLanguage?: string | undefined;
}

/** What each field needs to know of the whole. */
export interface Editing {
  draft: Draft;
  original: Language;
  /** By whose clocks moments are entered and shown. */
  zone: string;
  now: Date;
  missing: ReadonlySet<string>;
  stale: ReadonlySet<string>;
  value: (name: string) => string;
  /** Whether the field may be changed now; to that value, where one is given. */
  editable: (name: string, to?: string) => boolean;
  /** The sentence for a field that cannot be accepted as it stands; none where nobody has typed yet. */
  wrong: (name: string) => string | undefined;
  /** The fields with such a sentence, in their order. */
  wrongs: readonly string[];
  /** Whether a text that is missing is worth saying so at its field: something beside it is there. */
  lacks: (name: string) => boolean;
}

/** Looks everything up once for all fields of the page. */
export function editingOf(view: EditView, text: Catalogue): Editing {
  const { draft, stage, languages } = view;
  const missing = new Set(missingTexts(draft));
  const faults = new Map(view.faults.map(({ field, fault }) => [field, fault]));
  const isTouched = touchedGroups(draft);
  const wrong = (name: string) => {
    const fault = faults.get(name);
    if (fault === undefined || missing.has(name)) return undefined;
    return fault === "missing" && !isTouched(name) ? undefined : faultWords(text, name, fault);
  };
  return {
    draft,
    original: originalOf(draft),
    zone: zoneOf(draft),
    now: view.now,
    missing,
    stale: new Set(staleTexts(draft)),
    value: (name) => valueOf(draft, name),
    editable: (name, to) =>
      isOwnField(name, languages) && isEditable(stage, name, [valueOf(draft, name), to]),
    wrong,
    wrongs: [...faults.keys()].filter(
      (name) => name !== undefined && wrong(name) !== undefined,
    ) as string[],
    lacks: (name) => missing.has(name) && isTouched(name),
  };
}

/** The id of a field on the page. */
export const fieldId = (name: string): string => `f-${name.replaceAll(".", "-")}`;

/** The id of what is said about a field, which follows what is saved. */
export const noteId = (name: string): string => `${fieldId(name)}-note`;
