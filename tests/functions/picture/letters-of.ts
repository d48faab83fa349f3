/** The code points of which a TrueType font has a letter: table `cmap`, format 12. */
export function lettersOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, place) => 12 + 16 * place);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap")!;
  const cmap = font.readUInt32BE(entry + 8);
  const letters = new Set<number>();
  for (let place = 0; place < font.readUInt16BE(cmap + 2); place += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * place + 4);
    if (font.readUInt16BE(at) !== 12) continue;
    for (let group = 0; group < font.readUInt32BE(at + 12); group += 1) {
      const [first, last] = [0, 4].map((more) => font.readUInt32BE(at + 16 + 12 * group + more));
      for (let code = first!; code <= last!; code += 1) letters.add(code);
    }
  }
  return letters;
}
