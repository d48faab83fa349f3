import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatNumber } from "../text.ts";

/** A published count, or the word for one that is not. */
export const shownOr = (language: Language, { participation }: Catalogue, count: number | null) =>
  count === null ? participation.hidden : formatNumber(language, count);

/** The same of a count that only says about how many took part. */
export const aboutOr = (language: Language, text: Catalogue, count: number | null) =>
  count === null
    ? text.participation.hidden
    : fill(text.participation.about, { count: formatNumber(language, count) });
