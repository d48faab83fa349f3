/** Which two releases an address asks to compare. Pure: what there is to choose from is an argument. */
import { wholeNumber } from "./number.ts";

/** What came in the address; an empty part is one that was not chosen. */
export type CompareQuery = Partial<Record<"from" | "to" | "with", string | undefined>>;

/** Two releases of this consultation by their numbers, the earlier first; or another one of its waves. */
export type CompareChoice = { earlier: number; later: number } | { wave: string };

/** Why nothing is compared: no such release or wave; the same release twice; releases and a wave at once. */
export type CompareRefusal = "compare-unknown" | "compare-same" | "compare-unclear";

/**
 * What is asked for. Where one number is missing, it is the newest one (`to`) or the first (`from`); without any,
 * the first and the newest are compared, or else the wave that was named last. `undefined`: there is nothing to compare yet.
 *
 * @param numbers of all releases, in any order
 * @param waves ids of the consultations right before and after this one, the newest last
 */
export function compareChoice(
  query: CompareQuery,
  numbers: readonly number[],
  waves: readonly string[],
): CompareChoice | { problem: CompareRefusal } | undefined {
  const [from = "", to = "", wave = ""] = [query.from, query.to, query.with];
  if (wave !== "") {
    if (from !== "" || to !== "") return { problem: "compare-unclear" };
    return waves.includes(wave) ? { wave } : { problem: "compare-unknown" };
  }
  const asked = [from, to].map((text) => (text === "" ? undefined : wholeNumber(text)));
  if (asked.some((number) => number !== undefined && !numbers.includes(number))) {
    return { problem: "compare-unknown" };
  }
  const [first, newest] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length < 2) {
    const last = waves.at(-1);
    if (from !== "" && from === to) return { problem: "compare-same" };
    return last === undefined ? undefined : { wave: last };
  }
  const [a = asked[1] === first ? newest : first, b = asked[0] === newest ? first : newest] = asked;
  if (a === b) return { problem: "compare-same" };
  return { earlier: Math.min(a, b), later: Math.max(a, b) };
}
