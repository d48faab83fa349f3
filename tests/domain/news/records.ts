import fc from "fast-check";
import type { Answer, ResponseEntry, Withdrawal } from "../../../domain/response/entry.ts";
import { RESPONSE_STATUSES } from "../../../domain/response/status.ts";

/** A consultation in a zone whose days are not those of UTC. */
export const CONSULTATION = {
  id: "spring",
  languages: ["en"],
  timeZone: "Asia/Almaty",
  title: { en: "Spring" },
  source: { title: { en: "Report" }, publisher: "P", date: "2025-12-01" },
  opensAt: "2026-01-10T04:00:00Z",
  closesAt: "2026-03-01T19:00:00Z",
  addressees: [
    { code: "K", name: { en: "Government" } },
    { code: "W", name: { en: "Others" } },
  ],
  recommendations: ["K1", "K2", "W1"].map((code) => ({
    code,
    addressee: code[0]!,
    title: { en: `Title of ${code}` },
    statement: { en: code },
    measures: [{ en: "first" }, { en: "second" }],
  })),
} as const;

export const answer = (number: number, at: string, more: Partial<Answer> = {}): Answer => ({
  kind: "answer",
  number,
  at,
  by: "organiser",
  recommendation: "K1",
  addressee: "K",
  status: "in-progress",
  day: at.slice(0, 10),
  statement: { en: `Statement ${number}` },
  original: "en",
  evidence: [],
  source: { title: "A paper" },
  ...more,
});

export const withdrawal = (number: number, at: string, withdraws: number): Withdrawal => ({
  kind: "withdrawal",
  number,
  at,
  by: "organiser",
  recommendation: "K1",
  withdraws,
  reason: { en: "It was another paper" },
});

const DAY = 86_400_000;
const START = Date.parse("2026-01-05T00:00:00Z");
export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Any record that may have come about: numbered in the order of recording, each moment after the one before. */
export const anyRecord = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 20 * DAY }),
      recommendation: fc.constantFrom("K1", "K2", "W1"),
      status: fc.constantFrom(...RESPONSE_STATUSES),
      measure: fc.constantFrom(undefined, 0, 1),
      daysBefore: fc.integer({ min: 0, max: 400 }),
      promisedIn: fc.option(fc.integer({ min: -100, max: 60 }), { nil: undefined }),
      // Of so many before it, which one it corrects or withdraws; mostly none.
      about: fc.option(fc.tuple(fc.boolean(), fc.nat(5)), { nil: undefined, freq: 2 }),
    }),
    { maxLength: 12 },
  )
  .map((all): ResponseEntry[] => {
    let at = START;
    const entries: ResponseEntry[] = [];
    for (const [place, one] of all.entries()) {
      at += one.gap;
      const number = place + 1;
      const earlier = entries.filter((entry): entry is Answer => entry.kind === "answer");
      const target = one.about && earlier[earlier.length - 1 - one.about[1]];
      if (target !== undefined && one.about![0]) {
        entries.push({
          ...withdrawal(number, iso(at), target.number),
          recommendation: target.recommendation,
        });
        continue;
      }
      const recommendation = target?.recommendation ?? one.recommendation;
      entries.push(
        answer(number, iso(at), {
          recommendation,
          addressee: recommendation[0]!,
          status: one.status,
          measure: target?.measure ?? one.measure,
          day: iso(at - one.daysBefore * DAY).slice(0, 10),
          ...(one.promisedIn !== undefined && {
            promised: iso(at + one.promisedIn * DAY).slice(0, 10),
          }),
          ...(target !== undefined && { corrects: target.number }),
        }),
      );
    }
    return entries;
  });
