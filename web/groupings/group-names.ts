import { channelOf } from "../../domain/consultation/channel.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type Grouping, groupings, NOT_SAID } from "../../domain/consultation/groupings.ts";
import type { Texts } from "../../domain/language.ts";
import type { Reader } from "../language/reader.ts";
import { languageName } from "../language/names.ts";
import { type Said, saidIn, textOf } from "../language/said.tsx";

interface Given extends Reader {
  consultation: Consultation;
}

/** One way in which the public is told apart, as its readers know it. */
export interface NamedGrouping extends Pick<Grouping, "code" | "by"> {
  /** A question, whoever is asked it: the respondents, or their ballots. */
  question: Said;
  label: (option: string) => Said;
}

/** Every way in which a consultation tells the public apart, in words: the only place for them. */
export const namedGroupings = (given: Given): NamedGrouping[] =>
  groupings(given.consultation).map(({ code, by }) => ({
    code,
    by,
    question: questionOf(given, code, by),
    label: (option) => labelOf(given, code, by, option),
  }));

function questionOf(given: Given, code: string, by: Grouping["by"]): Said {
  const { consultation, text } = given;
  if (by !== "about") return text.common.groups[by];
  const question = consultation.about.find((one) => one.code === code)?.question ?? {};
  return orElse(saidIn(given, consultation, question), code);
}

const orElse = (said: Said, otherwise: string): Said => (textOf(said) === "" ? otherwise : said);

/** A language goes by its own name, a channel and an answer by their labels. */
function labelOf(given: Given, code: string, by: Grouping["by"], option: string): Said {
  const { consultation, text } = given;
  const { groups } = text.common;
  const said = (label: Texts | undefined) =>
    orElse(saidIn(given, consultation, label ?? {}), option);
  if (option === NOT_SAID) {
    if (by !== "channel") return groups.notSaid;
    // Links added while it was open are no groups of their own.
    return consultation.laterChannels === undefined ? groups.noChannel : groups.noChannelOrLater;
  }
  switch (by) {
    case "language":
      return option === text.language
        ? languageName(option)
        : { text: languageName(option), lang: option };
    case "channel":
      return said(channelOf(consultation, option)?.label);
    case "about": {
      const question = consultation.about.find((one) => one.code === code);
      return said(question?.options.find((one) => one.code === option)?.label);
    }
  }
}
