import fc from "fast-check";
import type { Answer, ResponseEntry, Withdrawal } from "../../../domain/response/entry.ts";
import { RESPONSE_STATUSES } from "../../../domain/response/status.ts";

export const day = (place: number): string =>
  new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10);

/** An answer to the whole of K1, given on day `number` unless it says otherwise. */
export const answer = (number: number, more: Partial<Answer> = {}): Answer => ({
  kind: "answer",
  number,
  at: `${more.day ?? day(number)}T12:00:00Z`,
  by: "addressee",
  recommendation: "K1",
  addressee: "K",
  status: "accepted",
  day: day(number),
  statement: { en: "Said" },
  original: "en",
  evidence: [],
  ...more,
});

export const withdrawal = (number: number, withdraws: number): Withdrawal => ({
  kind: "withdrawal",
  number,
  at: `${day(number)}T12:00:00Z`,
  by: "organiser",
  recommendation: "K1",
  withdraws,
  reason: { en: "Mistaken" },
});

/** How many measures the recommendation of random histories has. */
export const MEASURES = 2;

const step = fc.record({
  what: fc.constantFrom("answer", "answer", "correction", "withdrawal"),
  measure: fc.constantFrom(undefined, 0, 1),
  status: fc.constantFrom(...RESPONSE_STATUSES),
  day: fc.integer({ min: 0, max: 60 }),
  promised: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  about: fc.nat(),
});

/** Any history, of which no more is right than the store makes sure of: numbers without a gap, nothing about what is later. */
export const histories = fc.array(step, { maxLength: 14 }).map((steps): ResponseEntry[] => {
  const entries: ResponseEntry[] = [];
  for (const { what, measure, status, promised, about, ...given } of steps) {
    const number = entries.length + 1;
    const answers = entries.filter((one) => one.kind === "answer");
    const earlier = answers[about % Math.max(1, answers.length)];
    if (what === "withdrawal" && earlier !== undefined) {
      entries.push(withdrawal(number, earlier.number));
      continue;
    }
    const place = what === "correction" && earlier !== undefined ? earlier.measure : measure;
    entries.push(
      answer(number, {
        status,
        day: day(given.day),
        ...(place !== undefined && { measure: place }),
        ...(promised !== undefined && { promised: day(given.day + promised) }),
        ...(what === "correction" && earlier !== undefined && { corrects: earlier.number }),
      }),
    );
  }
  return entries;
});
