/** Which files of the build each function is made of, so that it is deployed with those and no others. */

/** Beside the functions. */
export const PARTS = "parts.json";

/** A file of the build, as far as it matters here. */
interface Chunk {
  isEntry: boolean;
  fileName: string;
  /** Files that are loaded with it, and those that it may ask for while it runs. */
  imports: readonly string[];
  dynamicImports: readonly string[];
}

/** The files of one function: those that are loaded when it starts, its entry first, and those that it may ask for. */
export interface Parts {
  start: string[];
  asked: string[];
}

/** The parts of every entry, by its name without the ending. */
export function partsOf(chunks: readonly Chunk[]): Record<string, Parts> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const from = (entry: string, next: (chunk: Chunk) => readonly string[]): string[] => {
    const found = new Set([entry]);
    // A set is gone through in the order in which it grows.
    for (const name of found) {
      const chunk = byName.get(name);
      // What is no file of the build is Node's own.
      for (const one of chunk === undefined ? [] : next(chunk)) if (byName.has(one)) found.add(one);
    }
    return [...found];
  };
  const entries = chunks.filter(({ isEntry }) => isEntry);
  return Object.fromEntries(
    entries.map(({ fileName }) => {
      const start = from(fileName, ({ imports }) => imports);
      const all = from(fileName, (chunk) => [...chunk.imports, ...chunk.dynamicImports]);
      const asked = all.filter((name) => !start.includes(name));
      return [fileName.replace(/\.mjs$/, ""), { start, asked }];
    }),
  );
}
