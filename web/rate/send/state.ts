import type { Language } from "../../../domain/language.ts";
import {
  type ProblemCode,
  SENDING_PROBLEMS,
  type SendingProblem,
} from "../../../domain/problem.ts";
import type { Catalogue } from "../../language/catalogue.ts";
import { type Said, textOf } from "../../language/said.tsx";
import type { FlatConsultation } from "../../respondent/localize.ts";
import { changesOf } from "../../respondent/publishing-words.ts";
import type { RateView } from "../answers/view.ts";

/** The texts that checking and sending need, in one language. */
export interface SendTexts {
  form: Catalogue["rate"]["form"];
  saved: Catalogue["rate"]["saved"];
  changes: ReturnType<typeof changesOf>;
  problems: Record<SendingProblem, string> & Partial<Record<ProblemCode, string>>;
  faults: Catalogue["common"]["faults"];
  scale: Catalogue["common"]["scale"];
  noOpinion: string;
  preferNotToSay: string;
}

/** What of a consultation is needed to name an answer. */
export interface NamedConsultation {
  id: string;
  title: string;
  recommendations: ({ code: string; title: string } & InLanguage)[];
  about: ({
    code: string;
    question: string;
    options: { code: string; label: string }[];
  } & InLanguage)[];
  /** What each channel is called, by its code. */
  channels: Record<string, string>;
}

/** Where a text is in another language than the page: in which. */
interface InLanguage {
  lang?: Language;
}

/** What checking and sending are drawn from, on the server and in the browser. Plain JSON. */
export interface SendState extends Omit<RateView, "consultation" | "draft"> {
  consultation: NamedConsultation;
  /** Nobody may find out that this person took part: nothing is kept, nothing asks before leaving. */
  atRisk: boolean;
  /** The version of the wording that the page shows. */
  wording: number;
  texts: SendTexts;
}

/**
 * The state of a view. The wording of the recommendations is most of the page's weight and stands in
 * its HTML already, as do the answers: neither is written a second time.
 */
export function sendState(view: RateView, text: Catalogue): SendState {
  const { consultation, draft: _, ...rest } = view;
  return {
    ...rest,
    atRisk: consultation.atRisk,
    wording: consultation.wording,
    consultation: namedConsultation(consultation),
    texts: sendTexts(text, consultation),
  };
}

export const namedConsultation = ({
  id,
  title,
  recommendations,
  about,
  channels,
}: FlatConsultation): NamedConsultation => ({
  id,
  title: textOf(title),
  channels: Object.fromEntries(
    Object.entries(channels).map(([code, label]) => [code, textOf(label)]),
  ),
  recommendations: recommendations.map((one) => ({
    code: one.code,
    title: textOf(one.title),
    ...langOf(one.title),
  })),
  about: about.map(({ code, question, options }) => ({
    code,
    question: textOf(question),
    ...langOf(question),
    options: options.map((one) => ({ code: one.code, label: textOf(one.label) })),
  })),
});

const langOf = (said: Said): InLanguage => (typeof said === "string" ? {} : { lang: said.lang });

export const sendTexts = (
  text: Catalogue,
  consultation: Pick<FlatConsultation, "every">,
): SendTexts => ({
  form: text.rate.form,
  saved: text.rate.saved,
  changes: changesOf(text, consultation),
  problems: Object.fromEntries(
    SENDING_PROBLEMS.map((code) => [code, text.problems[code]]),
  ) as Record<SendingProblem, string>,
  faults: text.common.faults,
  scale: text.common.scale,
  noOpinion: text.common.noOpinion,
  preferNotToSay: text.common.preferNotToSay,
});
