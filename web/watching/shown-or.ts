import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { formatNumber } from "../language/text.ts";

/** A published count, or the word for one that is not. */
export const shownOr = (language: Language, { watching }: Catalogue, count: number | null) =>
  count === null ? watching.hidden : formatNumber(language, count);
