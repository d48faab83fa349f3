import type { Data } from "./plural-forms.ts";

/** A place, with the beginning of a formula before it: "n ≈ {n}" is read from left to right as a whole. */
const PLACE = /(?:\p{L}\s[≈=]\s)?\{(\w+)\}/gu;

/** Addresses stay as they are: whoever copies one would take the marks along. */
const COPIED = ["address", "link", "url", "path"];

/**
 * The texts of a language that is written from right to left, with every place between the marks FSI
 * and PDI: what is put in keeps its own order, and moves neither what stands before nor after it. Other
 * languages do without, so their readers carry none of it.
 */
export function isolated(data: Data): Data {
  if (typeof data === "string") {
    return data.replace(PLACE, (place, name: string) =>
      COPIED.includes(name) ? place : `\u2068${place}\u2069`,
    );
  }
  if (Array.isArray(data)) return data.map(isolated);
  return Object.fromEntries(Object.entries(data).map(([name, one]) => [name, isolated(one)]));
}
