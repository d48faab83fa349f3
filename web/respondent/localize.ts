import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Schedule } from "../../domain/disclosure/policy.ts";
import type { Language } from "../../domain/language.ts";
import { wordingOf } from "../../domain/consultation/wording.ts";

/** A recommendation in one language. */
export interface FlatRecommendation {
  code: string;
  addressee: string;
  title: string;
  statement: string;
  measures: string[];
}

/** A question about the respondent, in one language. */
export interface FlatQuestion {
  code: string;
  question: string;
  why: string;
  options: { code: string; label: string }[];
}

/** A consultation in one language. */
export interface FlatConsultation {
  id: string;
  title: string;
  summary: string;
  source: { title: string; publisher: string; date: string; chapter?: string | undefined };
  translation: Consultation["translations"][Language];
  addressees: { code: string; name: string }[];
  recommendations: FlatRecommendation[];
  about: FlatQuestion[];
  /** What each channel is called, by its code. */
  channels: Record<string, string>;
  /** The public is counted by the language of the ballot too. */
  countLanguages: boolean;
  /** When results are published. */
  every: Schedule;
  opensAt: string | undefined;
  closesAt: string | undefined;
  /** The experts' counts are published exactly. */
  expertsExact: boolean;
  /** The version of the wording, and what was corrected, in this language. */
  wording: number;
  corrections: { at: string; note: string }[];
  /** After so many days single ballots may be deleted, when archived; else never by themselves. */
  purgeAfterDays: number | undefined;
  /** Nobody may find out that a respondent took part. */
  atRisk: boolean;
  /** Where "leave" leads. */
  leaveTo: string;
}

/** The consultation as a reader of one language sees it. */
export const localizeConsultation = (
  definition: Consultation,
  language: Language,
): FlatConsultation => ({
  title: definition.title[language],
  summary: definition.summary[language],
  source: {
    title: definition.source.title[language],
    publisher: definition.source.publisher,
    date: definition.source.date,
    chapter: definition.source.chapter,
  },
  translation: definition.translations[language],
  addressees: definition.addressees.map(({ code, name }) => ({ code, name: name[language] })),
  recommendations: definition.recommendations.map((one) => ({
    code: one.code,
    addressee: one.addressee,
    title: one.title[language],
    statement: one.statement[language],
    measures: one.measures.map((measure) => measure[language]),
  })),
  about: definition.about.map((question) => ({
    code: question.code,
    question: question.question[language],
    why: question.why[language],
    options: question.options.map(({ code, label }) => ({ code, label: label[language] })),
  })),
  channels: Object.fromEntries(
    (definition.channels ?? []).map(({ code, label }) => [code, label[language]]),
  ),
  countLanguages: definition.countLanguages === true,
  every: definition.release.every,
  opensAt: definition.opensAt,
  closesAt: definition.closesAt,
  expertsExact: definition.experts === "exact",
  purgeAfterDays: definition.purgeAfterDays,
  wording: wordingOf(definition),
  corrections: (definition.corrections ?? []).map(({ at, note }) => ({ at, note: note[language] })),
  ...leaving(definition),
});

/** An empty page leads nowhere, and so tells nobody anything. */
const EMPTY_PAGE = "about:blank";

/** Whether and where to a consultation lets people leave in a hurry. */
export const leaving = ({ id, disclosure, leaveTo }: Consultation) => ({
  id,
  atRisk: disclosure === "at-risk",
  leaveTo: leaveTo ?? EMPTY_PAGE,
});
