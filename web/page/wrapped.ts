/** A text in lines of at most so many characters; a word that is longer goes on in the next line. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    const letters = [...word];
    for (let from = 0; from < letters.length; from += most) {
      lines.push(letters.slice(from, from + most).join(""));
    }
  }
  return lines;
}
