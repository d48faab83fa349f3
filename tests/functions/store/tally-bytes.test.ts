import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PANELS, type Panel } from "../../../domain/ballot/ballot.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import type { Cell } from "../../../domain/tally/cell.ts";
import type { Tally } from "../../../domain/tally/tally.ts";
import { seededChance } from "../../../functions/local/simulated-ballots.ts";
import { packTally, unpackTally } from "../../../functions/store/tally-bytes.ts";

const WHOLE = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const count = fc.oneof(fc.integer({ min: -3, max: 200 }), fc.integer(WHOLE));
const text = fc.string({ unit: "grapheme", maxLength: 20 });
const cellOf = (recommendations: number): fc.Arbitrary<Cell> => {
  const counts = (length: number) =>
    fc.array(count, { minLength: length, maxLength: length }).map((all) => Int32Array.from(all));
  return fc.record({
    ballots: count,
    bins: counts(recommendations * BINS.length),
    first: counts(recommendations),
    choosers: count,
  });
};
const watermark = fc
  .record({
    sequence: fc.stringMatching(/^[0-9]{1,40}$/),
    gone: fc.option(fc.date({ min: new Date(1), noInvalidDate: true }), { nil: undefined }),
  })
  .map(({ sequence, gone }) => ({ sequence, ...(gone && { goneSince: gone.toISOString() }) }));

const anyTally: fc.Arbitrary<Tally> = fc.nat({ max: 4 }).chain((recommendations) =>
  fc.record({
    epoch: fc.nat(),
    watermarks: fc.dictionary(text, watermark, { noNullPrototype: true, maxKeys: 9 }),
    cells: fc.record({ public: cellOf(recommendations), expert: cellOf(recommendations) }),
    segments: fc.dictionary(text, count, { noNullPrototype: true, maxKeys: 9 }),
    unreadable: count,
    setHash: fc
      .uint8Array({ minLength: 16, maxLength: 16 })
      .map((bytes) => new Uint32Array(bytes.slice().buffer)),
  }),
);

test("a packed tally is unpacked as it was, whatever its numbers and names", () => {
  fc.assert(
    fc.property(anyTally, (tally) => {
      expect(unpackTally(packTally(tally))).toEqual(tally);
    }),
  );
});

test("a sequence keeps the zeros that it begins with: the stream asks for it by its text", () => {
  const sequence = "000000000000000000088";
  const tally: Tally = { ...made(1, 1, 0), watermarks: { shard: { sequence } } };
  expect(unpackTally(packTally(tally)).watermarks).toEqual({ shard: { sequence } });
});

/** A tally of that many ballots of the public, a thousandth of them experts: any point is likely. */
function made(recommendations: number, ballots: number, segments: number): Tally {
  const chance = seededChance(recommendations);
  const cell = (panel: Panel): Cell => {
    const all = panel === "public" ? ballots : Math.round(ballots / 1000);
    const rows = Array.from({ length: recommendations }, () => {
      const weights = BINS.map(() => chance());
      const sum = weights.reduce((a, b) => a + b, 0);
      return weights.map((weight) => Math.round((all * weight) / sum));
    });
    const first = Array.from({ length: recommendations }, () => Math.round(chance() * all));
    return {
      ballots: all,
      bins: Int32Array.from(rows.flat()),
      first: Int32Array.from(first),
      choosers: Math.round(0.8 * all),
    };
  };
  const digits = (length: number) =>
    Array.from({ length }, () => Math.floor(chance() * 10)).join("");
  const hex = () =>
    Math.floor(chance() * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  const watermarks = Array.from({ length: 8 }, (_, shard) => [
    `shardId-0000000141${digits(10)}-${hex()}`,
    { sequence: `1${digits(20 + shard)}` },
  ]);
  return {
    epoch: 1,
    watermarks: Object.fromEntries(watermarks) as Tally["watermarks"],
    cells: { public: cell("public"), expert: cell("expert") },
    segments: Object.fromEntries(
      Array.from({ length: segments }, (_, place) => [
        `question-${place % 6}=option-${hex().slice(0, 3)}-${place}`,
        Math.round((chance() * ballots) / 6),
      ]),
    ),
    unreadable: 0,
    setHash: Uint32Array.from({ length: 4 }, () => Math.floor(chance() * 2 ** 32)),
  };
}

describe("the packed tally of five million ballots, with the watermarks of eight shards", () => {
  test.each([
    [18, 40, 2_000],
    [100, 60, 6_000],
  ])("of %i recommendations and %i groups has at most so many bytes: %i", (codes, groups, most) => {
    const { byteLength } = packTally(made(codes, 5_000_000, groups));
    process.stdout.write(`${codes} recommendations, ${groups} groups: ${byteLength} bytes\n`);
    expect(byteLength).toBeLessThanOrEqual(most);
    expect(PANELS).toHaveLength(2);
  });
});
