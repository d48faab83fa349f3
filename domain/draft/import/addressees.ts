import { isCode, latinCode, MOST_CODE } from "../../consultation/code.ts";
import { ADDRESSEE_LENGTH, MOST_ADDRESSEES } from "../../consultation/definition.ts";
import { addressFrom } from "../../consultation/address.ts";
import type { Language } from "../../language.ts";
import { skeleton } from "../../look-alikes.ts";
import { readCode, readText, type Place } from "./cell.ts";
import { repeated, type ImportFault } from "./fault.ts";
import type { ImportedAddressee } from "./imported.ts";
import type { Notes } from "./note.ts";

/** To whom a recommendation is addressed, as a table says it. */
export interface Addressed {
  /** What stands in the original's column, or above as a heading; empty where nothing does. */
  said: string;
  place: Place;
  /** The recommendation's code: a code such as `K12` says to whom it is addressed. */
  code: string;
  /** The same in other languages. */
  names: Readonly<Record<Language, string>>;
}

const LETTERS = /^\p{Lu}{1,3}(?=\d)/u;
/** The addressee of all where nothing says who it is. */
export const ADDRESSEE = "A";
/** Longer words, and those with small letters, are names. */
const SHORT = /^[\p{Lu}\p{Nd}][\p{Lu}\p{M}\p{Nd}._-]{0,5}$/u;

/** The addressees of a table, and the code of each recommendation's own, in order. */
export function readAddressees(
  all: readonly Addressed[],
  original: Language,
  { faults, notes }: { faults: ImportFault[]; notes: Notes },
): { addressees: ImportedAddressee[]; codes: string[]; hasAddressees: boolean } {
  const said = all.map(({ said }) => said.trim()).filter(Boolean);
  const areCodes = said.every((text) => SHORT.test(latinCode(text)) && isCode(latinCode(text)));
  const found = new Map<string, { code: string; names: Record<Language, string> }>();
  const taken = new Set<string>();
  const codes = all.map((one) => {
    const { place } = one;
    const text = said.length === 0 ? "" : one.said.trim();
    if (text === "" && said.length > 0 && !isByLetters(all, one)) {
      faults.push({ place: place.at, kind: "addressee-missing", instead: repeated(said[0]!) });
      return "";
    }
    const name = areCodes ? "" : readText(text, ADDRESSEE_LENGTH, place);
    const key = areCodes ? lettersOr(text, one) : name.toLowerCase();
    const known = found.get(areCodes ? skeleton(key) : key);
    if (known !== undefined) {
      Object.assign(known.names, { ...one.names, ...known.names });
      return known.code;
    }
    const code = areCodes ? (text === "" ? key : readCode(key, place)) : codeFor(name, taken);
    taken.add(skeleton(code));
    const names = { ...(name !== "" && { [original]: name }), ...one.names };
    found.set(areCodes ? skeleton(key) : key, { code, names });
    if (!areCodes) notes.add("addressees-made", `${name} – ${code}`);
    return code;
  });
  const hasAddressees = said.length > 0 || all.some(({ code }) => LETTERS.test(code));
  if (!hasAddressees) notes.add("addressee-one", ADDRESSEE);
  if (found.size > MOST_ADDRESSEES) {
    faults.push({
      place: { whole: true },
      kind: "too-many-addressees",
      count: found.size,
      most: MOST_ADDRESSEES,
    });
  }
  return { addressees: [...found.values()], codes, hasAddressees };
}

/** Where codes alone say to whom: every addressee that is named is what its code begins with. */
const isByLetters = (all: readonly Addressed[], { code }: Addressed): boolean =>
  LETTERS.test(code) &&
  all.every(
    ({ said, code }) => said.trim() === "" || LETTERS.exec(code)?.[0] === latinCode(said.trim()),
  );

const lettersOr = (text: string, { code }: Addressed): string =>
  text === "" ? (LETTERS.exec(code)?.[0] ?? ADDRESSEE) : text;

/** A code made from a name: the first letters of its words, and a number where that is taken. */
function codeFor(name: string, taken: ReadonlySet<string>): string {
  const words = addressFrom(name).split("-").filter(Boolean);
  const short = words.length === 1 ? words[0]!.slice(0, 3) : words.map(([first]) => first).join("");
  const letters = short.toUpperCase().replace(/^\d+/, "").slice(0, 4);
  const base = isCode(letters) ? letters : ADDRESSEE;
  for (let number = 1; ; number++) {
    const code = `${base}${number === 1 ? "" : number}`.slice(0, MOST_CODE);
    if (!taken.has(skeleton(code)) && isCode(code)) return code;
  }
}
