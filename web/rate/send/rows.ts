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
  answer: Said;
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
      ...row(code, title, ratingInWords(draft.ratings[code], texts), saved.skipped),
      lead: `${code} `,
    })),
    row("first", saved.firstHeading, draft.first.join(", "), saved.noneFirst),
    ...about.map(({ code, question, options }) => {
      const answer = draft.about[code];
      const label =
        answer === PREFER_NOT_TO_SAY
          ? texts.preferNotToSay
          : options.find((one) => one.code === answer)?.label;
      return row(`about.${code}`, question, label, saved.noAnswer);
    }),
    // Only for those who came by one. The last: two lists are compared row by row.
    ...(channel === undefined
      ? []
      : [row("channel", saved.channel, draft.withoutChannel ? "" : channel, saved.noAnswer)]),
  ];
}

/** What a row is about, for whatever holds no elements. */
export const labelOf = ({ lead, label }: Row): string => lead + textOf(label);

/** The rows in which two drafts differ, with both answers. */
export const differingRows = (mine: Row[], other: Row[]): { mine: Row; other: Row }[] =>
  mine.flatMap((one, index) => {
    const two = other[index];
    return !two || one.answer === two.answer ? [] : [{ mine: one, other: two }];
  });

const row = (key: string, label: Said, answer: Said | undefined, none: string): Row => ({
  key,
  lead: "",
  label,
  answer: answer || none,
  empty: !answer,
});

const ratingInWords = (rating: string | undefined, texts: SendTexts): string | undefined =>
  rating === undefined || rating === NO_OPINION
    ? rating && texts.noOpinion
    : `${rating} – ${texts.scale[Number(rating) as Point]}`;
