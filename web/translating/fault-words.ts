import { keptIn } from "../../domain/draft/clean.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { readField } from "../../domain/draft/field.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fieldName } from "../draft/field-name.ts";
import { fill } from "../text.ts";
import type { ShownFault } from "./view.ts";

/** One fault of a file in words: where it is, and what is wrong there. What stands there is not repeated. */
export function faultInWords(text: Catalogue, draft: Draft, fault: ShownFault): string {
  const { at, line: byLine, whole, kinds } = text.translating.faults;
  const { line, place, kind } = fault;
  const where =
    line === undefined
      ? whole
      : place === undefined
        ? fill(byLine, { line })
        : fill(at, { line, place: placeName(text, draft, place) });
  return `${where}: ${kinds[kind]}`;
}

/** A place may be any text that stood in the file. */
function placeName(text: Catalogue, draft: Draft, place: string): string {
  const shown = keptIn({ lines: false, prose: false, moment: false }, place).slice(0, 120);
  return placeNamed(text, draft, shown);
}

/** What a place is called: the name of its field, without a language. */
export const placeNamed = (text: Catalogue, draft: Draft, place: string): string =>
  readField(`${place}.en`) === undefined
    ? place
    : fieldName(text, draft, `${place}.en`).replace(/, [^,]*$/, "");
