import { type Draft, valueOf } from "./draft.ts";
import { isList, readField } from "./field.ts";

/** Parts of an item that are filled in without anybody typing. */
const GIVEN = ["code", "addressee"];

/**
 * Whether anybody has typed in the group of a field: its item of a list, or the part of the consultation that
 * it belongs to. Before that nothing in it is a fault.
 */
export function touchedGroups(draft: Draft): (name: string) => boolean {
  const touched = new Set(
    Object.keys(draft.fields).flatMap((name) => {
      const field = readField(name);
      const isGiven = isList(name) || GIVEN.includes(field?.part ?? "");
      return isGiven || field === undefined || valueOf(draft, name) === "" ? [] : [groupOf(name)];
    }),
  );
  return (name) => touched.has(groupOf(name));
}

function groupOf(name: string): string {
  const { list, key, base = name } = readField(name) ?? {};
  return list === undefined ? (base.split(".")[0] ?? "") : `${list}.${key}`;
}
