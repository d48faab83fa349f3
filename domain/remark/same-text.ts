import type { Language } from "../language.ts";

/** A text that says something, to which recommendation, and in which language. */
export interface Said {
  code: string;
  language: Language;
  text: string;
}

/**
 * What two texts share where a moderator would read the same in both: Unicode's composition, capitals, spaces
 * and what ends a sentence do not count. What stands within a sentence does.
 */
export function sameText(text: string): string {
  const plain = text.normalize("NFC").toLowerCase().normalize("NFC");
  const spaced = plain.replace(/\s+/gu, " ").trim();
  return spaced.replace(/[\s.!…]+$/u, "") || spaced;
}

/** What is hashed to tell whether two texts are the same. The prefix keeps it from being passed off elsewhere. */
export const textPreimage = (consultation: string, { code, language, text }: Said): string =>
  ["kenes-text/1", consultation, code, language, sameText(text)].join("\0");

const NAME = /^[^#]{0,40}#[A-Za-z0-9-]{2,20}#[0-9a-f]{64}$/;

/** What a text is called: by recommendation first and language then, which is the order of the queue. */
export const textName = ({ code, language }: Pick<Said, "code" | "language">, hash: string) =>
  `${code}#${language}#${hash}`;

/** Reads the name of a text; `undefined` for what is none. */
export function readTextName(
  name: string,
): { code: string; language: Language; hash: string } | undefined {
  if (!NAME.test(name)) return undefined;
  const [code = "", language = "", hash = ""] = name.split("#");
  return { code, language, hash };
}
