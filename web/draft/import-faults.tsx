import { keptIn } from "../../domain/draft/clean.ts";
import type { ImportFault, ImportPlace } from "../../domain/draft/import/fault.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import type { Language } from "../../domain/language.ts";
import { meaningInWords } from "./meaning-words.ts";

/** Every fault of an import: where it is, what is wrong, and what may stand there instead. */
export function ImportFaults({ faults }: { faults: readonly ImportFault[] }) {
  const { language, text } = useReader();
  return faults.length === 0 ? null : (
    <ul>
      {faults.map((fault) => (
        <li key={JSON.stringify(fault)}>
          <strong>{placeInWords(text, fault.place)}</strong> {faultInWords(language, text, fault)}
        </li>
      ))}
    </ul>
  );
}

/** What is wrong, as a sentence of a language's texts. */
export function faultInWords(language: Language, text: Catalogue, fault: ImportFault): string {
  const { kind, found = "", instead = "", count, most } = fault;
  const number = (value: number | undefined) =>
    value === undefined ? "" : formatNumber(language, value);
  return fill(text.draft.importing.kinds[kind], {
    found: kind === "column-twice" ? meaningInWords(text, found) : found,
    instead,
    count: number(count),
    most: number(most),
  });
}

/** Where it is wrong, in the words of the same texts. */
export function placeInWords(text: Catalogue, place: ImportPlace): string {
  const { places } = text.draft.importing;
  if ("whole" in place) return places.whole;
  if ("pointer" in place) return fill(places.pointer, { pointer: shown(place.pointer) });
  if ("row" in place) return fill(places.row, { row: place.row });
  if ("line" in place) return fill(places.line, { line: place.line });
  return fill(place.heading === "" ? places.bare : places.cell, { ...place });
}

/** A place may hold keys out of the file, and those any character. */
const shown = (pointer: string): string =>
  keptIn({ lines: false, prose: false, moment: false }, pointer).slice(0, 120) || "/";
