import { type Said, textOf } from "../../language/said.tsx";
import type { Canvas } from "./canvas.ts";
import type { Ink } from "./ink.ts";
import type { Place } from "./scale.ts";
import { Words } from "./words.tsx";

interface Props {
  canvas: Canvas;
  text: Said;
  /** What stands before it, in the language of the reader. */
  after?: string;
  /** How many letters go into one line, in the widest font that a device may have. */
  letters: number;
  x: Place;
  /** Of the first line, and how much lower each other one stands. */
  y: number;
  step: number;
  ink?: Ink;
}

/** A text of a drawing, in as many lines as it needs: a drawing does not wrap by itself. */
export function Lines({ canvas, text, after = "", letters, x, y, step, ink }: Props) {
  const lang = typeof text === "string" ? undefined : text.lang;
  /** The text with its own direction, on a line that begins where the lines around it begin. */
  const ofText = (line: string) => (lang === undefined ? line : `\u2068${line}\u2069`);
  return (
    <>
      {linesOf(wholeOf(text, after), letters).map((line, place) => (
        <Words
          key={place}
          canvas={canvas}
          x={x}
          y={y + place * step}
          {...(ink !== undefined && { ink })}
          lang={lang}
          says={
            place === 0 && line.startsWith(after)
              ? after + ofText(line.slice(after.length))
              : ofText(line)
          }
        />
      ))}
    </>
  );
}

/** How many lines it takes. */
export const linesIn = (text: Said, letters: number, after?: string): number =>
  linesOf(wholeOf(text, after), letters).length;

const wholeOf = (text: Said, after = ""): string => `${after} ${textOf(text)}`.trim();

/** A text in lines of at most so many letters; a longer word goes on in the next line. */
export function linesOf(text: string, letters: number): string[] {
  const lines = [""];
  for (const word of text.split(" ").flatMap((one) => broken(one, letters))) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return balanced(lines);
}

/** Characters that isolate a text from the direction around it, and the one that ends that (UAX #9). */
const [ISOLATES, END] = ["\u2066\u2067\u2068", "\u2069"];

/** What is isolated goes on in the next line: each line is drawn by itself, and an end without a beginning would end more. */
function balanced(lines: readonly string[]): string[] {
  const open: string[] = [];
  return lines.map((line) => {
    const before = open.join("");
    for (const letter of line) {
      if (ISOLATES.includes(letter)) open.push(letter);
      else if (letter === END) open.pop();
    }
    return before + line + END.repeat(open.length);
  });
}

/** In parts of at most so many letters; of an address after one of its strokes, where there is one. */
function broken(word: string, letters: number): string[] {
  if (word.length <= letters) return [word];
  const stroke = word.lastIndexOf("/", letters - 1) + 1;
  const end = stroke > letters / 2 ? stroke : letters;
  return [word.slice(0, end), ...broken(word.slice(end), letters)];
}
