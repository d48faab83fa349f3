import { expect, test } from "vitest";
import { foldState } from "../../../domain/tally/fold.ts";
import { emptyTally, tallyDifferences } from "../../../domain/tally/tally.ts";
import { changeOf } from "../../../functions/jobs/tally.ts";
import { tallyPass } from "../../../functions/jobs/tally.ts";
import { seededChance } from "../../../functions/local/simulated-ballots.ts";
import { sha256Binary } from "../../../functions/secrets.ts";
import { ballotsIn, flow, images, PLAN } from "../../bench/flow.ts";

const RECORDS = 20_000;
const SIZE = { together: 4, most: 1_500 };

test("20,000 records over ten shards are counted once each, however passes are cut short", async () => {
  const { ports, arrive, told, tally, cursors } = flow(10);
  const chance = seededChance(3);
  // A writer that comes between, an iterator that is too old, and a run that dies before its cursor is kept.
  const { tallies, stream, cursors: kept } = ports;
  const cut = { ...ports };
  cut.tallies = {
    ...tallies,
    save: async (...saved) => (chance() < 0.2 ? false : tallies.save(...saved)),
  };
  cut.stream = {
    ...stream,
    async records(iterator) {
      if (chance() < 0.1)
        throw Object.assign(new Error("old"), { name: "ExpiredIteratorException" });
      return stream.records(iterator);
    },
  };
  cut.cursors = {
    ...kept,
    async save(...saved) {
      if (chance() < 0.1) throw new Error("killed");
      return kept.save(...saved);
    },
  };
  let from = 0;
  let isWhole = false;
  for (let pass = 1; !isWhole; pass++) {
    arrive(Math.min(RECORDS, pass * 1_300));
    let looks = 5 + Math.floor(chance() * 40);
    const limits = { emptyPages: 2, outOfTime: () => looks-- <= 0 };
    const report = await tallyPass(cut, limits, SIZE, from).catch((failure: unknown) => {
      if ((failure as Error).message !== "killed") throw failure;
      return undefined;
    });
    from += report?.shards ?? 3;
    // A hint that is lost costs only reading again.
    if (chance() < 0.1) cursors.clear();
    isWhole = report?.complete === true && pass * 1_300 >= RECORDS;
    expect(pass).toBeLessThan(1_000);
  }
  const counted = tally()!;
  expect(counted.cells.public.ballots).toBe(ballotsIn(RECORDS));
  expect(told.commits).toBeGreaterThan(13);

  const all = images();
  const right = emptyTally(PLAN);
  for (let place = 0; place < RECORDS; place++) {
    const record = { ...all[place % all.length]!, sequence: "1" };
    const { before, after } = changeOf(record, PLAN.codes.length);
    foldState(right, PLAN, before, -1, sha256Binary);
    foldState(right, PLAN, after, 1, sha256Binary);
  }
  expect(tallyDifferences(counted, right)).toEqual([]);
});
