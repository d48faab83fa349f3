/** The form of the edit page: what was typed in it, what a button of it does, and what its script is told. */
import { isTimeZone } from "../../domain/consultation/time-zone.ts";
import type { Change } from "../../domain/draft/change.ts";
import { keptIn, shownIn } from "../../domain/draft/clean.ts";
import { type Command, readCommand } from "../../domain/draft/command.ts";
import { readField } from "../../domain/draft/field.ts";
import { markOf } from "../../domain/draft/mark.ts";
import type { Conflict, FieldEdit } from "../../domain/draft/set-fields.ts";
import type { Saved } from "./drafting.ts";

/** Every field of the form with the mark of what was seen in it. */
export const editsOf = (fields: URLSearchParams): FieldEdit[] =>
  [...fields].flatMap(([name, value]) => {
    const seen = fields.get(`seen.${name}`);
    return seen === null ? [] : [{ name, seen, value }];
  });

/** The zone by whose clocks the form showed moments. */
export function zoneIn(fields: URLSearchParams): string {
  const zone = fields.get("zone") ?? "";
  return isTimeZone(zone) ? zone : "UTC";
}

/** What the pressed button does, with what stands in the field beside it. */
export function commandIn(fields: URLSearchParams): Command | undefined {
  const todo = fields.get("do") ?? "";
  if (todo === "ready") return readCommand(`ready ${fields.get("ready")}`);
  const [kind, list, key] = todo.split(" ");
  if (kind !== "place") return readCommand(todo);
  const place = fields.get(`place.${list}.${key}`) ?? "";
  return /^\d{1,4}$/.test(place) ? readCommand(`${todo} ${place}`) : undefined;
}

/** The items that somebody wants back. */
export const restoredIn = (fields: URLSearchParams): Change[] =>
  fields.getAll("restore").flatMap((item) => readCommand(`restore ${item}`) ?? []);

/** What was sent, beside the conflicts, of items that are gone. */
export function restOf(edits: readonly FieldEdit[], conflicts: readonly Conflict[]) {
  const gone = new Set(conflicts.flatMap(({ name, gone }) => (gone ? itemOf(name) : [])));
  const told = new Set(conflicts.map(({ name }) => name));
  return edits
    .filter(({ name }) => !told.has(name) && itemOf(name).some((item) => gone.has(item)))
    .map(({ name, value }) => [name, value] as const);
}

function itemOf(name: string): string[] {
  const { list, key } = readField(name) ?? {};
  return list === undefined ? [] : [`${list}.${key}`];
}

/** What the script of the edit page is told of a save. */
export interface SavedAnswer {
  revision: number;
  /** The fields that somebody else has changed, or taken away. */
  conflicts: string[];
  /** For each field that was sent and is no conflict: the mark of what was sent, as it is kept. */
  marks: Record<string, string>;
  /** What stands now in fields that were not sent, and are other than they were. */
  shown: Record<string, { value: string; mark: string }>;
  /** The edit page as it would be drawn now: what on it follows what is saved is taken out of it. */
  page: string | undefined;
}

/** Tells of what was sent, and not of what is stored now: that may be another's already, and unseen. */
export function savedAnswer(
  saved: Saved,
  edits: readonly FieldEdit[],
  zone: string,
  page: string | undefined,
): SavedAnswer {
  const conflicts = saved.conflicts.map(({ name }) => name);
  const sent = edits.filter(({ name }) => !conflicts.includes(name));
  const kept = sent.flatMap(({ name, value }): [string, string][] => {
    const field = readField(name);
    if (field === undefined) return [];
    return [[name, markOf(saved.fields[name] ?? keptIn(field, value, zone))]];
  });
  const names = new Set(edits.map(({ name }) => name));
  const made = Object.entries(saved.fields).flatMap(([name, value]) => {
    const field = readField(name);
    if (field === undefined || names.has(name)) return [];
    return [[name, { value: shownIn(field, value, zone), mark: markOf(value) }] as const];
  });
  const { revision } = saved;
  return {
    revision,
    conflicts,
    marks: Object.fromEntries(kept),
    shown: Object.fromEntries(made),
    page,
  };
}
