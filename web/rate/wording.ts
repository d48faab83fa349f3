import type { FlatRecommendation } from "./localize.ts";
import type { RateState } from "./view.ts";

/*
 * The statements and measures are most of the page's weight and are already in its HTML, so they are
 * left out of the state handed to the browser, which reads them back from the page.
 */

/** Where on the page a recommendation's wording stands. */
export const statementId = (code: string): string => `statement-${code}`;
export const measuresId = (code: string): string => `measures-${code}`;

/** The state as it is handed to the browser. */
export const withoutWording = (state: RateState): RateState => ({
  ...state,
  consultation: {
    ...state.consultation,
    summary: "",
    recommendations: state.consultation.recommendations.map((one) => ({
      ...one,
      statement: "",
      measures: [],
    })),
  },
});

/** The reverse of {@link withoutWording}, on the page that holds the wording. */
export const withWording = (state: RateState, page: Document): RateState => ({
  ...state,
  consultation: {
    ...state.consultation,
    recommendations: state.consultation.recommendations.map((one) => readWording(one, page)),
  },
});

function readWording(one: FlatRecommendation, page: Document): FlatRecommendation {
  const items = page.getElementById(measuresId(one.code))?.children ?? [];
  return {
    ...one,
    statement: page.getElementById(statementId(one.code))?.textContent ?? "",
    measures: [...items].map((item) => item.textContent ?? ""),
  };
}
