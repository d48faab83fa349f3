import { type Draft, keysOf, valueOf } from "./draft.ts";
import { itemField, type List } from "./field.ts";

/** Most recommendations, questions and so on in a draft; a definition allows fewer. */
const MOST_ITEMS = 500;

/** A list with one more item, and the code that follows the last where codes are counted. */
export function withNewItem(
  draft: Draft,
  list: List,
): { key: string; fields: Record<string, string> } | undefined {
  const keys = keysOf(draft, list);
  if (keys.length >= MOST_ITEMS) return undefined;
  const key = String(Math.max(0, ...keys.map(Number)) + 1);
  const code = nextCode(draft, list);
  const like = list === "recommendations" ? addresseeOfLast(draft) : "";
  return {
    key,
    fields: {
      [list]: [...keys, key].join(" "),
      ...(code !== undefined && { [itemField(list, key, "code")]: code }),
      ...(like !== "" && { [itemField(list, key, "addressee")]: like }),
    },
  };
}

/** To whom the last recommendation is addressed; else the first addressee that there is. */
function addresseeOfLast(draft: Draft): string {
  const [last, first] = [keysOf(draft, "recommendations").at(-1), keysOf(draft, "addressees")[0]];
  if (last !== undefined) return valueOf(draft, itemField("recommendations", last, "addressee"));
  return first === undefined ? "" : valueOf(draft, itemField("addressees", first, "code"));
}

/** What counted codes begin with in a draft without any; the others are made from words (made-codes.ts). */
const COUNTED: Partial<Record<List, string>> = { addressees: "A", recommendations: "R" };

/** The next code: `A-4` after `A-3`. None after a code that does not end in a number. */
function nextCode(draft: Draft, list: List): string | undefined {
  const codes = keysOf(draft, list).map((key) => valueOf(draft, itemField(list, key, "code")));
  const first = COUNTED[list];
  if (first === undefined) return undefined;
  const [, begin, number] = /^(.*?)(\d{1,6})$/.exec(codes.at(-1) ?? `${first}0`) ?? [];
  if (begin === undefined) return undefined;
  for (let next = Number(number) + 1; ; next++) {
    if (!codes.includes(`${begin}${next}`)) return `${begin}${next}`;
  }
}

/** A list without an item, and without all that stood in it. */
export function withoutItem(draft: Draft, list: List, key: string): Record<string, string | null> {
  const keys = keysOf(draft, list);
  if (!keys.includes(key)) return {};
  const gone = Object.keys(draft.fields).filter((name) => name.startsWith(`${list}.${key}.`));
  return {
    [list]: keys.filter((one) => one !== key).join(" "),
    ...Object.fromEntries(gone.map((name) => [name, null])),
  };
}

/** A list with an item at its end that had been removed. */
export function withItemAgain(draft: Draft, list: List, key: string): Record<string, string> {
  const keys = keysOf(draft, list);
  const isNone = keys.includes(key) || keys.length >= MOST_ITEMS;
  return isNone ? {} : { [list]: [...keys, key].join(" ") };
}

/** Names in another order: one of them at a place, counted from 0; at the nearest that there is. */
export function movedTo(names: readonly string[], name: string, place: number): string[] {
  if (!names.includes(name)) return [...names];
  const others = names.filter((one) => one !== name);
  const to = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, to), name, ...others.slice(to)];
}
