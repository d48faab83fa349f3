import { ALPHABET, grouped } from "./crockford.ts";
import { skeleton } from "./look-alikes.ts";

/** The end of what stands before a code: "Code: …", or the address that it came in. */
const LABEL_END = /[:=#]/;

/** Neither letter nor digit: dashes and dots of all kinds, spaces, line breaks, what cannot be seen. */
const SAYS_NOTHING = /[^\p{L}\p{N}]/gu;

/** Whether there is nothing but characters of codes. */
const isCodesAlone = (text: string): boolean => [...text].every((one) => ALPHABET.includes(one));

/**
 * The code that a person meant, typed on whatever keyboard or pasted with what stood around it; `undefined`
 * when it cannot be one of that length. A letter is what it looks like: a Cyrillic В is B, О is 0, З is 3.
 * Letters that look like none, or like two (б: 6 or a b; Ь: 6 or b), are not guessed. Each text is at
 * most one code, so forgiving makes no more codes than there are: a wrong one stays as unlikely as before.
 */
export function readCode(text: string, length: number): string | undefined {
  if (text.length > 4 * length) return undefined;
  const seen = skeleton(text).replaceAll("O", "0").replace(/[IL]/g, "1").replaceAll("З", "3");
  const plain = (part: string) => part.replace(SAYS_NOTHING, "");
  const parts = [seen.split(LABEL_END).pop()!];
  // A word by itself where there are others, which no code could be: "Your code: …. Use it once." A longer
  // code in pieces is never taken for a shorter one.
  if (!isCodesAlone(plain(seen))) parts.push(...seen.split(/[\s:=#]+/));
  const code = parts.map(plain).find((part) => part.length === length && isCodesAlone(part));
  return code && grouped(code);
}
