/** Where the recommendations of a pasted text begin and end, and what stands below each. */
import { isNamedHeading, type Marked, readBareNumber, readMark } from "./mark.ts";

/** One item of a list, or one paragraph. */
interface Part {
  /** The line on which it begins, from 1. */
  line: number;
  /** Its number as it stands there; empty where it has none. */
  number: string;
  text: string;
  /** The items a level deeper. */
  below: { line: number; text: string }[];
}

export interface Divided {
  parts: Part[];
  /** Lines before the first recommendation: an introduction, and no recommendation. */
  left: string[];
  /** Headings between them. */
  headings: string[];
}

/** Divides a text into recommendations. */
export function divided(text: string): Divided {
  const lines = text.split("\n");
  const found = lines.map(readMark);
  // Where there is a "1.1", a "1" before a word is its number, even without a point.
  const isNumbered = found.some((one) => /^n[2-9]$/.test(one?.style ?? ""));
  const marks = isNumbered
    ? lines.map((line, index) => found[index] ?? readBareNumber(line))
    : found;
  const isTop = topOf(marks.filter((one) => one !== undefined));
  return isTop === undefined ? inParagraphs(lines) : byMarks(lines, marks, isTop);
}

function byMarks(
  lines: readonly string[],
  marks: readonly (Marked | undefined)[],
  isTop: (mark: Marked) => boolean,
): Divided {
  const [parts, left, headings]: [Part[], string[], string[]] = [[], [], []];
  let open: { text: string } | undefined;
  lines.forEach((raw, index) => {
    const mark = marks[index];
    const words = (mark?.text ?? raw).replaceAll("\t", " ").trim();
    const part = parts.at(-1);
    if (words === "") return;
    if (mark !== undefined && isTop(mark)) {
      const top = { line: index + 1, number: mark.number, text: words, below: [] };
      parts.push(top);
      open = top;
    } else if (mark !== undefined && part !== undefined) {
      const deeper = { line: index + 1, text: words };
      part.below.push(deeper);
      open = deeper;
    } else if (isHeadingAt(index)) {
      headings.push(raw.trim());
      open = undefined;
    } else if (part === undefined) left.push(raw.trim());
    else {
      // After a heading such words belong to nothing above it.
      if (open === undefined) headings.push(words);
      else open.text = `${open.text} ${words}`;
    }
  });
  return { parts, left, headings };

  /** A line that names what follows: by its words, or one alone before the next mark. */
  function isHeadingAt(index: number): boolean {
    if (marks[index] !== undefined) return false;
    const line = lines[index]!;
    if (isNamedHeading(line)) return true;
    const isApart = (lines[index - 1] ?? "").trim() === "";
    const next = lines.findIndex((one, at) => at > index && one.trim() !== "");
    const isBefore = next > 0 && marks[next] !== undefined && isTop(marks[next]!);
    return isApart && isBefore && !/[.!?…;,]\s*$/u.test(line) && line.trim().length <= 100;
  }
}

function inParagraphs(lines: readonly string[]): Divided {
  const [parts, headings]: [Part[], string[]] = [[], []];
  let open: Part | undefined;
  lines.forEach((raw, index) => {
    const words = raw.replaceAll("\t", " ").trim();
    if (words === "") open = undefined;
    else if (isNamedHeading(words)) {
      headings.push(words);
      open = undefined;
    } else if (open === undefined) {
      open = { line: index + 1, number: "", text: words, below: [] };
      parts.push(open);
    } else open.text = `${open.text} ${words}`;
  });
  return { parts, left: [], headings };
}

/**
 * Which marks begin a recommendation: those in the style of the first one, or numbers of the highest
 * level where the first are bullets of an introduction. `undefined` where nothing is marked.
 */
function topOf(marks: readonly Marked[]): ((mark: Marked) => boolean) | undefined {
  const [first] = marks;
  if (first === undefined) return undefined;
  const numbers = marks.filter(({ number }) => number !== "");
  const level = Math.min(...numbers.map(({ number }) => number.split(".").length));
  const highest = numbers.filter(({ style }) => style === `n${level}`);
  const least = Math.min(...marks.map(({ indent }) => indent));
  // Numbers that begin again below each bullet stand below it.
  const beginsAgain = highest.filter(({ number }) => /^0*1$/.test(number)).length > 1;
  const isBelow = first.number === "" && (beginsAgain || isDeeper(highest, first));
  if (numbers.length > 0 && !isBelow) return ({ style }) => style === `n${level}`;
  return ({ style, indent }) =>
    style === first.style && indent <= Math.max(least, first.indent) + 1;
}

const isDeeper = (numbers: readonly Marked[], { indent }: Marked): boolean =>
  numbers.every((one) => one.indent > indent + 1);
