/** Changes of a draft: each is applied to what is stored now, whoever else has changed it meanwhile. */
import { MOST_RECOMMENDATIONS } from "../consultation/definition.ts";
import { keptIn } from "./clean.ts";
import { type Draft, keysOf, languagesOf, originalOf, valueOf } from "./draft.ts";
import { isList, type List, readField, translationOf } from "./field.ts";
import { markOf } from "./mark.ts";

/** A field as somebody wants it, with the mark of what they saw in it. */
export interface FieldEdit {
  name: string;
  seen: string;
  value: string;
}

/** A text that somebody else made outside of Kenes, with the mark of the original it was made from. */
export interface TextEdit extends FieldEdit {
  /** Empty where the translation has to be looked at again. */
  madeFrom: string;
}

export type Change =
  | { kind: "set"; edits: readonly FieldEdit[] }
  /** Texts that came back from a translator: all of them or, where one conflicts, none. */
  | { kind: "translate"; edits: readonly TextEdit[] }
  /** What an import makes of the draft, all at once: fields with what shall stand in them. */
  | { kind: "import"; fields: Readonly<Record<string, string>> }
  | { kind: "add"; list: List }
  | { kind: "remove" | "up" | "down"; list: List; key: string }
  /** The translation was looked at and is right as it stands. */
  | { kind: "confirm"; name: string };

/** What a change replaced, by field: enough to put it back. `null` where nothing stood. */
export interface Before {
  fields: Record<string, string | null>;
  madeFrom: Record<string, string | null>;
}

/** A field that somebody else has changed since it was seen: both values, so that none is lost. */
export interface Conflict {
  name: string;
  stored: string;
  wanted: string;
}

export interface Changed {
  draft: Draft;
  before: Before;
  conflicts: Conflict[];
}

/** Most items of the other lists of a draft; a definition allows fewer. */
const MOST_ITEMS = 500;

/** Applies a change. Fields that are none, and items that are gone, change nothing. */
export function applyChange(draft: Draft, change: Change): Changed {
  switch (change.kind) {
    case "set":
      return setFields(draft, change.edits);
    case "translate":
      return setTexts(draft, change.edits);
    case "import":
      return imported(draft, change.fields);
    case "add":
      return patched(draft, { [change.list]: withNewKey(draft, change.list) });
    case "remove":
      return patched(draft, withoutItem(draft, change.list, change.key));
    case "up":
    case "down":
      return patched(draft, { [change.list]: moved(draft, change) });
    case "confirm":
      return patched(draft, {}, marks(draft, [change.name]));
  }
}

/** Whether a change has changed anything. */
export const hasChanged = ({ before }: Changed): boolean =>
  Object.keys(before.fields).length + Object.keys(before.madeFrom).length > 0;

/** The draft with what a change replaced put back. */
export const undone = (draft: Draft, before: Before): Draft =>
  patched(draft, before.fields, before.madeFrom).draft;

function setFields(draft: Draft, edits: readonly FieldEdit[]): Changed {
  const [values, conflicts]: [Record<string, string>, Conflict[]] = [{}, []];
  const languages = languagesOf(draft);
  for (const { name, seen, value } of edits) {
    const field = readField(name);
    // The name of a consultation is its address, and so is never changed.
    if (field === undefined || name === "id") continue;
    if (field.list !== undefined && !keysOf(draft, field.list).includes(field.key!)) continue;
    const { language = translationOf(name) } = field;
    if (language !== undefined && !languages.includes(language)) continue;
    const [stored, wanted] = [valueOf(draft, name), keptIn(field, value)];
    if (stored === wanted || seen === markOf(wanted)) continue;
    // The same moment, as an import wrote it: a field that shows the minute changes nothing.
    if (field.moment && keptIn(field, stored) === wanted) continue;
    if (seen === markOf(stored)) values[name] = wanted;
    else conflicts.push({ name, stored, wanted });
  }
  const next = { ...draft, fields: { ...draft.fields, ...values } };
  return { ...patched(draft, values, marks(next, Object.keys(values))), conflicts };
}

function setTexts(draft: Draft, edits: readonly TextEdit[]): Changed {
  const conflicts = edits.flatMap(({ name, seen, value: wanted }): Conflict[] => {
    const stored = valueOf(draft, name);
    return seen === markOf(stored) ? [] : [{ name, stored, wanted }];
  });
  if (conflicts.length > 0) return { ...patched(draft, {}), conflicts };
  return patched(
    draft,
    Object.fromEntries(edits.map(({ name, value }) => [name, value])),
    Object.fromEntries(edits.map(({ name, madeFrom }) => [name, madeFrom])),
  );
}

/** Translations that come with an import belong to the original as it stands after it. */
function imported(draft: Draft, fields: Readonly<Record<string, string>>): Changed {
  const next = { fields: { ...draft.fields, ...fields } };
  return patched(draft, { ...fields }, marks({ ...draft, ...next }, Object.keys(fields)));
}

/** For each translation among the fields: the mark of the original that it now belongs to. */
function marks(draft: Draft, names: string[]): Record<string, string> {
  const original = originalOf(draft);
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = readField(name);
      if (field?.language === undefined || field.language === original) return [];
      return [[name, markOf(valueOf(draft, `${field.base}.${original}`))]];
    }),
  );
}

function withNewKey(draft: Draft, list: List): string {
  const keys = keysOf(draft, list);
  const most = list === "recommendations" ? MOST_RECOMMENDATIONS : MOST_ITEMS;
  if (keys.length >= most) return keys.join(" ");
  return [...keys, Math.max(0, ...keys.map(Number)) + 1].join(" ");
}

function withoutItem(draft: Draft, list: List, key: string): Record<string, string | null> {
  const keys = keysOf(draft, list);
  if (!keys.includes(key)) return {};
  const gone = Object.keys(draft.fields).filter((name) => name.startsWith(`${list}.${key}.`));
  return {
    [list]: keys.filter((one) => one !== key).join(" "),
    ...Object.fromEntries(gone.map((name) => [name, null])),
  };
}

function moved(draft: Draft, change: Extract<Change, { key: string }>): string {
  const keys = keysOf(draft, change.list);
  const from = keys.indexOf(change.key);
  const to = from + (change.kind === "up" ? -1 : 1);
  if (from < 0 || to < 0 || to >= keys.length) return keys.join(" ");
  [keys[from], keys[to]] = [keys[to]!, keys[from]!];
  return keys.join(" ");
}

/** Puts values in and takes the `null` ones out, and says what stood there before. */
function patched(
  draft: Draft,
  fields: Record<string, string | null>,
  madeFrom: Record<string, string | null> = {},
): Changed {
  const [newFields, oldFields] = patch(draft.fields, fields);
  const [newMarks, oldMarks] = patch(draft.madeFrom, madeFrom);
  return {
    draft: { fields: newFields, madeFrom: newMarks },
    before: { fields: oldFields, madeFrom: oldMarks },
    conflicts: [],
  };
}

function patch(
  values: Readonly<Record<string, string>>,
  changes: Record<string, string | null>,
): [Record<string, string>, Record<string, string | null>] {
  const next = new Map(Object.entries(values));
  const before = new Map<string, string | null>();
  for (const [name, raw] of Object.entries(changes)) {
    const value = raw === "" ? null : raw;
    const stood = next.get(name) ?? null;
    if (stood === value) continue;
    before.set(name, stood);
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return [Object.fromEntries(next), Object.fromEntries(before)];
}

/** Reads what a button of the edit page says to do; `undefined` for whatever is no such thing. */
export function readCommand(
  text: string,
): Exclude<Change, { kind: "import" } | { edits: readonly FieldEdit[] }> | undefined {
  const [kind = "", list = "", key = "", ...rest] = text.split(" ");
  if (rest.length > 0) return undefined;
  if (kind === "add" && isList(list) && key === "") return { kind, list };
  if ((kind === "remove" || kind === "up" || kind === "down") && isList(list) && key !== "") {
    return { kind, list, key };
  }
  const isText = readField(list)?.language !== undefined;
  return kind === "confirm" && isText && key === "" ? { kind, name: list } : undefined;
}
