import { keptIn, shownIn } from "./clean.ts";
import { type Draft, keysOf, languagesOf, valueOf } from "./draft.ts";
import { type Field, readField, translationOf } from "./field.ts";
import { madeCodes } from "./made-codes.ts";
import { marks } from "./made-from.ts";
import { markOf } from "./mark.ts";
import { type Patched, patched } from "./patch.ts";

/** A field as somebody wants it, with the mark of what they saw in it. */
export interface FieldEdit {
  name: string;
  seen: string;
  value: string;
}

/** A field that somebody else has changed since it was seen: both values, so that none is lost. */
export interface Conflict {
  name: string;
  stored: string;
  wanted: string;
  /** Its item has been removed, or its language. */
  gone?: true;
}

/** How a form is to be understood. */
export interface Entering {
  /** The zone by whose clocks moments stand in it. */
  zone?: string | undefined;
  /** Answers, questions and channels without a code get one from what they are called. */
  makeCodes?: boolean | undefined;
}

/**
 * Puts in what was typed, wherever nothing else has been put in since it was seen. What was typed for an
 * item or a language that is gone is a conflict too; what was only looked at there is dropped.
 */
export function setFields(
  draft: Draft,
  edits: readonly FieldEdit[],
  { zone, makeCodes = false }: Entering = {},
): Patched & { conflicts: Conflict[] } {
  const values: Record<string, string> = {};
  const conflicts: Conflict[] = [];
  for (const { name, seen, value } of edits) {
    const field = readField(name);
    // The name of a consultation is its address, and the languages have their own buttons.
    if (field === undefined || name === "id" || name === "languages") continue;
    const [stored, typed] = [valueOf(draft, name), keptIn(field, value, zone)];
    if (seen === markOf(typed)) continue;
    const wanted = field.part === "measures" ? withoutBullets(typed) : typed;
    if (isGone(draft, name, field)) {
      if (wanted !== "") conflicts.push({ name, stored: "", wanted, gone: true });
      continue;
    }
    // The same moment, as an import wrote it or in an hour that clocks show twice, is no change.
    if (
      stored === wanted ||
      stored === typed ||
      (field.moment && isAsShown(field, stored, value, zone))
    )
      continue;
    if (seen === markOf(stored)) values[name] = wanted;
    else conflicts.push({ name, stored, wanted });
  }
  const next = { ...draft, fields: { ...draft.fields, ...values } };
  const made = makeCodes ? madeCodes(draft, next, Object.keys(values)) : {};
  const change = patched(draft, { ...values, ...made }, marks(next, Object.keys(values)));
  return { ...change, conflicts };
}

/** Marks and numbers of a list that is pasted: each line is a point of its own already. */
const BULLET = /^(?:[-–—•*·▪●◦‣]|\(?\d{1,2}[.)])\s+/gmu;

const withoutBullets = (lines: string): string => lines.replace(BULLET, "");

/** Whether a field belongs to an item or a language that the draft does not have any more. */
export function isGone(draft: Draft, name: string, field: Field): boolean {
  if (field.list !== undefined && !keysOf(draft, field.list).includes(field.key!)) return true;
  const { language = translationOf(name) } = field;
  return language !== undefined && !languagesOf(draft).includes(language);
}

/** Whether a form says of a moment what it was filled with. */
const isAsShown = (field: Field, stored: string, value: string, zone?: string): boolean =>
  keptIn(field, shownIn(field, stored, zone), zone) === keptIn(field, value, zone);
