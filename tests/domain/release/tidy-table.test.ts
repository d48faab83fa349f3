import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText } from "../../../domain/release/earlier-release.ts";
import { GAPS_TABLE_COLUMNS } from "../../../domain/release/gaps-columns.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { RESULT_COLUMNS, resultRows } from "../../../domain/release/results-table.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../../domain/release/segments-table.ts";
import { TIDY_COLUMNS } from "../../../domain/release/tidy-columns.ts";
import { gapRows, tidyRows } from "../../../domain/release/tidy-table.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import method1 from "../../web/results/given/method-1.json" with { type: "json" };
import { cellOf, consultation, made } from "../../web/results/made.ts";
import { made3 } from "../export/three.ts";
import { cellByPath, rowsOf } from "./by-path.ts";

const named = (columns: readonly { name: string }[], rows: readonly { cells: unknown[] }[]) =>
  rowsOf([columns.map(({ name }) => name), ...rows.map(({ cells }) => cells)]);
const tidy = (release: Release) => named(TIDY_COLUMNS, tidyRows(release));
const gaps = (release: Release) => named(GAPS_TABLE_COLUMNS, gapRows(release));

const definition = consultation({ release: { every: "week", groups: 30 } });
const many = definition.recommendations.map((_, place) => [9, 20, 30, 40 + place, 100, 4, 3]);
/** A release with everything: groups, experts, first choices. */
const whole = made({
  definition,
  cells: {
    public: cellOf(many, { first: many.map((_, place) => 5 * place), choosers: 190 }),
    expert: cellOf(many.map(([low]) => [0, 0, 1, low!, 11, 1, 0])),
  },
  segments: {
    "region:almaty": cellOf(many),
    "age:18-24": cellOf(many.map(() => [1, 1, 0, 0, 0, 0, 0])),
  },
  participation: { "region:almaty": 206 },
  final: true,
});

const keyOf = ({ code, panel = "public", question, option }: Record<string, string>) =>
  [code, panel, question, option].filter(Boolean).join(" ");

/** Each cell that is not the figure at its path. */
const otherwise = (
  release: unknown,
  columns: readonly { name: string; path: string }[],
  rows: readonly Record<string, string>[],
): string[] =>
  rows.flatMap((row) =>
    columns.flatMap(({ name, path }) => {
      const expected = cellByPath(release, path, row);
      return expected === undefined || expected === row[name]
        ? []
        : [`${row["code"]} ${row["group"]} ${name}: ${row[name]}, not ${expected}`];
    }),
  );

describe("the tidy table", () => {
  test("has a row for each recommendation by each panel, then by each group", () => {
    const rows = tidy(whole);
    const { recommendations, segments } = whole;
    expect(rows).toHaveLength(recommendations.length * (2 + segments.length));
    const keys = rows.map(({ code, panel, group }) => `${code} ${panel} ${group}`);
    expect(new Set(keys).size).toBe(rows.length);
    expect(keys.slice(0, 2)).toEqual(["W1 public all", "W1 expert all"]);
    expect(keys).toContain("K14 public region:almaty");
    expect(rows.every(({ hidden }) => hidden !== undefined)).toBe(true);
  });

  test("has in every cell the figure at its column's path, and in no other column any", () => {
    for (const release of [whole, made3()]) {
      expect(otherwise(release, TIDY_COLUMNS, tidy(release))).toEqual([]);
      expect(otherwise(release, GAPS_TABLE_COLUMNS, gaps(release))).toEqual([]);
    }
    const withoutPath = TIDY_COLUMNS.filter(({ path }) => path === "").map(({ name }) => name);
    expect(withoutPath).toEqual(["panel", "group", "question", "option", "hidden", "scale"]);
    // That the comparison can fail.
    const [first, ...rest] = tidy(whole);
    const wrong = [{ ...first!, mean: "4.9" }, ...rest];
    expect(otherwise(whole, TIDY_COLUMNS, wrong)).toHaveLength(1);
  });

  test("tells under each name what the earlier tables tell under it", () => {
    for (const release of [whole, made3()]) {
      const rows = new Map(tidy(release).map((row) => [keyOf(row), row]));
      const tables = [
        rowsOf([[...RESULT_COLUMNS], ...resultRows(release)]),
        rowsOf([[...SEGMENT_COLUMNS], ...segmentRows(release)]),
      ];
      for (const row of tables.flat()) {
        const found = rows.get(keyOf(row))!;
        for (const [name, cell] of Object.entries(row)) {
          const isSame = found[name] === undefined || found[name] === cell;
          // A group of which nothing is told yet has no counts there that could have noise.
          const isUntold = name === "deviation" && row["made_in"] === "";
          if (name !== "hidden" && !isSame && !isUntold) expect.fail(`${keyOf(row)} ${name}`);
        }
      }
      const experts = new Map(
        tables[0]!.flatMap((row) => (row["panel"] === "expert" ? [[row["code"], row]] : [])),
      );
      for (const { hidden: _, ...row } of gaps(release)) {
        for (const name of Object.keys(row).filter((one) => /^gap|consensus/.test(one))) {
          expect(row[name], name).toBe(experts.get(row["code"])![name]);
        }
      }
    }
  });

  test("names in `hidden` the columns that are empty for protection, and only columns that are", () => {
    const few = cellOf(Array.from({ length: 3 }, () => [0, 0, 0, 0, 2, 0, 0]));
    for (const release of [whole, made3(), made3({ cells: { expert: few } })]) {
      const tables = [
        tidy(release),
        gaps(release),
        rowsOf([[...RESULT_COLUMNS], ...resultRows(release)]),
        rowsOf([[...SEGMENT_COLUMNS], ...segmentRows(release)]),
      ];
      for (const row of tables.flat()) {
        for (const one of row["hidden"]!.split(" ").filter(Boolean)) {
          const [column = "", reason] = one.split("=");
          expect(row[column], `${column} of ${row["code"]}`).toBe("");
          expect(reason).toMatch(/^[a-z-]+$/);
        }
      }
    }
    const hidden = tidy(whole).filter(({ group }) => group === "age:18-24");
    expect(hidden[0]!["hidden"]).toContain("mean=below-base");
    expect(hidden[0]!["hidden"]).not.toContain("disagreement");
    // Where a figure of the release is null, the table says why.
    const row = tidy(made3())[0]!;
    expect(row["hidden"]).toBe(
      "first_share=words-only first_rank=words-only first_rank_from=words-only first_rank_to=words-only",
    );
  });

  test("has of an earlier method what that told", () => {
    const release = readText(JSON.stringify(method1));
    const rows = tidy(release);
    const known = TIDY_COLUMNS.filter(({ name }) => !["method", "ranked"].includes(name));
    expect(otherwise(method1, known, rows)).toEqual([]);
    expect(rows[0]).toMatchObject({ method: "1", sigma: "", deviation: "", schedule: "" });
  });

  test("of any counts", () => {
    const count = fc.nat({ max: 300 });
    const cell = fc
      .array(fc.array(count, { minLength: 7, maxLength: 7 }), { minLength: 3, maxLength: 3 })
      .map((of) => cellOf(of, { first: [3, 0, 9], choosers: 11 }));
    fc.assert(
      fc.property(cell, cell, fc.nat({ max: 255 }), (everybody, expert, seed) => {
        const release = made3({
          cells: { public: everybody, expert },
          noise: noiseBytes(new Uint8Array(32).fill(seed), "export"),
        });
        expect(otherwise(release, TIDY_COLUMNS, tidy(release))).toEqual([]);
        expect(otherwise(release, GAPS_TABLE_COLUMNS, gaps(release))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
