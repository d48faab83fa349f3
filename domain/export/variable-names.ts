/**
 * Names of columns that R, Python, SPSS and Stata all take without quoting: a Latin letter, then letters,
 * digits and `_`, at most 32 of them, no two alike but for capitals, none a word that one of the languages
 * keeps for itself.
 * Sources: R Language Definition, "Reserved words"; Python Language Reference, "Keywords"; PSPP manual, "Tokens"
 * and "Attributes of Variables"; Stata User's Guide, 11.3 "Naming conventions".
 */

/** Stata's limit; the others allow more. */
export const LONGEST_NAME = 32;

const RESERVED = new Set(
  [
    "all and by eq ge gt le lt ne not or to with",
    "byte double float if in int long strl using",
    "if else repeat while function for next break true false null inf nan na in",
    "false none true as assert async await break class continue def del elif else except finally for from",
    "global import is lambda nonlocal pass raise return try while yield",
  ].flatMap((words) => words.split(" ")),
);
/** Stata's types of texts: `str1`, `str2045`. */
const STATA_TEXT = /^str\d+$/;

const isFree = (name: string): boolean =>
  /^[a-z][a-z0-9_]*$/i.test(name) &&
  !RESERVED.has(name.toLowerCase()) &&
  !STATA_TEXT.test(name.toLowerCase());

/**
 * The name that a code becomes: itself where it is one already; without what no name may hold; or by its
 * place in the list, where too little of it is left to tell it from others.
 */
export function cleanName(code: string, place: number): string {
  if (isFree(code)) return code;
  // Of a code in another script the digits alone would stay, and say something else.
  if (/[^\x20-\x7e]/.test(code)) return `r_${place + 1}`;
  const plain = code.replace(/[^a-z0-9]+/gi, "_").replace(/^_+|_+$/g, "");
  return isFree(plain) ? plain : `r_${plain}`;
}

/** Gives each wanted name out once: a second one like it, whatever its capitals, gets a number. */
export function nameGiver(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    for (let number = 1; ; number++) {
      const end = number === 1 ? "" : `_${number}`;
      const name = wanted.slice(0, LONGEST_NAME - end.length).replace(/_+$/, "") + end;
      if (given.has(name.toLowerCase())) continue;
      given.add(name.toLowerCase());
      return name;
    }
  };
}
