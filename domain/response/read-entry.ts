/**
 * What may be recorded as an official response. Pure: of several faults all are told, and nothing that was
 * typed is repeated back. What must not be possible here, since it would stop the days of silence or make a
 * broken promise unsaid, is in docs/decisions/026-silence.md.
 */
import * as z from "zod/mini";
import type { Consultation } from "../consultation/definition.ts";
import type { Fault, FaultKind } from "../fault.ts";
import type { Language, Texts } from "../language.ts";
import {
  type Answer,
  MOST_EVIDENCE,
  type Recorder,
  RESPONSE_LENGTHS,
  type Source,
} from "./entry.ts";
import { readAddress, readLine, readTexts } from "./read-text.ts";
import type { FatedAnswer } from "./standing.ts";
import { isAnswer, RESPONSE_STATUSES, type ResponseStatus } from "./status.ts";

/** What was typed into the fields of an answer, as a form has it; empty where nothing was. */
export interface TypedAnswer {
  /** The place of a measure from 0; empty for the whole recommendation. */
  measure: string;
  status: string;
  day: string;
  statement: Texts;
  original: string;
  /** One address on each line. */
  evidence: string;
  sourceTitle: string;
  sourceAddress: string;
  promised: string;
}

/** Who records it of what, and when. */
export interface Recording {
  consultation: Pick<Consultation, "languages" | "source">;
  recommendation: Consultation["recommendations"][number];
  by: Recorder;
  /** Today, in the consultation's zone. */
  today: string;
  /** The entry of the same recorder that it corrects. */
  corrected: FatedAnswer | undefined;
}

/** An answer that has no number yet. */
export type NewAnswer = Omit<Answer, "number" | "at">;

/** Most years from an answer to what it promises: a typed 2206 is none. */
const MOST_YEARS = 50;

/** The statuses that somebody can record. An addressee cannot answer that it has not answered. */
export const statusesFor = (by: Recorder): readonly ResponseStatus[] =>
  RESPONSE_STATUSES.filter((status) => by === "organiser" || status !== "no-answer");

/** The answer that was typed, or everything that is wrong with it. */
export function readAnswer(
  typed: TypedAnswer,
  recording: Recording,
): { answer: NewAnswer } | { faults: Fault[] } {
  const { consultation, recommendation, by, corrected } = recording;
  const { languages } = consultation;
  const faults: Fault[] = [];
  const wrong = (pointer: string, fault: FaultKind) => void faults.push({ pointer, fault });

  const measure = corrected === undefined ? readMeasure(typed.measure) : corrected.measure;
  if (measure !== undefined && recommendation.measures[measure] === undefined) {
    wrong("/measure", "unknown");
  }
  const status = statusesFor(by).find((one) => one === typed.status);
  if (status === undefined) wrong("/status", "unknown");
  else if (!mayBecome(status, recording)) wrong("/status", "not-allowed");

  const day = readDay(typed.day, recording);
  if ("fault" in day) wrong("/day", day.fault);
  const promised = readPromised(typed.promised, "day" in day ? day.day : undefined, recording);
  if ("fault" in promised) wrong("/promised", promised.fault);

  const original = languages.find((one) => one === typed.original);
  if (original === undefined) wrong("/original", "unknown");
  const statement = readTexts(
    typed.statement,
    languages,
    original ?? languages[0]!,
    RESPONSE_LENGTHS.statement,
    "/statement",
  );
  if ("faults" in statement) faults.push(...statement.faults);

  const evidence = readEvidence(typed.evidence);
  faults.push(...evidence.faults);
  const source = by === "organiser" ? readSource(typed) : undefined;
  if (source !== undefined && "faults" in source) faults.push(...source.faults);

  if (faults.length > 0) return { faults };
  return {
    answer: {
      kind: "answer",
      by,
      recommendation: recommendation.code,
      addressee: recommendation.addressee,
      ...(measure !== undefined && { measure }),
      status: status!,
      day: (day as { day: string }).day,
      statement: (statement as { texts: Texts }).texts,
      original: original!,
      evidence: evidence.addresses,
      ...(source !== undefined && "source" in source && { source: source.source }),
      ...("day" in promised && { promised: promised.day }),
      ...(corrected !== undefined && { corrects: corrected.number }),
    },
  };
}

/** Why an entry is withdrawn, in those languages in which it was written; or what is wrong with it. */
export function readReason(
  typed: Texts,
  languages: readonly Language[],
): { reason: Texts } | { faults: Fault[] } {
  const first = languages.find((one) => (typed[one] ?? "").trim() !== "") ?? languages[0]!;
  const read = readTexts(typed, languages, first, RESPONSE_LENGTHS.reason, "/reason");
  return "faults" in read ? read : { reason: read.texts };
}

const readMeasure = (typed: string): number | undefined =>
  typed === "" ? undefined : /^\d{1,3}$/.test(typed) ? Number(typed) : NaN;

/** A desk's correction keeps its day, so it must not make an answer of what was none: that is a new one, of today. */
const mayBecome = (status: ResponseStatus, { by, corrected }: Recording): boolean =>
  by === "organiser" || corrected === undefined || isAnswer(corrected.status) || !isAnswer(status);

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

/** The day on which it was said: a desk records what is said there and then. */
function readDay(
  typed: string,
  { by, today, corrected, consultation }: Recording,
): { day: string } | { fault: FaultKind } {
  if (by === "addressee") return { day: corrected?.day ?? today };
  if (typed.trim() === "") return { fault: "missing" };
  const day = typed.trim();
  if (!isDay(day)) return { fault: "wrong-type" };
  return day > today || day < consultation.source.date ? { fault: "out-of-range" } : { day };
}

/** The day by which more is promised, where one is. A desk cannot take back one that is over. */
function readPromised(
  typed: string,
  day: string | undefined,
  { by, today, corrected }: Recording,
): { day: string } | { fault: FaultKind } | Record<never, never> {
  const promised = typed.trim();
  const before = corrected?.promised;
  if (by === "addressee" && before !== undefined && before < today && promised !== before) {
    return { fault: "not-allowed" };
  }
  if (promised === "") return {};
  if (!isDay(promised)) return { fault: "wrong-type" };
  if (day === undefined) return {};
  const last = `${String(Number(day.slice(0, 4)) + MOST_YEARS).padStart(4, "0")}${day.slice(4)}`;
  return promised < day || promised > last ? { fault: "out-of-range" } : { day: promised };
}

/** The addresses of some lines, each once; and which lines are none. */
function readEvidence(typed: string): { addresses: string[]; faults: Fault[] } {
  const lines = typed
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length > MOST_EVIDENCE) {
    return { addresses: [], faults: [{ pointer: "/evidence", fault: "out-of-range" }] };
  }
  const read = lines.map((line) => readAddress(line, RESPONSE_LENGTHS.address));
  return {
    addresses: [...new Set(read.filter((one) => one !== undefined))],
    faults: read.some((one) => one === undefined)
      ? [{ pointer: "/evidence", fault: "not-allowed" }]
      : [],
  };
}

/** Where an organiser read it. */
function readSource({
  sourceTitle,
  sourceAddress,
}: TypedAnswer): { source: Source } | { faults: Fault[] } {
  const title = readLine(sourceTitle, RESPONSE_LENGTHS.source, "/source/title");
  const faults = "faults" in title ? title.faults : [];
  const isGiven = sourceAddress.trim() !== "";
  const address = isGiven ? readAddress(sourceAddress, RESPONSE_LENGTHS.address) : undefined;
  if (isGiven && address === undefined) {
    return { faults: [...faults, { pointer: "/source/address", fault: "not-allowed" }] };
  }
  if ("faults" in title) return title;
  return { source: { title: title.text, ...(address !== undefined && { address }) } };
}
