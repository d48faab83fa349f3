import type { Language } from "../../../domain/language.ts";
import { formatNumber } from "../../text.ts";

/**
 * Below which D (domain/statistics/disagreement.ts) we speak of broad agreement, and below which of
 * mixed views. Our own choice, said on the page. For comparison: all alike gives 0, two
 * neighbouring points half and half .25, five equally frequent points .80, half at each end 1.
 */
const AGREEMENT_LIMITS = { mixed: 0.35, divided: 0.65 } as const;

/** The same as a reader has them. */
export const agreementLimits = (language: Language) => ({
  mixed: formatNumber(language, AGREEMENT_LIMITS.mixed, 2),
  divided: formatNumber(language, AGREEMENT_LIMITS.divided, 2),
});

export type Agreement = "broad" | "mixed" | "divided";

/** D in a word. */
export const agreementOf = (disagreement: number): Agreement => {
  if (disagreement < AGREEMENT_LIMITS.mixed) return "broad";
  return disagreement < AGREEMENT_LIMITS.divided ? "mixed" : "divided";
};
