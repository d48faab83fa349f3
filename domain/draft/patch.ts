import type { Draft } from "./draft.ts";

/** What a change replaced, by field: enough to put it back. `null` where nothing stood. */
export interface Before {
  fields: Record<string, string | null>;
  madeFrom: Record<string, string | null>;
}

/** A draft that was changed, with what stood there before. */
export interface Patched {
  draft: Draft;
  before: Before;
}

/** Puts values in and takes those out that are `null` or empty. */
export function patched(
  draft: Draft,
  fields: Record<string, string | null>,
  madeFrom: Record<string, string | null> = {},
): Patched {
  const [newFields, oldFields] = patch(draft.fields, fields);
  const [newMarks, oldMarks] = patch(draft.madeFrom, madeFrom);
  return {
    draft: { fields: newFields, madeFrom: newMarks },
    before: { fields: oldFields, madeFrom: oldMarks },
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
