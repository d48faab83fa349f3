/** What an import would change in a draft that there is already. */
import { skeleton } from "../../look-alikes.ts";
import { type Draft, keysOf, languagesOf, valueOf } from "../draft.ts";
import { itemField, readField } from "../field.ts";
import type { Imported, ImportedItem } from "./imported.ts";

/** One recommendation that changes: each of its texts that does, before and after. */
interface ChangedItem {
  code: string;
  texts: readonly { name: string; before: string; after: string }[];
}

export interface Merge {
  added: readonly ImportedItem[];
  changed: readonly ChangedItem[];
  /** Those that the import does not have, by code with their titles. They go only where that is wanted. */
  removed: readonly { code: string; title: string }[];
  /** How many stay as they are, and how many there are afterwards. */
  same: number;
  count: number;
  /** The fields of the draft with what stands in them afterwards; empty for those of removed items. */
  fields: Readonly<Record<string, string>>;
}

/**
 * Compares an import with a draft. A recommendation is the same where its code is, or its title where the
 * import has no codes. A text that the import does not have stays as it is, and so do order and names.
 */
export function mergeOf(draft: Draft, imported: Imported, isRemoving: boolean): Merge {
  const languages = languagesOf(draft);
  const original = languages[0]!;
  const at = (key: string, part: string) => itemField("recommendations", key, part);
  const keys = keysOf(draft, "recommendations");
  const identity = (code: string, title: string) =>
    imported.hasCodes ? skeleton(code) : title.normalize("NFC").trim().toLowerCase();
  const known = new Map(
    keys.map((key) => [
      identity(valueOf(draft, at(key, "code")), valueOf(draft, at(key, `title.${original}`))),
      key,
    ]),
  );
  const fields: Record<string, string> = {};
  const { codeOf, addresseeFields } = addresseesOf(draft, imported);
  const [added, changed, met]: [ImportedItem[], ChangedItem[], Set<string>] = [[], [], new Set()];
  const taken = new Set(keys.map((key) => skeleton(valueOf(draft, at(key, "code")))));
  const next = nextOf(keys);
  const newKeys: string[] = [];
  for (const item of imported.items) {
    const key = known.get(identity(item.code, item.texts[`title.${original}`] ?? ""));
    if (key !== undefined) {
      met.add(key);
      const texts = changesOf(key, item);
      if (texts.length > 0) changed.push({ code: valueOf(draft, at(key, "code")), texts });
      for (const { name, after } of texts) fields[name] = after;
      continue;
    }
    const code = imported.hasCodes ? item.code : freeCode(taken);
    taken.add(skeleton(code));
    added.push({ ...item, code });
    const own = next();
    newKeys.push(own);
    fields[at(own, "code")] = code;
    fields[at(own, "addressee")] = codeOf(item.addressee);
    for (const [name, text] of Object.entries(item.texts)) fields[at(own, name)] = text;
  }
  const gone = keys.filter((key) => !met.has(key));
  const kept = isRemoving ? keys.filter((key) => met.has(key)) : keys;
  if (newKeys.length > 0 || kept.length < keys.length) {
    fields["recommendations"] = [...kept, ...newKeys].join(" ");
  }
  if (isRemoving) {
    for (const name of Object.keys(draft.fields)) {
      const { list, key } = readField(name) ?? {};
      if (list === "recommendations" && gone.includes(key!)) fields[name] = "";
    }
  }
  const further = imported.languages.filter((one) => !languages.includes(one));
  if (further.length > 0) fields["languages"] = [...languages, ...further].join(" ");
  return {
    added,
    changed,
    removed: gone.map((key) => ({
      code: valueOf(draft, at(key, "code")),
      title: valueOf(draft, at(key, `title.${original}`)),
    })),
    same: met.size - changed.length,
    count: kept.length + newKeys.length,
    fields: { ...fields, ...addresseeFields },
  };

  function changesOf(key: string, { texts, addressee }: ImportedItem): ChangedItem["texts"] {
    const wanted = Object.entries(texts);
    // Where nothing in the import says to whom, nothing of that changes.
    if (imported.hasAddressees) wanted.push(["addressee", codeOf(addressee)]);
    return wanted.flatMap(([part, after]) => {
      const name = at(key, part);
      const before = valueOf(draft, name);
      return before === after ? [] : [{ name, before, after }];
    });
  }
}

/** The code that each addressee of an import has in the draft, and the fields of those that are new there. */
function addresseesOf(draft: Draft, imported: Imported) {
  const keys = keysOf(draft, "addressees");
  const at = (key: string, part: string) => itemField("addressees", key, part);
  const stored = keys.map((key) => valueOf(draft, at(key, "code")));
  const codes = new Map<string, string>();
  const addresseeFields: Record<string, string> = {};
  const next = nextOf(keys);
  const newKeys: string[] = [];
  for (const { code, names } of imported.addressees) {
    const named = Object.entries(names);
    const index = keys.findIndex((key, index) =>
      named.length === 0
        ? skeleton(stored[index]!) === skeleton(code)
        : named.some(
            ([language, name]) => valueOf(draft, `${at(key, "name")}.${language}`) === name,
          ),
    );
    const isOnlyOne = !imported.hasAddressees && keys.length > 0;
    if (index >= 0 || isOnlyOne) {
      codes.set(code, stored[Math.max(index, 0)]!);
      continue;
    }
    const key = next();
    const own = freeCode(new Set(stored.map(skeleton)), code);
    stored.push(own);
    newKeys.push(key);
    codes.set(code, own);
    addresseeFields[at(key, "code")] = own;
    for (const [language, name] of named) addresseeFields[`${at(key, "name")}.${language}`] = name;
  }
  if (newKeys.length > 0) addresseeFields["addressees"] = [...keys, ...newKeys].join(" ");
  return { codeOf: (code: string) => codes.get(code) ?? code, addresseeFields };
}

/** Keys that none of the items has. */
function nextOf(keys: readonly string[]): () => string {
  let last = Math.max(0, ...keys.map(Number));
  return () => String(++last);
}

/** A code that is not taken: that one, or the next number. */
function freeCode(taken: ReadonlySet<string>, wanted?: string): string {
  if (wanted !== undefined && !taken.has(skeleton(wanted))) return wanted;
  for (let number = 1; ; number++) {
    const code = `${wanted === undefined ? "" : `${wanted}-`}${number}`;
    if (!taken.has(skeleton(code))) return code;
  }
}
