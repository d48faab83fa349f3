import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAnswered } from "../../../domain/ledger/ledger.ts";
import { ledgerSchema, publishedLedger } from "../../../domain/ledger/published.ts";
import { LEDGER_COLUMNS, ledgerRows } from "../../../domain/ledger/table.ts";
import { RESPONSE_STATUSES } from "../../../domain/response/status.ts";
import { cellOf, made } from "../../web/results/made.ts";
import { answered, asking, ledger, withMeans } from "./cases.ts";

const THREE = asking(3);
const MEANS = withMeans(THREE, {
  R1: { public: 3 },
  R2: { public: 4.5 },
});

describe("the order", () => {
  test("has the highest first, and at the end what has no place, as the catalogue has it", () => {
    const definition = asking(5);
    const release = withMeans(definition, {
      R2: { public: 2 },
      R4: { public: 4 },
      R5: { public: 2 },
    });
    const { rows } = ledger({ definition, release });
    expect(rows.map(({ code }) => code)).toEqual(["R4", "R2", "R5", "R1", "R3"]);
    expect(rows.map(({ places }) => places.public)).toEqual([1, 2, 2, null, null]);
  });
});

describe("days without an answer", () => {
  test("are counted from the first release until today, or until the first answer", () => {
    const entries = [
      answered(1, "R1", "2026-04-04", { status: "acknowledged" }),
      answered(2, "R2", "2026-05-05"),
      answered(3, "R2", "2026-06-06", { status: "done" }),
    ];
    const { rows, since } = ledger({ definition: THREE, release: MEANS, entries });
    expect(since).toBe("2026-03-03");
    expect(rows.map(({ code, status, silence }) => [code, status, silence?.days])).toEqual([
      ["R2", "done", 63],
      ["R1", "acknowledged", 212],
      ["R3", "no-answer", 212],
    ]);
    expect(rows.map(isAnswered)).toEqual([true, false, false]);
  });

  test("are none before the first release, and an answer is one all the same", () => {
    const entries = [answered(1, "R1", "2026-02-02")];
    const { rows, addressees } = ledger({ definition: THREE, entries });
    expect(rows.map(({ silence }) => silence)).toEqual([undefined, undefined, undefined]);
    expect(rows.map(isAnswered)).toEqual([true, false, false]);
    expect(addressees[0]).toMatchObject({ medianDays: null, longest: null });
  });

  test("end with the answer to the last measure, where the whole has none", () => {
    const definition = asking(1, { measures: 2, addressees: ["A"] });
    const release = withMeans(definition, { R1: { public: 3 } });
    const one = answered(1, "R1", "2026-03-13", { measure: 0 });
    const both = [one, answered(2, "R1", "2026-04-02", { measure: 1, status: "rejected" })];
    const rowOf = (entries: Parameters<typeof ledger>[0]["entries"]) =>
      ledger({ definition, release, ...(entries !== undefined && { entries }) }).rows[0]!;
    expect(rowOf([one])).toMatchObject({
      measures: { of: 2, answered: 1 },
      silence: { days: 212, answeredOn: undefined },
    });
    expect(rowOf(both)).toMatchObject({
      status: "no-answer",
      measures: { of: 2, answered: 2 },
      silence: { days: 30, answeredOn: "2026-04-02" },
    });
    expect(isAnswered(rowOf(both))).toBe(true);
  });
});

describe("of each addressee", () => {
  test("are told its share of the ten highest, ties among them, and how many of those are answered", () => {
    const definition = asking(13);
    // Nine above, three that share the tenth place, one below.
    const tenths = [50, 49, 48, 47, 46, 45, 44, 43, 42, 30, 30, 30, 20];
    const release = withMeans(
      definition,
      Object.fromEntries(tenths.map((mean, place) => [`R${place + 1}`, { public: mean / 10 }])),
    );
    const entries = [
      answered(1, "R1", "2026-03-05"),
      answered(2, "R12", "2026-03-05"),
      answered(3, "R13", "2026-03-05"),
    ];
    const { addressees } = ledger({ definition, release, entries });
    expect(addressees.map(({ code, top }) => [code, top.of, top.answered])).toEqual([
      ["A", 6, 1],
      ["B", 6, 1],
    ]);
    const untold = ledger({ definition, release, by: "expert" });
    expect(untold.addressees.map(({ top }) => top)).toEqual([
      { of: 0, answered: 0 },
      { of: 0, answered: 0 },
    ]);
  });

  test("are told the median of its days, the longest silence that lasts, and promises that passed", () => {
    const definition = asking(4, { addressees: ["A"] });
    const release = withMeans(definition, { R1: { public: 3 } });
    const entries = [
      answered(1, "R1", "2026-03-13", { promised: "2026-06-01" }),
      answered(2, "R2", "2026-03-23", { promised: "2026-12-01" }),
    ];
    const [one] = ledger({ definition, release, entries }).addressees;
    // Of 10, 20, 212 and 212.
    expect(one).toMatchObject({
      recommendations: 4,
      medianDays: 116,
      longest: { days: 212, codes: ["R3", "R4"] },
    });
    expect(one!.passed.map(({ day, answer }) => [day, answer.recommendation])).toEqual([
      ["2026-06-01", "R1"],
    ]);
    const all = entries.concat(answered(3, "R3", "2026-03-04"), answered(4, "R4", "2026-03-04"));
    const [every] = ledger({ definition, release, entries: all }).addressees;
    expect(every).toMatchObject({ medianDays: 5.5, longest: null });
  });
});

const bins = fc.tuple(...Array.from({ length: 7 }, () => fc.integer({ min: 0, max: 9 })));
const rows = fc.array(bins, { minLength: 6, maxLength: 6 });
const entry = fc.record({
  recommendation: fc.integer({ min: 1, max: 6 }).map((place) => `R${place}`),
  day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-04-${String(day).padStart(2, "0")}`),
  status: fc.constantFrom(...RESPONSE_STATUSES),
});

/** Every number that stands anywhere in it. */
const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

test("no figure of respondents is in it that a release hides, whatever is hidden", () => {
  const definition = asking(6);
  fc.assert(
    fc.property(rows, rows, fc.array(entry, { maxLength: 12 }), (all, experts, given) => {
      const cells = { public: cellOf(all), expert: cellOf(experts) };
      const release = made({ definition, cells });
      const entries = given.map(({ recommendation, day, status }, place) =>
        answered(place + 1, recommendation, day, { status }),
      );
      const found = ledger({ definition, release, entries });
      const newest = { release, hash: "0".repeat(64) };
      const published = publishedLedger(definition.id, found, true, newest, false);
      expect(ledgerSchema.parse(JSON.parse(JSON.stringify(published)))).toEqual(published);
      for (const { code, panels, places } of published.recommendations) {
        const told = release.recommendations.find((one) => one.code === code)!.panels;
        for (const panel of ["public", "expert"] as const) {
          const { rated, mean, rank, rankRange } = told[panel];
          expect(panels[panel]).toEqual({ rated, mean, rank, rankRange });
          expect(places[panel] === null).toBe(mean === null);
        }
        expect(places.both === null).toBe(told.public.mean === null || told.expert.mean === null);
      }
      // Of nothing but the release and the answers: with the same two it is the same, whoever answered.
      const figures = new Set(numbersIn(release.recommendations));
      for (const one of published.recommendations) {
        for (const number of numbersIn(one.panels)) expect(figures).toContain(number);
      }
      const words = { title: String, addressee: String, status: String };
      const table = ledgerRows(definition.id, found, release, words, false);
      const means = LEDGER_COLUMNS.flatMap((name, place) =>
        /^(mean|rated)_/.test(name) ? [place] : [],
      );
      for (const line of table) {
        expect(line).toHaveLength(LEDGER_COLUMNS.length);
        for (const place of means) {
          if (line[place] !== "") expect(figures).toContain(line[place]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("before the first release what others get says so, and is whole", () => {
  const found = ledger({ definition: THREE });
  const published = publishedLedger(THREE.id, found, false, undefined, false);
  expect(ledgerSchema.parse(published)).toMatchObject({ since: null, release: null, by: null });
  expect(published.recommendations.map(({ silence }) => silence)).toEqual([null, null, null]);
});
