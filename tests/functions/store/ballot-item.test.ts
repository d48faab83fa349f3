import { describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import { ballotItem, readBallotItem } from "../../../functions/store/ballot-item.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";

describe("an item with a version that is counted before the last release", () => {
  const codes = Array.from({ length: 100 }, (_, index) => `K${index + 1}`);
  const content: BallotContent = {
    panel: "public",
    language: "kk",
    ratings: "5".repeat(100),
    about: { region: "north-kazakhstan", age: "under-30", gender: "woman" },
    first: ["K98", "K99", "K100"],
    positions: codes,
    channel: "newspaper",
  };
  const write = {
    consultation: "kazakhstan-2019",
    id: "a".repeat(64),
    revision: 900_000,
    content,
    day: "2026-11-24",
    wording: 12,
  };
  const earlier: BallotContent = { ...content, ratings: "4".repeat(100), positions: [] };

  test("is read as it was written, whatever has changed since", () => {
    const bare = { panel: "public", language: "ru", ratings: "n".repeat(100), about: {} } as const;
    for (const before of [earlier, { ...bare, first: [], positions: [] }]) {
      const read = readBallotItem(ballotItem({ ...write, earlier: before }), 100);
      expect(read.state).toEqual({ id: write.id, revision: 900_000, content, earlier: before });
    }
    const other = { ...bare, first: [], positions: [] };
    const read = readBallotItem(ballotItem({ ...write, content: other, earlier }), 100);
    expect(read.state).toMatchObject({ content: other, earlier });
  });

  test("that cannot be read makes the whole unreadable, and is not counted as another", () => {
    const stored = ballotItem({ ...write, earlier });
    stored["earlier"] = { M: { ratings: { S: "?" } } };
    expect(readBallotItem(stored, 100).state).toBe("unreadable");
  });

  test("takes one write unit of a kilobyte, also with a hundred recommendations", () => {
    expect(bytesOf(ballotItem(write))).toBeLessThan(800);
    expect(bytesOf(ballotItem({ ...write, earlier }))).toBeLessThan(1_000);
  });
});

/** What the store counts of an item: names and values, a number's digits by two, three bytes for a map. */
function bytesOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => {
    const own =
      value.S !== undefined
        ? Buffer.byteLength(value.S)
        : value.N !== undefined
          ? Math.ceil(value.N.length / 2) + 1
          : value.M !== undefined
            ? 3 + bytesOf(value.M) + Object.keys(value.M).length
            : 1;
    return sum + Buffer.byteLength(name) + own;
  }, 0);
}
