import { NO_OPINION, type Point } from "../../../domain/ballot/rating.ts";
import { channelCode } from "../../../domain/consultation/channel.ts";
import { type Said, textOf } from "../../language/said.tsx";
import type { Draft } from "../answers/draft.ts";
import { PREFER_NOT_TO_SAY } from "../answers/limits.ts";
import type { NamedConsultation, SendTexts } from "./state.ts";

/** One answer in words. */
export interface Row {
  /** The recommendation's code, `first`, `channel`, or `about.` and the question's code. */
  key: string;
  /** What stands before the label: the code of a recommendation. */
  lead: string;
  label: Said;
  /** Several only of what should be done first. */
  answers: Said[];
  /** Left out: a recommendation that counts as skipped, or a question without an answer. */
  empty: boolean;
}

/** Every answer of a draft in words: recommendations as in the catalogue, then what comes after them. */
export function answerRows(
  { recommendations, about, channels }: NamedConsultation,
  draft: Draft,
  texts: SendTexts,
): Row[] {
  const { saved } = texts;
  const channel = channels[channelCode(draft.channel)];
  return [
    ...recommendations.map(({ code, title }) => ({
      ...row(code, title, [ratingInWords(draft.ratings[code], texts)], saved.skipped),
      lead: `${code} `,
    })),
    row(
      "first",
      saved.firstHeading,
      draft.first.map(
        (first) => recommendations.find(({ code }) => code === first)?.title ?? first,
      ),
      saved.noneFirst,
    ),
    ...about.map(({ code, question, options }) => {
      const answer = draft.about[code];
      const label =
        answer === PREFER_NOT_TO_SAY
          ? texts.preferNotToSay
          : options.find((one) => one.code === answer)?.label;
      return row(`about.${code}`, question, [label], saved.noAnswer);
    }),
    // Only for those who came by one. The last: two lists are compared row by row.
    ...(channel === undefined
      ? []
      : [row("channel", saved.channel, [draft.withoutChannel ? "" : channel], saved.noAnswer)]),
  ];
}

/** What a row is about, for whatever holds no elements. */
export const labelOf = ({ lead, label }: Row): string => lead + textOf(label);
export const answerOf = ({ answers }: Row): string => answers.map(textOf).join("; ");

/** The rows in which two drafts differ, with both answers. */
export const differingRows = (mine: Row[], other: Row[]): { mine: Row; other: Row }[] =>
  mine.flatMap((one, index) => {
    const two = other[index];
    return !two || answerOf(one) === answerOf(two) ? [] : [{ mine: one, other: two }];
  });

function row(key: string, label: Said, all: (Said | undefined)[], none: string): Row {
  const given = all.filter((one) => one) as Said[];
  const empty = given.length === 0;
  return { key, lead: "", label, answers: empty ? [none] : given, empty };
}

const ratingInWords = (rating: string | undefined, texts: SendTexts): string | undefined =>
  rating === undefined || rating === NO_OPINION
    ? rating && texts.noOpinion
    : `${rating} – ${texts.scale[Number(rating) as Point]}`;
