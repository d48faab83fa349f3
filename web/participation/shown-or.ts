import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatNumber } from "../language/text.ts";

/** A published count, or the word for one that is not. */
export const shownOr = (language: Language, { watching }: Catalogue, count: number | null) =>
  count === null ? watching.hidden : formatNumber(language, count);

/** The same of a count that only says about how many took part. */
export const aboutOr = (language: Language, text: Catalogue, count: number | null) =>
  count === null
    ? text.watching.hidden
    : fill(text.watching.about, { count: formatNumber(language, count) });
