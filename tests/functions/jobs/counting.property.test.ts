import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tallyDifferences } from "../../../domain/tally/tally.ts";
import { CountingModel, type Mutant, type Step } from "./counting-model.ts";

/** `npm run test:long` asks for more, from a fixed seed. */
const HISTORIES = Number(process.env["HISTORIES"] ?? 6_000);
/** As many as it takes to see each of the rules that do not hold fail. */
const UNTIL_SEEN = Math.max(HISTORIES, 20_000);
const SEED = process.env["HISTORY_SEED"];

const bin = fc.constantFrom("1", "3", "5", "n", "-");
const ballot = fc.nat({ max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("put" as const),
      ballot,
      ratings: fc.tuple(bin, bin, bin).map((bins) => bins.join("")),
      panel: fc.constantFrom("public" as const, "expert" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), ballot }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("malform" as const), ballot }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("split" as const), lane: fc.nat({ max: 1 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "lose-cursors" as const }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("read" as const),
      reader: fc.nat({ max: 1 }),
      crash: fc.oneof(
        { weight: 10, arbitrary: fc.constant("no" as const) },
        { weight: 1, arbitrary: fc.constantFrom("before" as const, "after" as const) },
      ),
    }),
  },
);

const history = fc.array(step, { minLength: 1, maxLength: 80, size: "max" });

const holds = (mutant: Mutant) =>
  fc.asyncProperty(history, async (steps) => {
    const model = new CountingModel(mutant);
    for (const one of steps) await model.take(one);
    await model.settle();
    for (const { counted, recounted } of model.outcome()) {
      expect(tallyDifferences(counted, recounted)).toEqual([]);
    }
  });

describe("whatever happens to ballots, stream and readers", () => {
  test(
    `the tally equals the recount, set hash included (${HISTORIES} histories)`,
    { timeout: 20 * 60_000 },
    async () => {
      await fc.assert(holds("none"), {
        numRuns: HISTORIES,
        ...(SEED !== undefined && { seed: Number(SEED) }),
      });
    },
  );

  // The property is worth something only if it sees each weakening of the rule.
  test.each(["no-watermark", "no-compare-and-swap", "plain-add"] as const)(
    "the mutant %s is killed",
    { timeout: 20 * 60_000 },
    async (mutant) => {
      const found = await fc.check(holds(mutant), { numRuns: UNTIL_SEEN, endOnFailure: true });
      expect(found.failed).toBe(true);
      process.stdout.write(`mutant ${mutant} died after ${found.numRuns} histories\n`);
    },
  );
});
