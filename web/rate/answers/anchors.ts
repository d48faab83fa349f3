/*
 * Where on the page something stands. Cards are named by their place in the shuffled order and not by
 * their code: an address that a browser keeps in its history must not say what somebody answered.
 */

/** The id of the card of a recommendation; undefined when it is not shown. */
export const cardId = (order: readonly string[], code: string): string | undefined => {
  const index = order.indexOf(code);
  return index < 0 ? undefined : `at-${index + 1}`;
};

/** The id of a question about the respondent. */
export const aboutId = (question: string): string => `about-${question}`;

/** The id of the question what is missing. */
export const MISSING = "missing";
