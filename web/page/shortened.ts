/** A text on one line, of at most so many characters: longer ones end with a whole word and "…". */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const start = line.slice(0, most);
  // Where one word is all there is of room, it is cut, and never within a character.
  const words = /\s/.test(start)
    ? start.replace(/\s+\S*$/u, "")
    : start.replace(/[\uD800-\uDBFF]$/, "");
  return `${words.replace(/[\s\p{P}]+$/u, "")}…`;
}
