import { type Said, textOf } from "../../language/said.tsx";

interface Props {
  text: Said;
  /** What stands before it, in the language of the reader. */
  after?: string;
  /** How many letters go into one line, in the widest font that a device may have. */
  letters: number;
  /** Where its lines begin: their left end, or the right one where lines begin there. */
  x: number;
  /** Of the first line, and how much lower each other one stands. */
  y: number;
  step: number;
  class?: string;
}

/** A text of a drawing, in as many lines as it needs: a drawing does not wrap by itself. */
export function Lines({ text, after = "", letters, x, y, step, class: name }: Props) {
  const lang = typeof text === "string" ? undefined : text.lang;
  /** The text with its own direction, on a line that begins where the lines around it begin. */
  const ofText = (line: string) => (lang === undefined ? line : `\u2068${line}\u2069`);
  return (
    <text y={y} {...(name !== undefined && { class: name })} {...(lang !== undefined && { lang })}>
      {linesOf(wholeOf(text, after), letters).map((line, place) => (
        <tspan key={place} x={x} dy={place === 0 ? 0 : step}>
          {place === 0 && line.startsWith(after)
            ? after + ofText(line.slice(after.length))
            : ofText(line)}
        </tspan>
      ))}
    </text>
  );
}

/** How many lines it takes. */
export const linesIn = (text: Said, letters: number, after?: string): number =>
  linesOf(wholeOf(text, after), letters).length;

const wholeOf = (text: Said, after = ""): string => `${after} ${textOf(text)}`.trim();

/** A text in lines of at most so many letters; a longer word goes on in the next line. */
function linesOf(text: string, letters: number): string[] {
  const lines = [""];
  for (const word of text.split(" ").flatMap((one) => broken(one, letters))) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

const broken = (word: string, letters: number): string[] =>
  word.length <= letters
    ? [word]
    : [word.slice(0, letters), ...broken(word.slice(letters), letters)];
