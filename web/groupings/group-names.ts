import { channelOf } from "../../domain/consultation/channel.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type Grouping, groupings, NOT_SAID } from "../../domain/consultation/groupings.ts";
import type { Texts } from "../../domain/language.ts";
import type { Reader } from "../language/reader.ts";
import { languageName } from "../language/names.ts";
import { saidIn, textOf } from "../language/said.tsx";

interface Given extends Reader {
  consultation: Consultation;
}

/** One way in which the public is told apart, as its readers know it. */
export interface NamedGrouping extends Pick<Grouping, "code" | "by"> {
  /** A question, whoever is asked it: the respondents, or their ballots. */
  question: string;
  label: (option: string) => string;
}

/** Every way in which a consultation tells the public apart, in words: the only place for them. */
export const namedGroupings = (given: Given): NamedGrouping[] =>
  groupings(given.consultation).map(({ code, by }) => ({
    code,
    by,
    question: questionOf(given, code, by),
    label: (option) => labelOf(given, code, by, option),
  }));

function questionOf({ consultation, language, text }: Given, code: string, by: Grouping["by"]) {
  if (by !== "about") return text.common.groups[by];
  const question = consultation.about.find((one) => one.code === code)?.question ?? {};
  return textOf(saidIn({ language, text }, consultation, question)) || code;
}

/** A language goes by its own name, a channel and an answer by their labels. */
function labelOf(
  { consultation, language, text }: Given,
  code: string,
  by: Grouping["by"],
  option: string,
): string {
  const { groups } = text.common;
  const said = (label: Texts | undefined) =>
    textOf(saidIn({ language, text }, consultation, label ?? {})) || option;
  if (option === NOT_SAID) {
    if (by !== "channel") return groups.notSaid;
    // Links added while it was open are no groups of their own.
    return consultation.laterChannels === undefined ? groups.noChannel : groups.noChannelOrLater;
  }
  switch (by) {
    case "language":
      return languageName(option);
    case "channel":
      return said(channelOf(consultation, option)?.label);
    case "about": {
      const question = consultation.about.find((one) => one.code === code);
      return said(question?.options.find((one) => one.code === option)?.label);
    }
  }
}
