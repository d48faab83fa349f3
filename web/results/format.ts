import type { Figures } from "../../domain/release/schema.ts";
import type { Language } from "../../domain/language.ts";
import { formatNumber } from "../language/text.ts";

/** A figure with as many decimals as it was released with, and at least one. */
export const formatScore = (language: Language, value: number): string =>
  // A true minus: a hyphen before a number is easily overlooked.
  formatNumber(language, value, Number.isInteger(value * 10) ? 1 : 2).replace("-", "\u2212");

/** A mean: two decimals from a hundred ratings on, as it was released. */
export const formatMean = (
  language: Language,
  { rated }: Pick<Figures, "rated">,
  value: number,
): string => formatNumber(language, value, (rated ?? 0) >= 100 ? 2 : 1);

/** A share in whole percent. */
export const formatShare = (language: Language, share: number): string =>
  new Intl.NumberFormat(language, { style: "percent" }).format(share);
