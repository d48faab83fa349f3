import type { PluralForms } from "../../text.ts";

/** The start page. */
export const home = {
  title: "Consultations",
  intro:
    "Rate how urgent the recommendations of a policy report are, and see what others think: the public beside invited experts. You need no account.",
  recommendations: {
    one: "{count} recommendation",
    other: "{count} recommendations",
  } as PluralForms,
  rate: "Rate",
  results: "Results",
  /** The same buttons for those who hear them one by one. */
  rateNamed: "Rate: {title}",
  resultsNamed: "Results: {title}",
  emptyTitle: "No consultation is open",
  empty: "Come back later. Consultations appear here as soon as their organisers open them.",
};
