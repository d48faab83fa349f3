import { allChannels } from "../../domain/consultation/channel.ts";
import { plannedClosing } from "../../domain/consultation/closing.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { type Accent, lookOf } from "../../domain/consultation/look.ts";
import type { Schedule } from "../../domain/disclosure/policy.ts";
import type { Language, Texts } from "../../domain/language.ts";
import { wordingOf } from "../../domain/consultation/wording.ts";
import type { Reader } from "../language/reader.ts";
import { markedOnce, type Said, saidIn } from "../language/said.tsx";

/** A recommendation in one language. */
export interface FlatRecommendation {
  code: string;
  addressee: string;
  title: Said;
  statement: Said;
  measures: Said[];
  /** Somebody suggested it in an earlier consultation. */
  suggested?: true;
}

/** A question about the respondent, in one language. */
export interface FlatQuestion {
  code: string;
  question: Said;
  why: Said;
  options: { code: string; label: Said }[];
}

/** A consultation in one language. */
export interface FlatConsultation {
  id: string;
  title: Said;
  summary: Said;
  /** The name of who asks; earlier consultations do not say. */
  askedBy: Said | undefined;
  /** What happens with the results, and by which day. */
  next: Said | undefined;
  nextBy: string | undefined;
  source: { title: Said; publisher: string; date: string; chapter?: string | undefined };
  translation: Consultation["translations"][string] | undefined;
  addressees: { code: string; name: Said }[];
  recommendations: FlatRecommendation[];
  about: FlatQuestion[];
  /** What each channel is called, by its code. */
  channels: Record<string, Said>;
  /** The public is counted by the language of the ballot too. */
  countLanguages: boolean;
  /** Respondents are asked why, and what is missing. */
  reasons: boolean;
  /** When results are published. */
  every: Schedule;
  opensAt: string | undefined;
  closesAt: string | undefined;
  /** When it was to close as it opened; and each time that this was moved, in this language. */
  plannedClosing: string | undefined;
  closings: { to: string; note: Said }[];
  /** The experts' counts are published exactly. */
  expertsExact: boolean;
  /** The version of the wording, and what was corrected, in this language. */
  wording: number;
  corrections: { at: string; note: Said }[];
  /** After so many days single ballots may be deleted, when archived; else never by themselves. */
  purgeAfterDays: number | undefined;
  /** In which it can be answered, the original first. */
  languages: readonly Language[];
  /** The zone in which its days and hours are told. */
  timeZone: string;
  /** Nobody may find out that a respondent took part. */
  atRisk: boolean;
  /** Where "leave" leads. */
  leaveTo: string;
  accent?: Accent | undefined;
}

/** The consultation as a reader of one language sees it. */
export function localizeConsultation(definition: Consultation, reader: Reader): FlatConsultation {
  const said = (texts: Texts) => saidIn(reader, definition, texts);
  const once = (...all: Texts[]) => markedOnce(all.map(said));
  const [title, summary, source] = once(
    definition.title,
    definition.summary,
    definition.source.title,
  ) as [Said, Said, Said];
  return {
    title,
    summary,
    askedBy: definition.organiser && said(definition.organiser.name),
    next: definition.organiser?.next && said(definition.organiser.next),
    nextBy: definition.organiser?.nextBy,
    source: {
      title: source,
      publisher: definition.source.publisher,
      date: definition.source.date,
      chapter: definition.source.chapter,
    },
    translation: definition.translations[reader.language],
    addressees: definition.addressees.map(({ code, name }) => ({ code, name: said(name) })),
    recommendations: definition.recommendations.map((one) => {
      const [title, statement, ...measures] = once(one.title, one.statement, ...one.measures) as [
        Said,
        Said,
        ...Said[],
      ];
      const { code, addressee, suggestedBy } = one;
      const suggested = suggestedBy && ({ suggested: true } as const);
      return { code, addressee, title, statement, measures, ...suggested };
    }),
    about: definition.about.map(({ code, options, ...one }) => {
      const labels = options.map(({ label }) => label);
      const [question, why, ...said] = once(one.question, one.why, ...labels) as [
        Said,
        Said,
        ...Said[],
      ];
      return {
        code,
        question,
        why,
        options: options.map((option, place) => ({ code: option.code, label: said[place]! })),
      };
    }),
    channels: Object.fromEntries(
      allChannels(definition).map(({ code, label }) => [code, said(label)]),
    ),
    countLanguages: definition.countLanguages === true,
    reasons: definition.reasons === true,
    every: definition.release.every,
    opensAt: definition.opensAt,
    closesAt: definition.closesAt,
    plannedClosing: plannedClosing(definition),
    closings: (definition.closings ?? []).flatMap(({ to, note }) =>
      note === undefined ? [] : [{ to, note: said(note) }],
    ),
    expertsExact: definition.experts === "exact",
    purgeAfterDays: definition.purgeAfterDays,
    wording: wordingOf(definition),
    corrections: (definition.corrections ?? []).map(({ at, note }) => ({ at, note: said(note) })),
    timeZone: definition.timeZone,
    ...leaving(definition),
  };
}

/** An empty page leads nowhere, and so tells nobody anything. */
const EMPTY_PAGE = "about:blank";

/** What every page about a consultation says in its head, how it is left, and its colour. */
export const headed = (definition: Consultation, reader: Reader) => ({
  ...leaving(definition),
  title: saidIn(reader, definition, definition.title),
  summary: saidIn(reader, definition, definition.summary),
});

/** Whether and where to a consultation lets people leave in a hurry, and its colour. */
const leaving = (definition: Consultation) => ({
  id: definition.id,
  languages: definition.languages,
  atRisk: definition.disclosure === "at-risk",
  leaveTo: definition.leaveTo ?? EMPTY_PAGE,
  accent: lookOf(definition).accent,
});
