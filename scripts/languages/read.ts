import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Data } from "../../web/language/plural-forms.ts";

/** The data files of one language, by name. */
export type Files = Readonly<Record<string, Data>>;

/** The data of every language, read from its folder. Throws where a file is no JSON, and names it. */
export function readLanguages(folder: string): Map<string, Files> {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  return new Map(languages.map(({ name }) => [name, readFiles(join(folder, name))]));
}

function readFiles(folder: string): Files {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.map((name) => [basename(name, ".json"), readFile(join(folder, name))]),
  );
}

function readFile(path: string): Data {
  try {
    return JSON.parse(readFileSync(path, "utf8"), (key, value: unknown) => {
      if (typeof value === "string" || (typeof value === "object" && value !== null)) return value;
      throw new TypeError(`“${key}” is no text`);
    }) as Data;
  } catch (failure) {
    throw new Error(`${path} cannot be read: ${(failure as Error).message}`, { cause: failure });
  }
}
