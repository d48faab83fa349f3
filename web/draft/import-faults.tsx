import { keptIn } from "../../domain/draft/clean.ts";
import type { ImportFault, ImportPlace } from "../../domain/draft/import/fault.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

/** Every fault of an import: where, and of which kind. What stands there is not repeated. */
export function ImportFaults({ faults }: { faults: readonly ImportFault[] }) {
  const { text } = useReader();
  return faults.length === 0 ? null : (
    <ul>
      {faults.map(({ place, kind }) => (
        <li key={`${JSON.stringify(place)} ${kind}`}>
          <strong>{placeInWords(text, place)}</strong> {text.draft.importing.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}

function placeInWords(text: Catalogue, place: ImportPlace): string {
  const { places } = text.draft.importing;
  if ("whole" in place) return places.whole;
  if ("pointer" in place) return fill(places.pointer, { pointer: shown(place.pointer) });
  return place.column === undefined
    ? fill(places.row, { row: place.row })
    : fill(places.cell, { row: place.row, column: place.column });
}

/** A place may hold keys out of the file, and those any character. */
const shown = (pointer: string): string =>
  keptIn({ lines: false, prose: false, moment: false }, pointer).slice(0, 120) || "/";
