import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Fault } from "../../domain/fault.ts";
import { MOST_EVIDENCE, RESPONSE_LENGTHS } from "../../domain/response/entry.ts";
import type { FatedAnswer } from "../../domain/response/standing.ts";
import type { Reader } from "../language/reader.ts";
import { fill, formatDay, formatNumber } from "../text.ts";

/** For each field of the form that was refused, by its id: what to do about it. */
export type WrongFields = Partial<Record<string, string>>;

interface About {
  consultation: Pick<Consultation, "source">;
  today: string;
  corrected: FatedAnswer | undefined;
}

/** Names what is wrong with each field of a refused answer or reason, in the reader's language. */
export function nameAnswerFaults(
  { language, text }: Reader,
  faults: readonly Fault[],
  { consultation, today, corrected }: About,
): WrongFields {
  const words = text.responding.faults;
  const most = (count: number) => ({ most: formatNumber(language, count) });
  const report = { day: formatDay(language, consultation.source.date) };
  const example = { example: today };
  const sentences: Record<string, Partial<Record<Fault["fault"], string>>> = {
    measure: { unknown: words.measure },
    status: { unknown: words.status, "not-allowed": words.statusCorrection },
    day: {
      missing: fill(words.day, example),
      "wrong-type": fill(words.day, example),
      "out-of-range": fill(words.dayRange, report),
    },
    original: { unknown: words.original },
    statement: textFaults(words, most(RESPONSE_LENGTHS.statement)),
    reason: textFaults(words, most(RESPONSE_LENGTHS.reason)),
    "source-title": {
      ...textFaults(words, most(RESPONSE_LENGTHS.source)),
      missing: words.sourceMissing,
    },
    "source-address": { "not-allowed": words.address },
    evidence: {
      "not-allowed": words.evidence,
      "out-of-range": fill(words.evidenceMany, most(MOST_EVIDENCE)),
    },
    promised: {
      "wrong-type": fill(words.day, example),
      "out-of-range": words.promisedRange,
      "not-allowed": fill(words.promisedOver, {
        day: formatDay(language, corrected?.promised ?? today),
      }),
    },
  };
  return Object.fromEntries(
    faults.map(({ pointer, fault }) => {
      const id = pointer.slice(1).replaceAll("/", "-");
      const [first = ""] = id.split("-");
      return [id, (sentences[id] ?? sentences[first])?.[fault] ?? text.common.faults[fault]];
    }),
  );
}

const textFaults = (
  words: Reader["text"]["responding"]["faults"],
  most: { most: string },
): Partial<Record<Fault["fault"], string>> => ({
  missing: words.textMissing,
  "out-of-range": fill(words.textLong, most),
  "not-allowed": words.characters,
});
