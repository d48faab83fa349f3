import type { Fault } from "../../domain/fault.ts";
import type { Language } from "../../domain/language.ts";
import { cleanText, codePoints, REPORT_LENGTH } from "../../domain/translation-report.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatNumber } from "../text.ts";

/** What stands in the fields, whether or not it can be accepted. */
export interface Entered {
  place: string;
  text: string;
}

/** For each field that was refused: what to do about it. */
export type WrongFields = Partial<Record<keyof Entered, string>>;

/** The shortest and the longest text, in the language's digits. */
export const lengthIn = (language: Language) => ({
  least: formatNumber(language, REPORT_LENGTH.least),
  most: formatNumber(language, REPORT_LENGTH.most),
});

/** Names what is wrong with each field of a refused report in the reader's language. */
export function nameReportFaults(
  language: Language,
  texts: Catalogue["translation"],
  entered: Entered,
  faults: readonly Fault[],
): WrongFields {
  const refused = (field: keyof Entered) => faults.some(({ pointer }) => pointer === `/${field}`);
  const count = codePoints(cleanText(entered.text));
  const sentence = count > REPORT_LENGTH.most ? texts.textLong : texts.textShort;
  return {
    ...(refused("place") && { place: texts.placeWrong }),
    ...(refused("text") && {
      text: fill(sentence, { ...lengthIn(language), count: formatNumber(language, count) }),
    }),
  };
}
