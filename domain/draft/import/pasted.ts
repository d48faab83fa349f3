import { MOST_RECOMMENDATIONS, TEXT_LENGTHS } from "../../consultation/definition.ts";
import type { Language } from "../../language.ts";
import { ADDRESSEE } from "./addressees.ts";
import { type Place, readText, readWhole, tooManyMeasures } from "./cell.ts";
import { divided } from "./divided.ts";
import { type ImportFault, repeated, wholeFault } from "./fault.ts";
import type { Imported, ImportedItem } from "./imported.ts";
import { Notes } from "./note.ts";

/**
 * Makes recommendations of a pasted text: one for each numbered or marked line with those below it, or
 * for each paragraph where nothing is marked; what stands a level deeper are its measures. The first
 * sentence is the title, and the statement is always the whole text.
 */
export function importPasted(original: Language, text: string): Imported {
  const notes = new Notes();
  const { parts, left, headings } = divided(text.replace(/\r\n?|[\u2028\u2029]/g, "\n"));
  const made: Imported = {
    languages: [original],
    items: [],
    addressees: [{ code: ADDRESSEE, names: {} }],
    hasCodes: false,
    hasAddressees: false,
    faults: [],
    notes: [],
  };
  if (parts.length === 0) return { ...made, ...wholeFault("empty") };
  if (parts.length > MOST_RECOMMENDATIONS) {
    const more = { count: parts.length, most: MOST_RECOMMENDATIONS };
    return { ...made, ...wholeFault("too-many", more) };
  }
  const faults: ImportFault[] = [];
  const placeAt = (line: number): Place => ({ at: { line }, name: String(line), faults, notes });
  if (left.length > 0) notes.add("intro-out", ...left.map((line) => repeated(line)));
  if (headings.length > 0) notes.add("headings-out", ...headings.map((line) => repeated(line)));
  const numbers = parts.map(({ number }) => number);
  const areCodes = numbers.every(Boolean) && new Set(numbers).size === numbers.length;
  const items = parts.map((part, index): ImportedItem => {
    const { title, statement } = readWhole(part.text, placeAt(part.line));
    if (title === "") faults.push({ place: { line: part.line }, kind: "title-missing" });
    const measures = part.below
      .map(({ line, text }) => readText(text, TEXT_LENGTHS.measures, placeAt(line)))
      .filter(Boolean);
    tooManyMeasures(measures.length, placeAt(part.line));
    return {
      code: areCodes ? part.number : String(index + 1),
      addressee: ADDRESSEE,
      texts: {
        [`title.${original}`]: title,
        [`statement.${original}`]: statement,
        ...(measures.length > 0 && { [`measures.${original}`]: measures.join("\n") }),
      },
    };
  });
  if (!areCodes) notes.add("codes-made", `${items[0]!.code} – ${items.at(-1)!.code}`);
  notes.add("addressee-one", ADDRESSEE);
  return { ...made, items, hasCodes: areCodes, faults, notes: notes.all };
}
