/** Codes that nobody has to type: made from words once, and staying whatever becomes of the words. */
import { readConsultationId as readSlug } from "../consultation/definition.ts";
import { BY_CHANNEL, BY_LANGUAGE } from "../consultation/groupings.ts";
import { type Draft, keysOf, linesOf, originalOf, valueOf } from "./draft.ts";
import { itemField, readField } from "./field.ts";

/** The text of an item after which its code is called. */
const NAMED_AFTER = { about: "question", channels: "label" } as const;

/**
 * The codes that the draft lacks after some fields of it were changed. A code that stands stays; one that
 * was made from the beginning of a word is made anew while the word goes on.
 */
export function madeCodes(
  before: Draft,
  after: Draft,
  changed: readonly string[],
): Record<string, string> {
  const original = originalOf(after);
  const made: Record<string, string> = {};
  for (const name of changed) {
    const { list, key, part, language } = readField(name) ?? {};
    if ((list !== "about" && list !== "channels") || key === undefined) continue;
    if (language !== undefined && language !== original) continue;
    if (part === NAMED_AFTER[list]) {
      const [field, words] = [
        itemField(list, key, "code"),
        [valueOf(before, name), valueOf(after, name)],
      ];
      const others = keysOf(after, list)
        .filter((one) => one !== key)
        .map(
          (one) =>
            made[itemField(list, one, "code")] ?? valueOf(after, itemField(list, one, "code")),
        );
      const taken = [...others, BY_LANGUAGE, BY_CHANNEL];
      const fallback = list === "about" ? "question" : "channel";
      made[field] = grown(valueOf(after, field), words, fallback, taken);
    }
    if (part === "labels" || part === "options") {
      const labels = itemField(list, key, `labels.${original}`);
      const field = itemField(list, key, "options");
      made[field] = optionCodes(
        linesOf(valueOf(before, labels)),
        linesOf(valueOf(after, field)),
        linesOf(valueOf(after, labels)),
        changed.includes(field),
      ).join("\n");
    }
  }
  return made;
}

/** The codes of answers after their labels were changed: each goes along with its own. */
function optionCodes(
  before: readonly string[],
  codes: readonly string[],
  labels: readonly string[],
  areTyped: boolean,
): string[] {
  const from = areTyped ? labels.map((_, index) => index) : cameFrom(before, labels);
  const kept = from.map((place) => (place === undefined ? "" : (codes[place] ?? "")));
  // What stands below the last label stays, to be seen and mended.
  const most = areTyped || labels.length >= before.length ? codes.slice(labels.length) : [];
  const result = [...kept];
  labels.forEach((label, index) => {
    const place = from[index];
    const words = [place === undefined ? "" : (before[place] ?? ""), label];
    const taken = result.filter((_, other) => other !== index);
    if (label !== "" || result[index] !== "") {
      result[index] = grown(result[index] ?? "", words, "answer", taken);
    }
  });
  return [...result, ...most];
}

/** For each line the one that it was: the same, else what stood there if nothing came or went. */
function cameFrom(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  const free = new Set(before.keys());
  const take = (place: number): number | undefined => (free.delete(place) ? place : undefined);
  const same = after.map((line, index) => (before[index] === line ? take(index) : undefined));
  const found = after.map((line, index) => {
    const place = before.findIndex((one, other) => one === line && free.has(other));
    return same[index] ?? (place < 0 ? undefined : take(place));
  });
  return found.map((place, index) => {
    const isTypedOn = before.length === after.length || growsFrom(before[index], after[index]!);
    return place ?? (isTypedOn && free.has(index) ? take(index) : undefined);
  });
}

const growsFrom = (before: string | undefined, after: string): boolean =>
  before !== undefined && before !== "" && (after.startsWith(before) || before.startsWith(after));

/** A code for words: the one that there is, unless it was made from the beginning of them. */
function grown(
  code: string,
  [before = "", after = ""]: readonly string[],
  fallback: string,
  taken: readonly string[],
): string {
  const isMade = code !== "" && code === unusedName(nameOf(before, fallback), taken);
  if (code !== "" && !(isMade && growsFrom(before, after))) return code;
  return after.trim() === "" ? code : unusedName(nameOf(after, fallback), taken);
}

/** A name that is not among those taken: itself, or with the next number behind it. */
export function unusedName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let next = 2; ; next++) {
    const numbered = `${name.slice(0, 36)}-${next}`;
    if (!taken.includes(numbered)) return numbered;
  }
}

/** Words as a code: small Latin letters, digits and hyphens; the fallback where nothing of them is that. */
function nameOf(words: string, fallback: string): string {
  const latin = [...words.toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join("");
  const name = latin
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 36)
    .replace(/^-+|-+$/g, "");
  return readSlug(name) ?? fallback;
}

/** Cyrillic of Russian and Kazakh in Latin letters, for codes alone. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "а a б b в v г g д d е e ё yo ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts " +
    "ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ә a ғ gh қ q ң ng ө o ұ u ү u һ h і i"
  )
    .split(" ")
    .flatMap((letter, index, all): [string, string][] =>
      index % 2 === 0 ? [[letter, all[index + 1]!.replace("-", "")]] : [],
    ),
);
