/**
 * The numbers that stand in the files of an export. What is no answer is below zero, so that a program which
 * was not told of it shows a mean that cannot be. The same in every file and every consultation.
 */

/** No opinion, or one would rather not say. */
export const NO_OPINION_CODE = -8;
/** Left out: not rated, or nothing said. */
export const SKIPPED_CODE = -9;
/** Not shown: the question was not put to this person, or what was said is protected. */
export const NOT_SHOWN_CODE = -7;
/** No answer, whatever the reason. */
export const MISSING_CODES = [NOT_SHOWN_CODE, NO_OPINION_CODE, SKIPPED_CODE] as const;

/** Rarer answers that are told as one. More than there can be options, languages, channels or wordings. */
export const OTHER_CODE = 99;
/** By the link of no channel: an answer, and none that is missing. */
export const NO_CHANNEL_CODE = 0;

/** The panels by their numbers. */
export const PANEL_CODES = { public: 1, expert: 2 } as const;
