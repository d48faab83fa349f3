import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Mutant, RecountModel } from "./recount-model.ts";
import type { Step } from "./recount-world.ts";

/** `npm run test:long` asks for more, from a fixed seed. */
const HISTORIES = Math.ceil(Number(process.env["HISTORIES"] ?? 400));
const SEED = process.env["HISTORY_SEED"];

const bin = fc.constantFrom("1", "3", "5", "n", "-");
const ballot = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("put" as const),
      ballot,
      ratings: fc.tuple(bin, bin, bin).map((bins) => bins.join("")),
      panel: fc.constantFrom("public" as const, "expert" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("withdraw" as const, "malform" as const), ballot }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("split" as const), lane: fc.nat({ max: 1 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("show" as const, "count" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lose" as const) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant("go" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("kill" as const) }) },
);

const history = fc.array(step, { minLength: 10, maxLength: 140, size: "max" });

const holds = (mutant: Mutant) =>
  fc.asyncProperty(history, async (steps) => {
    expect(await new RecountModel(steps, mutant).run()).toEqual([]);
  });

describe("whatever happens to ballots, stream, tally and the recount itself", () => {
  test(`a recount in pieces with rebuilding leaves the tally right (${HISTORIES} histories)`, async () => {
    await fc.assert(holds("none"), {
      numRuns: HISTORIES,
      ...(SEED !== undefined && { seed: Number(SEED) }),
    });
  });

  // The property is worth something only if it sees each weakening of the rule.
  test.each(["no-settling", "old-place", "one-too-far"] as const)(
    "the mutant %s is killed",
    async (mutant) => {
      const found = await fc.check(holds(mutant), { numRuns: 2_000, endOnFailure: true });
      expect(found.failed).toBe(true);
    },
  );
});
