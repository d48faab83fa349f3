/** What becomes of the texts of one language that come back from a translator. */
import type { TextEdit } from "../change.ts";
import { keptIn, MOST_UNITS } from "../clean.ts";
import { definitionOf } from "../definition-of.ts";
import { type Draft, originalOf, valueOf } from "../draft.ts";
import { readField } from "../field.ts";
import { markOf } from "../mark.ts";
import { textBases } from "../texts.ts";
import type { Language } from "../../language.ts";

/** One text as it came back. */
export interface Incoming {
  /** Its line, or its row, in the file: from 1. */
  at: number;
  place: string;
  /** The original that it was made from. */
  original: string;
  text: string;
  /** The translator says that it has to be looked at again. */
  review: boolean;
}

/** What can be wrong with a text that came back. */
export type TextFaultKind =
  | "unknown"
  | "repeated"
  | "too-long"
  | "control"
  | "markup"
  | "formula"
  | "not-allowed";

/** One text that cannot be stored. What it says is never repeated back. */
export interface TextFault {
  at: number;
  place: string;
  kind: TextFaultKind;
}

/** What a file would change. */
export interface Decided {
  /** Texts that become others, or whose translation was looked at and is right. */
  edits: TextEdit[];
  /** Those of them that do not fit the original as it stands now: they are stored, and marked so. */
  stale: string[];
  /** How many texts stand as they stood, and how many are empty in the file and change nothing. */
  same: number;
  empty: number;
}

/**
 * What texts that came back would change in a draft, or everything that cannot be stored: then nothing is
 * to be. Each is matched by its place, and belongs to the original that it was made from.
 */
export function decideTexts(
  draft: Draft,
  language: Language,
  incoming: readonly Incoming[],
): Decided | { faults: TextFault[] } {
  const decided: Decided = { edits: [], stale: [], same: 0, empty: 0 };
  const faults: TextFault[] = [];
  const [known, seen] = [new Set(textBases(draft)), new Map<string, Incoming>()];
  for (const one of incoming) {
    const kind = faultOf(one, known, seen);
    if (kind !== undefined) faults.push({ at: one.at, place: one.place, kind });
    else {
      seen.set(one.place, one);
      decide(draft, language, one, decided);
    }
  }
  const places = new Map([...seen.values()].map((one) => [`${one.place}.${language}`, one]));
  for (const name of unstorable(draft, decided.edits)) {
    const { at, place } = places.get(name)!;
    faults.push({ at, place, kind: "not-allowed" });
  }
  return faults.length > 0 ? { faults: faults.toSorted((a, b) => a.at - b.at) } : decided;
}

function faultOf(
  { place, text }: Incoming,
  known: ReadonlySet<string>,
  seen: ReadonlyMap<string, Incoming>,
): TextFaultKind | undefined {
  if (!known.has(place)) return "unknown";
  if (seen.has(place)) return "repeated";
  if (text.length > MOST_UNITS) return "too-long";
  if (UNSEEN.test(text) || !text.isWellFormed()) return "control";
  if (/[<>]/.test(text)) return "markup";
  return text.startsWith("=") ? "formula" : undefined;
}

/** Controls but for the line's end and the tab, and what turns the direction of the text around it. */
const UNSEEN = /(?![\n\r\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

function decide(draft: Draft, language: Language, one: Incoming, decided: Decided): void {
  const name = `${one.place}.${language}`;
  const field = readField(name)!;
  const [stored, value] = [valueOf(draft, name), keptIn(field, one.text)];
  if (value === "") {
    decided.empty += 1;
    return;
  }
  const original = valueOf(draft, `${one.place}.${originalOf(draft)}`);
  const fits = keptIn(field, one.original) === original;
  const madeFrom = one.review ? "" : markOf(fits ? original : keptIn(field, one.original));
  const isSame = value === stored;
  // Unchanged, it says something new only where it was looked at and fits once more.
  if (isSame && (one.review || !fits || draft.madeFrom[name] === madeFrom)) decided.same += 1;
  else {
    decided.edits.push({ name, value, seen: markOf(stored), madeFrom });
    if (one.review || !fits) decided.stale.push(name);
  }
}

/** The edits after which a definition could not be made of the draft, where it could before. */
function unstorable(draft: Draft, edits: readonly TextEdit[]): string[] {
  const values = Object.fromEntries(edits.map(({ name, value }) => [name, value]));
  const made = definitionOf({ ...draft, fields: { ...draft.fields, ...values } });
  if (!("faults" in made)) return [];
  const wrong = made.faults.filter(({ fault }) => fault !== "missing");
  const names = wrong.flatMap(({ field }) => field ?? []);
  return [...new Set(names)].filter((name) => Object.hasOwn(values, name));
}
