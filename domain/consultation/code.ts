import * as z from "zod/mini";
import { inLatin, skeleton } from "../look-alikes.ts";
import { NOT_SAID } from "./groupings.ts";

/** The answer that every about-you question offers besides its own options. */
export const PREFER_NOT_TO_SAY = "prefer-not-to-say";

/** Longest code of a recommendation or an addressee. */
export const MOST_CODE = 12;

// `constructor` and the like would be legal codes, and a trap wherever a code is used as a key.
const NOT_A_KEY = ["constructor", "prototype", "tostring", "valueof", PREFER_NOT_TO_SAY, NOT_SAID];
const isKey = (text: string): boolean => !NOT_A_KEY.includes(text.toLowerCase());

/** What stands beside recommendations in columns, reports and files, where a code would be taken for it. */
const TAKEN = /^(?:panel|language|channel|first|wording|page|summary|overview|about[._].*)$/i;

/** A name in addresses and columns: small Latin letters and digits, in parts joined by hyphens. */
export const slug = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40), z.refine(isKey));

const CODE = new RegExp(`^[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._-]{0,${MOST_CODE - 1}}$`, "u");

/** Whether a text can be the code of a recommendation or an addressee: `1`, `1.1`, `R01`, `A-3`. */
export const isCode = (text: string): boolean =>
  CODE.test(text) && text.normalize("NFC") === text && isKey(text) && !TAKEN.test(text);

/** The code of a recommendation or an addressee, as the report has it. */
export const code = z.string().check(z.refine(isCode));

/**
 * A code as it was meant: in Latin letters where all of it looks like that, `К1` typed on a Cyrillic
 * keyboard being `K1`; with one kind of hyphen, and without what cannot be seen or a dot at its end.
 */
export function latinCode(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[.\u3002]+$/, "");
  const latin = inLatin(plain);
  return /^[\w.-]*$/.test(latin) ? latin : plain;
}

/**
 * Which of a consultation's codes somebody meant who typed one by hand, in whatever case and script; `undefined`
 * when none. No two codes of a consultation look alike (faults.ts).
 */
export function meantCode(codes: readonly string[], typed: string): string | undefined {
  if (codes.includes(typed)) return typed;
  if (typed.length > 4 * MOST_CODE) return undefined;
  const seen = skeleton(latinCode(typed.replace(/\s/g, "")));
  return codes.find((one) => skeleton(one) === seen);
}
