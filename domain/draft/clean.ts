import type { Field } from "./field.ts";
import { dayOrMomentOf, enteredDay, enteredMoment, momentOf } from "./moment.ts";

// Control characters but for the line feed, and what turns the direction of the text around it.
const UNWANTED = /(?!\n)\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Most UTF-16 units of one field: far more than a definition allows, so that nothing is cut unseen. */
export const MOST_UNITS = 20_000;

/**
 * What an organiser typed, as it is kept in a draft: without characters that make a text read
 * differently from what it says. Markup stays: it is only ever shown as text.
 */
function cleanField(text: string, several: boolean): string {
  const plain = text
    .slice(0, MOST_UNITS)
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replace(UNWANTED, "")
    .normalize("NFC");
  if (!several) return plain.replaceAll("\n", " ").trim();
  return plain
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n+$/, "");
}

/** What an organiser entered in a field, as it is kept there; moments by the clocks of a zone. */
export function keptIn(
  { lines, prose, moment }: Pick<Field, "lines" | "prose" | "moment">,
  text: string,
  zone?: string,
): string {
  if (!moment) return cleanField(text, lines || prose);
  if (!lines) return momentOf(cleanField(text, false), zone);
  return cleanField(text, true)
    .split("\n")
    .map((line) => dayOrMomentOf(line, zone))
    .join("\n");
}

/** What is stored in a field, as it stands in a form: moments by the clocks of a zone. */
export function shownIn(
  { lines, moment }: Pick<Field, "lines" | "moment">,
  stored: string,
  zone?: string,
): string {
  if (!moment) return stored;
  if (!lines) return enteredMoment(stored, zone) ?? stored;
  return stored
    .split("\n")
    .map((line) => enteredDay(line, zone))
    .join("\n");
}
