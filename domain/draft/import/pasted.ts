import { asTranslated, type Draft, emptyDraft } from "../draft.ts";
import { itemField } from "../field.ts";
import { type ImportFault, MOST_IMPORTED, textFault, wholeFault } from "./fault.ts";
import type { NewConsultation } from "./table.ts";

/** A line that begins a new recommendation: `1.`, `2)`, `(3)`, or a bullet. */
const MARK = /^\s*(?:\(?\d{1,3}[.)]|[-–—•*‣▪◦])\s+/;
/** The end of a first sentence: not after a single capital, as in "A. Smith". */
const SENTENCE = /^.*?(?<!(?:^|\s)\p{Lu})[.!?…](?=\s|$)/su;

const LENGTHS = { title: 120, statement: 800 };
/** The addressee of all, until the organisers name others. */
const ADDRESSEE = "A";

/**
 * Makes a draft of a pasted text: one recommendation for each numbered or bulleted line with those
 * below it, or for each paragraph where nothing is marked. To be looked through by hand.
 */
export function importPasted(
  { id, original }: NewConsultation,
  text: string,
): { draft: Draft } | { faults: ImportFault[] } {
  const parts = split(text.replace(/\r\n?/g, "\n").normalize("NFC"));
  if (parts.length === 0) return wholeFault("empty");
  if (parts.length > MOST_IMPORTED) return wholeFault("too-many");
  const faults: ImportFault[] = [];
  const fields = new Map<string, string>(Object.entries(emptyDraft(id, [original]).fields));
  parts.forEach(({ line, text: words }, index) => {
    const { title, statement } = inTwo(words);
    for (const [part, value] of [
      ["title", title],
      ["statement", statement],
    ] as const) {
      const kind = textFault(value, LENGTHS[part]);
      if (kind !== undefined) faults.push({ place: { row: line, column: undefined }, kind });
      const at = itemField("recommendations", String(index + 1), part);
      if (value !== "") fields.set(`${at}.${original}`, value);
    }
    const at = (part: string) => itemField("recommendations", String(index + 1), part);
    fields.set(at("code"), `${ADDRESSEE}${index + 1}`);
    fields.set(at("addressee"), ADDRESSEE);
  });
  if (faults.length > 0) return { faults };
  fields.set("recommendations", parts.map((_, index) => index + 1).join(" "));
  fields.set("addressees", "1");
  fields.set("addressees.1.code", ADDRESSEE);
  return { draft: asTranslated({ fields: Object.fromEntries(fields) }) };
}

interface Part {
  /** The line on which it begins, from 1. */
  line: number;
  text: string;
}

function split(text: string): Part[] {
  const lines = text.split("\n");
  const marked = lines.some((line) => MARK.test(line));
  const parts: Part[] = [];
  let open: Part | undefined;
  lines.forEach((raw, index) => {
    const begins = marked ? MARK.test(raw) : raw.trim() !== "" && open === undefined;
    if (begins) {
      open = { line: index + 1, text: "" };
      parts.push(open);
    }
    const words = raw
      .replace(marked ? MARK : "", "")
      .replaceAll("\t", " ")
      .trim();
    if (words === "") open = marked ? open : undefined;
    // What stands before the first mark is an introduction, and no recommendation.
    else if (open !== undefined) open.text = `${open.text} ${words}`.trim();
  });
  return parts.filter((part) => part.text !== "");
}

/** The first sentence as the title, or all of it where that is short; else its first words. */
function inTwo(words: string): { title: string; statement: string } {
  const sentence = SENTENCE.exec(words)?.[0] ?? words;
  if (sentence.length <= LENGTHS.title) {
    const rest = words.slice(sentence.length).trim();
    return { title: sentence.replace(/\.$/, ""), statement: rest === "" ? words : rest };
  }
  const start = words.slice(0, LENGTHS.title - 2);
  return {
    title: `${start.slice(0, start.lastIndexOf(" ") + 1 || start.length).trim()}…`,
    statement: words,
  };
}
