import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Imported } from "../../../../domain/draft/import/imported.ts";
import type { Language } from "../../../../domain/language.ts";
import { type Arranged, arrangedOf } from "../../../../functions/draft/import/arranging.ts";

/** A file of those that failed once, by its place among them. */
export const caseFile = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../../../cases", name));

/** What a form with that file and those fields comes to. */
export const sent = (
  file: Uint8Array | string,
  fields: Record<string, string> = {},
  languages: readonly Language[] = ["ru"],
): Arranged =>
  arrangedOf(
    {
      fields: new URLSearchParams({ way: "file", ...fields }),
      file: typeof file === "string" ? new TextEncoder().encode(file) : file,
      json: undefined,
    },
    languages,
  );

/** What was read, where it is to be looked at or ready. */
export function importedOf(arranged: Arranged): Imported & { isReady: boolean } {
  if (!("imported" in arranged)) throw new Error(JSON.stringify(arranged));
  return { ...arranged.imported, isReady: arranged.isReady };
}

/** The code, the addressee and the texts of each recommendation, in one line each. */
export const linesOf = ({ items }: Imported): string[] =>
  items.map(({ code, addressee, texts }) =>
    [code, addressee, ...Object.entries(texts).map(([name, text]) => `${name}=${text}`)].join(" "),
  );
