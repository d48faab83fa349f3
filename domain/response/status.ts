/**
 * What an addressee may have answered, from nothing to all. A status is never renamed: it stands in what is
 * stored and in what others have read.
 */
export const RESPONSE_STATUSES = [
  "no-answer",
  "acknowledged",
  "accepted",
  "partly-accepted",
  "rejected",
  "in-progress",
  "done",
] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

/**
 * Whether a status answers a recommendation. That a letter arrived is no answer, nor is the record that none
 * was given: the days of silence go on (docs/decisions/026-silence.md). A refusal is an answer.
 */
export const isAnswer = (status: ResponseStatus): boolean =>
  status !== "no-answer" && status !== "acknowledged";
