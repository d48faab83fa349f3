import { readProgramName } from "../../domain/program/name.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";

/** Who did something, in words: a person's name as it is, a program's with whose it is. */
export function whoIn({ programs }: Catalogue, who: string): string {
  const names = readProgramName(who);
  return names === undefined ? who : fill(programs.who, names);
}
