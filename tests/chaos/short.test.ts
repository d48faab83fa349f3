import { expect, test } from "vitest";
import { FAULTS } from "./faults.ts";
import { trial } from "./trial.ts";

/**
 * Kills of both, and a database that hangs. Of a database that is killed alone `tests/local/database.test.ts` tells; all
 * faults, and how soon something is saved again: `npm run test:chaos`.
 */
const CHOSEN = ["server and database are killed together", "the database hangs for 8 seconds"];
/** Else nothing was tried. */
const LEAST = 10;

test("nothing that was acknowledged is lost when parts are killed or hang, and recounting agrees", async () => {
  const faults = FAULTS.filter(({ name }) => CHOSEN.includes(name));
  expect(faults).toHaveLength(CHOSEN.length);
  const {
    struck,
    acknowledged,
    faults: wrong,
    recount,
  } = await trial(faults, {
    seed: 1,
    load: { together: 4, pause: 60 },
    calm: 1_000,
    least: LEAST,
  });
  process.stderr.write(
    `Saved again after ${struck.map(({ savedAfter }) => savedAfter?.toFixed(1)).join(", ")} s.\n`,
  );
  expect(wrong).toEqual([]);
  expect([recount.code, recount.output]).toEqual([0, expect.stringContaining("agree")]);
  // How soon, other tests beside it would decide: `npm run test:chaos` holds the seconds.
  for (const { name, savedAfter } of struck)
    expect([name, isFinite(savedAfter!)]).toEqual([name, true]);
  expect(acknowledged).toBeGreaterThan(LEAST);
});
