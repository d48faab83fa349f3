/** Changes of a draft: each is applied to what is stored now, whoever else has changed it meanwhile. */
import type { Language } from "../language.ts";
import { type Draft, keysOf, valueOf } from "./draft.ts";
import { type List } from "./field.ts";
import { movedTo, withItemAgain, withNewItem, withoutItem } from "./items.ts";
import { changeLanguages, type LanguageAct } from "./languages.ts";
import { marks } from "./made-from.ts";
import { markOf } from "./mark.ts";
import { type Before, type Patched, patched } from "./patch.ts";
import { type ReadyQuestion, readyFields } from "./ready-question.ts";
import { type Conflict, type Entering, type FieldEdit, setFields } from "./set-fields.ts";

/** A text that somebody else made outside of Kenes, with the mark of the original it was made from. */
export interface TextEdit extends FieldEdit {
  /** Empty where the translation has to be looked at again. */
  madeFrom: string;
}

export type Change =
  | ({ kind: "set"; edits: readonly FieldEdit[] } & Entering)
  /** Texts that came back from a translator: all of them or, where one conflicts, none. */
  | { kind: "translate"; edits: readonly TextEdit[] }
  /** What an import makes of the draft, all at once: fields with what shall stand in them. */
  | { kind: "import"; fields: Readonly<Record<string, string>> }
  | { kind: "add"; list: List }
  | { kind: "remove" | "up" | "down" | "restore"; list: List; key: string }
  /** Moves an item to a place, counted from 1. */
  | { kind: "place"; list: List; key: string; to: number }
  /** The translation was looked at and is right as it stands. */
  | { kind: "confirm"; name: string }
  | { kind: "language"; act: LanguageAct; language: Language }
  /** Adds a question that is written already. */
  | { kind: "ready"; question: ReadyQuestion };

export interface Changed extends Patched {
  conflicts: Conflict[];
  /** The key of the item that was added. */
  added?: string;
}

/** Applies a change. Fields that are none, and items that are gone, change nothing. */
export function applyChange(draft: Draft, change: Change): Changed {
  if (change.kind === "set") return setFields(draft, change.edits, change);
  if (change.kind === "translate") return setTexts(draft, change.edits);
  if (change.kind === "add") return withAdded(draft, change.list, () => ({}));
  if (change.kind === "ready") {
    return withAdded(draft, "about", (key) => readyFields(draft, change.question, key));
  }
  return { ...patchedBy(draft, change), conflicts: [] };
}

function patchedBy(
  draft: Draft,
  change: Exclude<Change, { kind: "set" | "translate" | "add" | "ready" }>,
): Patched {
  switch (change.kind) {
    case "import":
      return imported(draft, change.fields);
    case "remove":
      return patched(draft, withoutItem(draft, change.list, change.key));
    case "restore":
      return patched(draft, withItemAgain(draft, change.list, change.key));
    case "up":
    case "down":
    case "place":
      return patched(draft, moved(draft, change));
    case "confirm":
      return patched(draft, {}, marks(draft, [change.name]));
    case "language":
      return changeLanguages(draft, change.act, change.language);
  }
}

function withAdded(
  draft: Draft,
  list: List,
  more: (key: string) => Record<string, string>,
): Changed {
  const item = withNewItem(draft, list);
  if (item === undefined) return { ...patched(draft, {}), conflicts: [] };
  const fields = { ...item.fields, ...more(item.key) };
  const next = { ...draft, fields: { ...draft.fields, ...fields } };
  const made = marks(next, Object.keys(fields));
  return { ...patched(draft, fields, made), conflicts: [], added: item.key };
}

function moved(
  draft: Draft,
  change: Extract<Change, { list: List; key: string }>,
): Record<string, string> {
  const { list, key } = change;
  const keys = keysOf(draft, list);
  const steps = change.kind === "up" ? -1 : 1;
  const to = change.kind === "place" ? change.to - 1 : keys.indexOf(key) + steps;
  return { [list]: movedTo(keys, key, to).join(" ") };
}

/** Whether a change has changed anything. */
export const hasChanged = ({ before }: Patched): boolean =>
  Object.keys(before.fields).length + Object.keys(before.madeFrom).length > 0;

/** The draft with what a change replaced put back; with what that replaces in turn. */
export const undone = (draft: Draft, before: Before): Patched =>
  patched(draft, before.fields, before.madeFrom);

function setTexts(draft: Draft, edits: readonly TextEdit[]): Changed {
  const conflicts = edits.flatMap(({ name, seen, value: wanted }): Conflict[] => {
    const stored = valueOf(draft, name);
    return seen === markOf(stored) ? [] : [{ name, stored, wanted }];
  });
  if (conflicts.length > 0) return { ...patched(draft, {}), conflicts };
  const change = patched(
    draft,
    Object.fromEntries(edits.map(({ name, value }) => [name, value])),
    Object.fromEntries(edits.map(({ name, madeFrom }) => [name, madeFrom])),
  );
  return { ...change, conflicts };
}

/** Translations that come with an import belong to the original as it stands after it. */
function imported(draft: Draft, fields: Readonly<Record<string, string>>): Patched {
  const next = { fields: { ...draft.fields, ...fields } };
  return patched(draft, { ...fields }, marks({ ...draft, ...next }, Object.keys(fields)));
}
