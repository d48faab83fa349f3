/** A name is no longer, in UTF-16 units. */
const MOST_LETTERS = 31;

/** What a name must not hold: these signs would end it in a formula. */
const UNFIT = /[[\]:*?/\\]/g;

/** Excel keeps this name for itself. */
const RESERVED = "history";

/**
 * Names of sheets as every program takes them: without signs that are not allowed, not too long, none
 * empty, and none twice, whatever the case of its letters.
 */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>([RESERVED]);
  return names.map((name, index) => {
    const fit = trimmed(
      name
        .toWellFormed()
        .replace(UNFIT, " ")
        .replace(/\p{Cc}/gu, " "),
    );
    const wanted = fit === "" ? `Sheet ${index + 1}` : fit;
    for (let time = 1; ; time++) {
      const ending = time === 1 ? "" : ` ${time}`;
      const made = cut(wanted, MOST_LETTERS - ending.length) + ending;
      if (taken.has(made.toLowerCase())) continue;
      taken.add(made.toLowerCase());
      return made;
    }
  });
}

/** An apostrophe at an end would be taken for the sign around a name. */
const trimmed = (name: string): string => name.replace(/^[\s']+|[\s']+$/g, "");

const cut = (name: string, most: number): string =>
  trimmed(name.slice(0, most).replace(/[\uD800-\uDBFF]$/, ""));
