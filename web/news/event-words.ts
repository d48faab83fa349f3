import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Texts } from "../../domain/language.ts";
import type { NewsEvent } from "../../domain/news/event.ts";
import type { Answer } from "../../domain/response/entry.ts";
import type { Fate } from "../../domain/response/standing.ts";
import type { Reader } from "../language/reader.ts";
import { type Said, saidIn, textOf } from "../language/said.tsx";
import { statusWord } from "../response/status-words.ts";
import { fill, formatDay, formatMoment, formatNumber } from "../text.ts";

/** An event as people read it: a line, and paragraphs. Text alone, whatever stands in it. */
export interface EventWords {
  title: string;
  paragraphs: readonly string[];
}

export function eventWords(
  reader: Reader,
  consultation: Consultation,
  event: NewsEvent,
): EventWords {
  const { language, text } = reader;
  const words = text.news;
  const moment = (iso: string) => formatMoment(language, iso, consultation.timeZone);
  const number = (value: number) => formatNumber(language, value);
  const { about } = event;
  const values = {
    code: about?.recommendation ?? "",
    addressee: about === undefined ? "" : addresseeName(reader, consultation, about.addressee),
  };
  const on = (line: string, more: Record<string, string> = {}) =>
    fill(line, { ...values, ...more });
  const asked = about && recommendationTitle(reader, consultation, about.recommendation);
  const withAsked = (paragraphs: string[]) => [
    ...(asked === undefined ? [] : [asked]),
    ...paragraphs,
  ];
  switch (event.kind) {
    case "opened": {
      const { closesAt } = consultation;
      const until = closesAt && fill(words.openedUntil, { closes: moment(closesAt) });
      return { title: words.opened, paragraphs: until === undefined ? [] : [until] };
    }
    case "closed":
      return {
        title: words.closed,
        paragraphs: [fill(words.closedText, { moment: moment(event.at) })],
      };
    case "closing-moved": {
      const { to, note } = event.closing;
      return {
        title: fill(words.closingMoved, { to: moment(to) }),
        paragraphs: note === undefined ? [] : [textOf(saidIn(reader, consultation, note))],
      };
    }
    case "release":
    case "final-release": {
      const { release, releasedAt, hash, final } = event.release;
      return {
        title: fill(final ? words.finalRelease : words.release, { number: number(release) }),
        paragraphs: [fill(words.releaseText, { moment: moment(releasedAt), hash })],
      };
    }
    case "answer":
    case "correction": {
      const { answer } = event;
      const status = statusWord(reader, answer.status);
      return {
        title: on(event.kind === "answer" ? words.answer : words.correction, { status }),
        paragraphs: withAsked([
          ...answerWords(reader, consultation, answer, values.addressee),
          ...fateWords(reader, consultation, answer),
        ]),
      };
    }
    case "withdrawal": {
      const { withdraws, reason } = event.withdrawal;
      const why = textOf(saidIn(reader, consultation, reason));
      return {
        title: on(words.withdrawal),
        paragraphs: withAsked([
          fill(words.withdrawalText, { number: number(withdraws), reason: why }),
        ]),
      };
    }
    case "promise-passed": {
      const day = formatDay(language, event.day);
      return {
        title: on(words.promisePassed),
        paragraphs: withAsked([fill(words.promisePassedText, { day })]),
      };
    }
  }
}

/** What was said, when and by whom, and what is promised. */
function answerWords(
  reader: Reader,
  consultation: Consultation,
  answer: Answer,
  addressee: string,
): string[] {
  const { language, text } = reader;
  const words = text.response;
  const { measure, source, promised, evidence } = answer;
  const day = (one: string) => formatDay(language, one);
  const status = statusWord(reader, answer.status);
  const who = answer.by === "addressee" ? words.byAddressee : words.byOrganiser;
  return [
    ...(measure === undefined
      ? []
      : [fill(words.measure, { number: formatNumber(language, measure + 1) })]),
    fill(text.news.answeredOn, { status, day: day(answer.day) }),
    fill(who, { addressee }),
    ...(source === undefined
      ? []
      : [
          fill(words.source, {
            source: [source.title, source.address].filter((one) => one !== undefined).join(" "),
          }),
        ]),
    // Where it was translated into no language of the reader's, as it was said.
    saidAs(reader, answer.statement, answer.original),
    ...(evidence.length === 0 ? [] : [[words.evidence, ...evidence].join("\n")]),
    ...(promised === undefined ? [] : [fill(words.promised, { day: day(promised) })]),
  ].filter((paragraph) => paragraph !== "");
}

const saidAs = (reader: Reader, texts: Texts, original: string): string =>
  textOf(saidIn(reader, { languages: [original] }, texts));

/** That an answer does not hold any more, which whoever reads it later has to know. */
function fateWords(reader: Reader, consultation: Consultation, answer: Fate): string[] {
  const { language, text } = reader;
  const { fates } = text.response;
  const on = (at: string) => formatDay(language, dayIn(consultation.timeZone, new Date(at)));
  if (answer.fate === "withdrawn") {
    const { at, reason } = answer.withdrawnBy;
    const why = textOf(saidIn(reader, consultation, reason));
    return [fill(fates.withdrawn, { day: on(at), reason: why })];
  }
  if (answer.fate !== "corrected") return [];
  const { at, number } = answer.correctedBy;
  return [fill(fates.corrected, { day: on(at), number: formatNumber(language, number) })];
}

const named = (
  reader: Reader,
  consultation: Consultation,
  texts: Texts | undefined,
  code: string,
): Said => (texts === undefined ? code : saidIn(reader, consultation, texts));

/** What an addressee is called in the reader's language. */
export const addresseeName = (reader: Reader, consultation: Consultation, code: string): string =>
  textOf(
    named(
      reader,
      consultation,
      consultation.addressees.find((one) => one.code === code)?.name,
      code,
    ),
  );

/** The title of a recommendation, by its code. */
export const recommendationTitle = (
  reader: Reader,
  consultation: Consultation,
  code: string,
): string =>
  textOf(
    named(
      reader,
      consultation,
      consultation.recommendations.find((one) => one.code === code)?.title,
      code,
    ),
  );
