import type { Language, Texts } from "../../domain/language.ts";
import type { TypedAnswer } from "../../domain/response/read-entry.ts";
import type { FatedAnswer } from "../../domain/response/standing.ts";
import type { SentAnswer } from "./record-response.ts";

/** What the form of an answer sent. */
export const sentIn = (fields: URLSearchParams, languages: readonly Language[]): SentAnswer => ({
  recommendation: fields.get("recommendation") ?? "",
  corrects: fields.get("corrects") ?? "",
  seen: fields.get("seen") ?? "",
  typed: typedIn(fields, languages),
});

/** A text of each of some languages, as the fields of a form have it. */
export const textsIn = (
  fields: URLSearchParams,
  name: string,
  languages: readonly Language[],
): Texts =>
  Object.fromEntries(
    languages.map((language) => [language, fields.get(`${name}.${language}`) ?? ""]),
  );

const typedIn = (fields: URLSearchParams, languages: readonly Language[]): TypedAnswer => {
  const field = (name: string): string => fields.get(name) ?? "";
  return {
    measure: field("measure"),
    status: field("status"),
    day: field("day"),
    statement: textsIn(fields, "statement", languages),
    original: field("original"),
    evidence: field("evidence"),
    sourceTitle: field("sourceTitle"),
    sourceAddress: field("sourceAddress"),
    promised: field("promised"),
  };
};

/** What a form begins with: what stands in the entry that it corrects, or nothing. */
export const typedOf = (answer: FatedAnswer | undefined, original: Language): TypedAnswer => ({
  measure: answer?.measure === undefined ? "" : String(answer.measure),
  status: answer?.status ?? "",
  day: answer?.day ?? "",
  statement: answer?.statement ?? {},
  original: answer?.original ?? original,
  evidence: answer?.evidence.join("\n") ?? "",
  sourceTitle: answer?.source?.title ?? "",
  sourceAddress: answer?.source?.address ?? "",
  promised: answer?.promised ?? "",
});
