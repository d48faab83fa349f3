import { meanDecimals, shareDecimals } from "../../../domain/disclosure/rounding.ts";
import type { Language } from "../../../domain/language.ts";
import { formatNumber, formatPercent } from "../../text.ts";
import type { ResultsView } from "./view.ts";

/** What a figure is written by: the reader's language, and the method that rounded it. */
export type Written = Pick<ResultsView, "language" | "release">;

/** A figure with as many decimals as it was released with, and at least one. */
export const formatScore = (language: Language, value: number): string =>
  // A true minus: a hyphen before a number is easily overlooked.
  formatNumber(language, value, Number.isInteger(value * 10) ? 1 : 2).replace("-", "\u2212");

/** A change of a mean, with its sign. */
export const formatChange = ({ language }: Pick<Written, "language">, change: number): string => {
  const size = formatNumber(language, Math.abs(change), 2);
  return change === 0 ? size : `${change < 0 ? "\u2212" : "+"}${size}`;
};

/** A mean with as many decimals as it was released with. */
export const formatMean = (
  { language, release }: Written,
  { rated }: { rated: number | null },
  value: number,
): string => {
  const earlier = (rated ?? 0) >= 100 ? 2 : 1;
  return formatNumber(language, value, release.method === 1 ? earlier : meanDecimals(rated ?? 0));
};

/** An end of a mean's interval; an earlier method told it less finely than the mean. */
export const formatEnd = (written: Written, of: { rated: number | null }, value: number): string =>
  written.release.method === 1
    ? formatScore(written.language, value)
    : formatMean(written, of, value);

/** Decimals of a share in percent, made of that many answers. */
export const percentDecimals = ({ release }: Written, of: number): number =>
  release.method === 1 ? 0 : shareDecimals(of) - 2;

/** A share of so many answers, in percent, as finely as it was released. */
export const formatShare = (
  written: Written,
  of: number,
  share: number,
  decimals = percentDecimals(written, of),
): string => formatPercent(written.language, share, decimals);
