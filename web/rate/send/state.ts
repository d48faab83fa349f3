import type { ProblemCode } from "../../../domain/problem.ts";
import type { Catalogue } from "../../language/catalogue.ts";
import { type Said, unmarked } from "../../language/said.tsx";
import type { FlatConsultation } from "../../respondent/localize.ts";
import { changesOf } from "../../respondent/publishing-words.ts";
import type { RateView } from "../answers/view.ts";
import { SENDING_PROBLEMS, type SendingProblem } from "./problems.ts";

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
  /** Only where respondents are asked why. */
  remarks: (Catalogue["remark"]["send"] & { missing: string }) | undefined;
}

/** What of a consultation is needed to name an answer. */
export interface NamedConsultation {
  id: string;
  title: Said;
  recommendations: { code: string; title: Said }[];
  about: { code: string; question: Said; options: { code: string; label: Said }[] }[];
  /** What each channel is called, by its code. */
  channels: Record<string, Said>;
}

/** What checking and sending are drawn from, on the server and in the browser. Plain JSON. */
export interface SendState extends Omit<RateView, "consultation" | "draft"> {
  /** The page's title with each step in it; none where the title must never say anything. */
  titles: Catalogue["rate"]["titles"] | undefined;
  consultation: NamedConsultation;
  /** Nobody may find out that this person took part: nothing is kept, nothing asks before leaving. */
  atRisk: boolean;
  /** Where the script is that calculates before a ballot is taken. */
  workScript: string;
  /** The version of the wording that the page shows. */
  wording: number;
  texts: SendTexts;
}

/**
 * The state of a view. The wording of the recommendations is most of the page's weight and stands in
 * its HTML already, as do the answers: neither is written a second time.
 */
export function sendState(view: RateView, text: Catalogue, workScript: string): SendState {
  const { consultation, draft: _, ...rest } = view;
  return {
    ...rest,
    atRisk: consultation.atRisk,
    titles: consultation.atRisk ? undefined : text.rate.titles,
    workScript,
    wording: consultation.wording,
    consultation: namedConsultation(consultation),
    texts: sendTexts(text, consultation),
  };
}

/** That there is no translation is said beside the wording itself, and not once more here. */
export const namedConsultation = ({
  id,
  title,
  recommendations,
  about,
  channels,
}: FlatConsultation): NamedConsultation => ({
  id,
  title: unmarked(title),
  channels: Object.fromEntries(
    Object.entries(channels).map(([code, label]) => [code, unmarked(label)]),
  ),
  recommendations: recommendations.map(({ code, title }) => ({ code, title: unmarked(title) })),
  about: about.map(({ code, question, options }) => ({
    code,
    question: unmarked(question),
    options: options.map((one) => ({ code: one.code, label: unmarked(one.label) })),
  })),
});

export const sendTexts = (
  text: Catalogue,
  consultation: Pick<FlatConsultation, "every" | "reasons">,
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
  remarks: consultation.reasons
    ? { ...text.remark.send, missing: text.remark.rate.missing }
    : undefined,
});
