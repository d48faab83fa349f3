import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BINS } from "../../../domain/ballot/rating.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { type CountingPlan, countingPlan, segmentKey } from "../../../domain/tally/plan.ts";
import type { Tally } from "../../../domain/tally/tally.ts";
import { seededChance } from "../../../functions/local/simulated-ballots.ts";
import { loadTally, saveTally } from "../../../functions/store/tallies.ts";
import { packTally } from "../../../functions/store/tally-bytes.ts";
import { times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { definitionFile } from "../../domain/consultation/definition.ts";

/** An item has at most 400 kB; a tally stays this far below. */
const MOST_BYTES = 300_000;
/** Names of shards and numbers of records at their longest (Amazon DynamoDB Streams API Reference, DescribeStream). */
const [SHARD_NAME, SEQUENCE] = [65, 40];

/**
 * Bytes that the packed tally of a definition never goes beyond, whatever was counted, with watermarks of so many shards:
 * every number at its longest, and nothing gained by compressing.
 */
function mostTallyBytes({ codes, segments }: CountingPlan, shards: number): number {
  const [count, whole] = [5, 8];
  const text = (length: number) => 2 + length;
  // 40 digits are 134 bits with their sign, in bytes of seven.
  const watermark = text(SHARD_NAME) + 1 + Math.ceil(134 / 7) + whole;
  const cell = 2 * whole + codes.length * (BINS.length + 1) * count;
  const keys = segments.reduce((sum, one) => sum + text(segmentKey(one).length) + whole, 0);
  const all = 2 * whole + 16 + 3 * count + shards * watermark + 2 * cell + keys;
  // What cannot be compressed is stored in blocks, each with a few bytes in front.
  return all + Math.ceil(all / 500) + 64;
}

const drawn = (chance: () => number, length: number, of: string) =>
  times(length, () => of[Math.floor(chance() * of.length)]!).join("");

/** A tally in which every number and name is as long as it can be, and as little like another. */
function worst({ codes, segments }: CountingPlan, shards: number, seed: number): Tally {
  const chance = seededChance(seed);
  const below = (most: number) => Math.floor(chance() * most);
  const counts = (length: number) => Int32Array.from({ length }, () => below(2 ** 32) - 2 ** 31);
  const letters = (length: number, of: string) => drawn(chance, length, of);
  const cell = () => ({
    ballots: -below(2 ** 53),
    choosers: below(2 ** 53),
    bins: counts(codes.length * BINS.length),
    first: counts(codes.length),
  });
  return {
    epoch: below(2 ** 53),
    unreadable: below(2 ** 53),
    setHash: Uint32Array.from({ length: 4 }, () => below(2 ** 32)),
    cells: { public: cell(), expert: cell() },
    segments: Object.fromEntries(segments.map((one) => [segmentKey(one), below(2 ** 53)])),
    watermarks: Object.fromEntries(
      times(shards, () => [
        letters(SHARD_NAME, "abcdefghijklmnopqrstuvwxyz0123456789-"),
        {
          sequence: `9${letters(SEQUENCE - 1, "0123456789")}`,
          goneSince: new Date(below(8.64e15)).toISOString(),
        },
      ]),
    ),
  };
}

/** As long as a name may be, and as little like another. */
const slugOf = (kind: string, place: number) => {
  const chance = seededChance(kind.charCodeAt(0) * 1_000 + place);
  return `${kind}${place}${drawn(chance, 40, "abcdefghijklmnopqrstuvwxyz")}`.slice(0, 40);
};

/** A definition with so many recommendations, and questions of so many options each, every name as long as may be. */
const definitionOf = (recommendations: number, options: readonly number[]) => {
  const file = definitionFile();
  return {
    ...file,
    recommendations: times(recommendations, (place) => ({
      ...file.recommendations[0]!,
      code: `Ә${place}`.padEnd(12, "ң"),
    })),
    about: options.map((count, question) => ({
      ...file.about[0]!,
      code: slugOf("q", question),
      options: times(count, (place) => ({
        ...file.about[0]!.options[0]!,
        code: slugOf("o", place),
      })),
    })),
  };
};

/** Two questions: of forty options, and of so many that with "not said" twice there are sixty groups. */
const LARGEST = definitionOf(100, [40, 18]);

describe("the largest definition that is taken", () => {
  const read = readConsultation(LARGEST);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const plan = countingPlan(read.consultation);

  test("keeps its tally far from what an item may have, with a thousand shards", () => {
    expect([plan.codes.length, plan.segments.length]).toEqual([100, 60]);
    const bounds = [100, 1_000, 2_900].map((shards) => mostTallyBytes(plan, shards));
    process.stdout.write(`a tally has at most so many bytes: ${bounds.join(", ")}\n`);
    for (const bound of bounds) expect(bound).toBeLessThan(MOST_BYTES);
  });

  test("is the largest: one recommendation or one group more is refused when it is made", () => {
    const faults = (of: ReturnType<typeof definitionOf>) => {
      const more = readConsultation(of);
      return "faults" in more && more.faults;
    };
    const fault = "out-of-range";
    expect(faults(definitionOf(101, [40, 18]))).toEqual([{ pointer: "/recommendations", fault }]);
    expect(faults(definitionOf(100, [40, 19]))).toEqual([{ pointer: "/about", fault }]);
  });

  test("is saved with the worst tally of a hundred shards, and loaded as it was", async () => {
    const { db } = await freshWorld(read.consultation);
    const tally = worst(plan, 100, 1);
    expect(await saveTally(db, read.consultation.id, tally, 0)).toBe(true);
    expect((await loadTally(db, read.consultation.id))?.tally).toEqual(tally);
  });
});

test("no tally of any definition goes beyond its bound", () => {
  const any = fc.record({
    recommendations: fc.integer({ min: 1, max: 100 }),
    options: fc.array(fc.integer({ min: 2, max: 20 }), { maxLength: 2 }),
    shards: fc.integer({ min: 0, max: 100 }),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(any, ({ recommendations, options, shards, seed }) => {
      const plan = countingPlan(definitionOf(recommendations, options) as unknown as Consultation);
      const { byteLength } = packTally(worst(plan, shards, seed));
      const bound = mostTallyBytes(plan, shards);
      expect(byteLength).toBeLessThanOrEqual(bound);
      // One that is far too high would be none; of a tally with hardly anything in it that says little.
      if (bound > 4_000) expect(byteLength).toBeGreaterThan(bound / 3);
    }),
    { numRuns: 40 },
  );
});
