/** What is taken out of one cell, and what is said of it. */
import { isCode, latinCode, MOST_CODE } from "../../consultation/code.ts";
import { MOST_MEASURES, TEXT_LENGTHS } from "../../consultation/definition.ts";
import { type ImportFault, type ImportPlace, repeated, shortened } from "./fault.ts";
import type { Notes } from "./note.ts";
import { titleOf } from "./sentence.ts";

/** Where a text stands, and where to say what is wrong with it and what was altered. */
export interface Place {
  at: ImportPlace;
  /** The place in notes, such as `B7`. */
  name: string;
  faults: ImportFault[];
  notes: Notes;
}

// Control characters but for the line feed, marks of direction, and what has no width at all.
const INVISIBLE = /(?!\n)\p{Cc}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** A text without what cannot be seen; line breaks stay. */
function readLines(text: string, { notes, name }: Place): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .toWellFormed()
    .normalize("NFC");
  const seen = plain.replace(INVISIBLE, "");
  if (seen !== plain) notes.add("invisible", name);
  return seen.trim();
}

/** A text on one line. */
export function readLine(text: string, place: Place): string {
  const lines = readLines(text, place);
  if (!lines.includes("\n")) return lines;
  place.notes.add("joined", place.name);
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");
}

/** A text that a recommendation may have at most so long. */
export function readText(text: string, most: number, place: Place): string {
  const line = readLine(text, place);
  tooLong(line, most, place);
  return line;
}

/** Says so where a text is too long. */
function tooLong(line: string, most: number, { at, faults }: Place): void {
  if (line.length <= most) return;
  const instead = shortened(line, Math.min(most, 80));
  faults.push({ place: at, kind: "too-long", count: line.length, most, instead });
}

/** A recommendation of which the title is made; the statement has all of it. */
export function readWhole(text: string, place: Place): { title: string; statement: string } {
  const statement = readText(text, TEXT_LENGTHS.statement, place);
  const title = titleOf(statement);
  if (statement !== "") place.notes.add("titles-made", place.name);
  return { title, statement };
}

/** A code, in Latin letters where all of it looks like that. */
export function readCode(text: string, place: Place): string {
  const line = readLine(text, place);
  const code = latinCode(line);
  if (!isCode(code)) {
    const { at, faults } = place;
    faults.push({ place: at, kind: "code", found: repeated(line), instead: codeLike(line) });
  } else if (code !== line) place.notes.add("folded", `${place.name}: ${line} → ${code}`);
  return code;
}

/** A code as near to a text as one can be. */
function codeLike(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{Nd}._-]+/gu, "")
    .replace(/^[^\p{L}\p{Nd}]+/u, "");
  const near = latinCode(plain).slice(0, MOST_CODE);
  return isCode(near) ? near : "A1";
}

/** What marks an item of a list, at the beginning of a line. */
const BULLET = /^[-–—•*·●○▪■◦‣➢✓\uF0B7\uF0A7] +/u;

/** Measures, one a line; `|` parts them too. */
export function readMeasures(text: string, place: Place): string[] {
  const all = readLines(text, place)
    .split(/\n|\|/)
    .map((line) => line.trim())
    .filter(Boolean);
  const measures = all.map((line) => line.replace(BULLET, ""));
  if (measures.some((line, index) => line !== all[index])) place.notes.add("marks", place.name);
  for (const line of measures) tooLong(line, TEXT_LENGTHS.measures, place);
  return measures;
}

/** Says so where a recommendation has too many measures. */
export function tooManyMeasures(count: number, { at, faults }: Place): void {
  if (count <= MOST_MEASURES) return;
  faults.push({ place: at, kind: "too-many-measures", count, most: MOST_MEASURES });
}
