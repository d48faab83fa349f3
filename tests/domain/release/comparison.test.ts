import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPARE_COLUMNS, compareRows } from "../../../domain/release/compare-table.ts";
import { compareChoice } from "../../../domain/release/compared-choice.ts";
import {
  ballotsSince,
  comparisonOf,
  rankChanges,
  toldPanels,
} from "../../../domain/release/comparison.ts";
import { wavesOf } from "../../../domain/release/waves.ts";
import { wave } from "./two-waves.ts";

const LOW = [40, 80, 120, 100, 60];
const MIDDLE = [40, 60, 120, 120, 60];
const HIGH = [16, 24, 60, 160, 140];
const release = (rows: readonly (readonly number[])[], number: number) => {
  const made = wave({ rows, final: false });
  return { ...made, release: { ...made.release, release: number } };
};

describe("two releases of one consultation", () => {
  const [then, now] = [release([LOW, MIDDLE], 1), release([HIGH, MIDDLE], 2)];
  const comparison = comparisonOf(then, now);

  test("stand side by side, and no difference is called one however large it is", () => {
    expect(comparison.kind).toBe("releases");
    for (const { panels } of comparison.pairs) {
      expect(panels.public.compared).toEqual({ because: "same-people" });
      expect(panels.expert.compared).toEqual({ because: "same-people" });
    }
    // Two waves of the same counts differ: it is not for want of a difference.
    const waves = wavesOf(wave({ rows: [LOW] }), wave({ rows: [HIGH], id: "now" }));
    expect(waves[0]!.panels.public.compared).toMatchObject({ differs: true });
  });

  test("tell how many more there are and whose rank is another, from published figures", () => {
    const more = release([HIGH, [50, 60, 120, 120, 60]], 2);
    expect(ballotsSince(comparisonOf(then, more), "public")).toBe(
      more.release.ballots.public! - then.release.ballots.public!,
    );
    expect(ballotsSince(comparison, "expert")).toBeNull();
    expect(rankChanges(comparison, "public")).toEqual({ moved: ["R1", "R2"], stayed: [] });
    expect(rankChanges(comparisonOf(then, then), "public").moved).toEqual([]);
    expect(toldPanels(comparison)).toEqual(["public"]);
  });

  test("name what one of them alone has", () => {
    const wider = release([HIGH, MIDDLE, LOW], 2);
    expect(comparisonOf(then, wider).only).toEqual({ earlier: [], later: ["R3"] });
    expect(comparisonOf(wider, then).only).toEqual({ earlier: ["R3"], later: [] });
    expect(comparisonOf(then, wider).pairs).toHaveLength(2);
  });
});

test("of two waves the counts of ballots are not subtracted: they are other ballots", () => {
  const comparison = comparisonOf(wave({ rows: [LOW] }), wave({ rows: [HIGH], id: "now" }));
  expect(comparison.kind).toBe("waves");
  expect(ballotsSince(comparison, "public")).toBeNull();
});

test("the table has the columns that were published once, in that order", () => {
  expect(COMPARE_COLUMNS.slice(0, 8)).toEqual([
    "kind",
    "code",
    "title",
    "panel",
    "consultation_then",
    "release_then",
    "released_at_then",
    "final_then",
  ]);
  expect(COMPARE_COLUMNS.slice(-11)).toEqual([
    "not_compared",
    "difference",
    "difference_low",
    "difference_high",
    "delta",
    "delta_low",
    "delta_high",
    "differs",
    "size",
    "licence",
    "source",
  ]);
  expect(COMPARE_COLUMNS).toHaveLength(4 + 2 * 19 + 11);
  const comparison = comparisonOf(wave({ rows: [LOW] }), wave({ rows: [HIGH], id: "now" }));
  const [row] = compareRows(comparison, { title: (code) => `=${code}`, source: "here" });
  const cell = (name: (typeof COMPARE_COLUMNS)[number]) => row![COMPARE_COLUMNS.indexOf(name)];
  expect(cell("differs")).toBe("true");
  expect(cell("difference")).toBe(
    comparison.pairs[0]!.panels.public.compared["means" as never]["difference"],
  );
  expect(cell("licence")).toBe("CC BY 4.0");
});

describe("what an address asks to compare", () => {
  test("is one of what there is, the earlier first, or refused", () => {
    const text = fc.oneof(
      fc.constant(undefined),
      fc.constant(""),
      fc.integer({ min: -2, max: 9 }).map(String),
      fc.constantFrom("a", "b", "01", "1.0", "1e0", " 1", "constructor", "٣"),
    );
    const query = fc.record({ from: text, to: text, with: text });
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 6 }));
    const waves = fc.subarray(["a", "b"]);
    fc.assert(
      fc.property(query, numbers, waves, (asked, all, near) => {
        const found = compareChoice(asked, all, near);
        if (found === undefined) {
          expect(all.length < 2 && near.length === 0).toBe(true);
        } else if ("wave" in found) {
          expect(near).toContain(found.wave);
        } else if ("earlier" in found) {
          expect(all).toContain(found.earlier);
          expect(all).toContain(found.later);
          expect(found.earlier).toBeLessThan(found.later);
        }
      }),
    );
  });

  test("is the newest with the first where nothing is said, and the newest wave where there is one release", () => {
    expect(compareChoice({}, [3, 2, 1], [])).toEqual({ earlier: 1, later: 3 });
    expect(compareChoice({ from: "3" }, [3, 2, 1], [])).toEqual({ earlier: 1, later: 3 });
    expect(compareChoice({}, [1], ["a", "b"])).toEqual({ wave: "b" });
    expect(compareChoice({}, [1], [])).toBeUndefined();
  });
});
