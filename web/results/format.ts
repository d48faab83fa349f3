import type { Figures } from "../../domain/release/schema.ts";
import type { Language } from "../../domain/language.ts";
import { formatNumber } from "../language/text.ts";

/** A mean or an end of its interval, with as many decimals as its figures were released with. */
export const formatMean = (language: Language, figures: Figures, value: number): string =>
  formatNumber(language, value, decimalsOf(figures));

// A released 4.20 arrives as 4.2, so the figures that belong together are looked at together.
const decimalsOf = ({ mean, interval }: Figures): number =>
  [mean, ...(interval ?? [])].some((value) => value !== null && !/^\d(\.\d)?$/.test(String(value)))
    ? 2
    : 1;

/** A share in whole percent. */
export const formatShare = (language: Language, share: number): string =>
  new Intl.NumberFormat(language, { style: "percent" }).format(share);

/** An index between 0 and 1. */
export const formatIndex = (language: Language, index: number): string =>
  formatNumber(language, index, 2);
