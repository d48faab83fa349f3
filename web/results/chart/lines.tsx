interface Props {
  text: string;
  /** How many letters go into one line, in the widest font that a device may have. */
  letters: number;
  x: number;
  /** Of the first line, and how much lower each other one stands. */
  y: number;
  step: number;
  class?: string;
}

/** A text of a drawing, in as many lines as it needs: a drawing does not wrap by itself. */
export function Lines({ text, letters, x, y, step, class: name }: Props) {
  return (
    <text y={y} {...(name !== undefined && { class: name })}>
      {linesOf(text, letters).map((line, place) => (
        <tspan key={line} x={x} dy={place === 0 ? 0 : step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A text in lines of at most so many letters, but for a word that is longer. */
export function linesOf(text: string, letters: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
