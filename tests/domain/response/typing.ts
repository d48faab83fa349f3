import {
  readAnswer,
  type Recording,
  type TypedAnswer,
} from "../../../domain/response/read-entry.ts";
import { definition } from "../consultation/definition.ts";
import { answer } from "./histories.ts";

const consultation = definition();
const recommendation = consultation.recommendations.find(({ code }) => code === "K1")!;
export const TODAY = "2026-06-10";

const typed: TypedAnswer = {
  measure: "",
  status: "accepted",
  day: "2026-06-01",
  statement: { en: "We agree." },
  original: "en",
  evidence: "",
  sourceTitle: "The Gazette, 1 June 2026",
  sourceAddress: "",
  promised: "",
};
export const organiser: Recording = {
  consultation,
  recommendation,
  by: "organiser",
  today: TODAY,
  corrected: undefined,
};
export const addressee: Recording = { ...organiser, by: "addressee" };

export const read = (more: Partial<TypedAnswer>, recording = organiser) => {
  const outcome = readAnswer({ ...typed, ...more }, recording);
  return "faults" in outcome
    ? outcome.faults.map(({ pointer, fault }) => `${pointer} ${fault}`)
    : outcome.answer;
};
export const corrected = (more: Parameters<typeof answer>[1]) => ({
  ...answer(1, { day: "2026-06-02", ...more }),
  fate: "stands" as const,
});
