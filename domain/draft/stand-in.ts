import type { Consultation } from "../consultation/definition.ts";
import { definitionOf, type DraftFault } from "./definition-of.ts";
import { type Draft, keysOf, linesOf, originalOf, valueOf } from "./draft.ts";
import { isList, itemField, type List, readField } from "./field.ts";
import { withNewItem } from "./items.ts";

/** How a gap is marked, by the field that it is in. */
export type Mark = (field: string) => string;

/** Mending one thing may bring up another; whatever is left after so many rounds stays unmended. */
const ROUNDS = 6;

/** How much of a text is shown that is too long. */
const SHOWN = 100;

/**
 * The definition that a draft would make if its gaps were filled: each with a mark where a text belongs, or
 * with something usual where no mark can stand. `undefined` where even that makes none.
 */
export function withStandIns(draft: Draft, mark: Mark, today: string): Consultation | undefined {
  let filled = draft;
  for (let round = 0; round < ROUNDS; round++) {
    const made = definitionOf(filled);
    if ("consultation" in made) return made.consultation;
    let fields: Record<string, string> = { ...filled.fields };
    for (const fault of made.faults) {
      fields = { ...fields, ...standIn({ ...filled, fields }, fault, mark, today) };
    }
    filled = { ...filled, fields };
  }
  return undefined;
}

function standIn(
  draft: Draft,
  { field: name, pointer, fault }: DraftFault,
  mark: Mark,
  today: string,
): Record<string, string> {
  const list = pointer.split("/")[1] ?? "";
  if (name === undefined) return isList(list) ? forList(draft, list, fault === "out-of-range") : {};
  const field = readField(name);
  if (field === undefined) return {};
  if (field.list !== undefined && field.language === undefined) {
    return forPlainPart(draft, field.list, field.key!, field.part, mark);
  }
  if (field.language === undefined) return { [name]: USUAL[name] ?? plain(name, mark, today) };
  const lines = linesOf(valueOf(draft, name));
  const whole = lines.length === 0 ? [""] : lines;
  const isOriginal = field.language === originalOf(draft);
  const mended = whole.map((line) => (line === "" && isOriginal ? mark(name) : tame(line)));
  return { [name]: field.lines ? mended.join("\n") : tame(mended.join(" ")) };
}

/** Values that a rule may have where none fits; the others are left out. */
const USUAL: Readonly<Record<string, string>> = {
  languages: "en",
  timeZone: "UTC",
  disclosure: "standard",
  "release.every": "close",
};

function plain(name: string, mark: Mark, today: string): string {
  if (name === "source.publisher") return mark(name);
  return name === "source.date" ? today : "";
}

/** An empty list gets an item; one that is too long is left out, but for what must be there. */
function forList(draft: Draft, list: List, isTooLong: boolean): Record<string, string> {
  const keys = keysOf(draft, list);
  if (keys.length === 0) return withNewItem(draft, list)?.fields ?? {};
  const isNeeded = list === "addressees" || list === "recommendations";
  return isTooLong ? { [list]: isNeeded ? keys.slice(0, 20).join(" ") : "" } : {};
}

function forPlainPart(
  draft: Draft,
  list: List,
  key: string,
  part: string,
  mark: Mark,
): Record<string, string> {
  const at = (one: string) => itemField(list, key, one);
  if (part === "addressee") {
    const [first = ""] = keysOf(draft, "addressees");
    return { [at(part)]: valueOf(draft, itemField("addressees", first, "code")) };
  }
  if (part === "code") return { [at(part)]: `x${key}` };
  if (part !== "options") return { [at("shares")]: "", [at("population")]: "" };
  const labels = at(`labels.${originalOf(draft)}`);
  const lines = linesOf(valueOf(draft, labels));
  const all = Array.from({ length: Math.min(Math.max(2, lines.length), 40) }, (_, index) => index);
  return {
    [at(part)]: all.map((index) => `x${index + 1}`).join("\n"),
    [labels]: all.map((index) => lines[index] || mark(labels)).join("\n"),
  };
}

/** A text as it may stand: without markup, and no longer than fits. */
const tame = (text: string): string => {
  const plainText = text.replace(/[<>]/g, "").trim();
  return plainText.length > SHOWN ? `${plainText.slice(0, SHOWN)}…` : plainText;
};
