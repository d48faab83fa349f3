/**
 * A respondent's report of a bad translation: which text, in which language, and what is wrong with
 * it. It holds nothing about the person, and no answer depends on it.
 */
import * as z from "zod/mini";
import type { Consultation } from "./consultation/definition.ts";
import { type Fault, faultsOf } from "./fault.ts";
import type { Language } from "./language.ts";

/**
 * How long a report's text is, in code points, so that a character outside the basic plane counts
 * once. With at most four bytes for each, a text never has more than 4,000 bytes of UTF-8.
 */
export const REPORT_LENGTH = { least: 3, most: 1_000 } as const;

/** Most reports that are kept of one consultation, until somebody has dealt with them. */
export const MOST_REPORTS = 2_000;

/** The places that every consultation has: the page around the texts, and its title with summary. */
export const COMMON_PLACES = ["page", "summary"] as const;

/** The place of a question about the respondent; a recommendation's place is its code. */
export const placeOfQuestion = (question: string): string => `about.${question}`;

/** What a respondent sends. */
export interface TranslationReport {
  language: Language;
  place: string;
  text: string;
}

/** Every place of a consultation that a report can be about, in the order of its page. */
export const reportPlaces = ({ recommendations, about }: Consultation): string[] => [
  ...COMMON_PLACES,
  ...recommendations.map((one) => one.code),
  ...about.map((question) => placeOfQuestion(question.code)),
];

// Control characters but for the line feed, and what turns the direction of the text around it.
const UNWANTED = /(?!\n)\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The text as it is kept: without control and bidirectional characters, which can make it read
 * differently from what it says; in NFC; trimmed. Markup stays, since it is only ever shown as text.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replace(UNWANTED, "")
    .normalize("NFC")
    .trim();

/** The length of a text as people count it, not as JavaScript does. */
export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

const reportText = z.string().check(z.overwrite(cleanText), (payload) => {
  const { least, most } = REPORT_LENGTH;
  const [length, about] = [codePoints(payload.value), { origin: "string", input: payload.value }];
  if (length < least) payload.issues.push({ code: "too_small", minimum: least, ...about });
  if (length > most) payload.issues.push({ code: "too_big", maximum: most, ...about });
});

/** Reads a report that somebody sent on a consultation, or names the place of every fault. */
export function readTranslationReport(
  definition: Consultation,
  value: unknown,
): { report: TranslationReport } | { faults: Fault[] } {
  const parsed = z
    .strictObject({
      language: z.enum([...definition.languages]),
      place: z.enum(reportPlaces(definition)),
      text: reportText,
    })
    .safeParse(value);
  return parsed.success ? { report: parsed.data } : { faults: faultsOf(parsed.error, value) };
}
