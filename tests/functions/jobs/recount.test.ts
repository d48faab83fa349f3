import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "../../../domain/tally/apply.ts";
import { tallyDifferences } from "../../../domain/tally/tally.ts";
import { rebuiltTally } from "../../../functions/jobs/recount.ts";
import { changeOf } from "../../../functions/jobs/tally.ts";
import { sha256, sha256Binary } from "../../../functions/secrets.ts";
import { filled, PLAN, recountOf, StoredBallots } from "../../domain/tally/stored-ballots.ts";

describe("a recount agrees with the tally", () => {
  test("when nothing happens meanwhile, and tells the same figures", async () => {
    const store = filled();
    const outcome = await recountOf(store, store.count());
    expect(outcome).toMatchObject({
      differences: [],
      unreadable: [],
      loadedRevision: 5,
    });
    expect(tallyDifferences(outcome.recounted, store.truth())).toEqual([]);
    expect(outcome.recounted.cells.public.ballots).toBe(3);
    const last = store.shards.map((records) => records.at(-1)!.sequence);
    expect(outcome.recounted.watermarks).toEqual({
      0: { sequence: last[0] },
      1: { sequence: last[1] },
    });
  });

  test("when nothing was ever counted", async () => {
    const outcome = await recountOf(filled(), undefined);
    expect(outcome).toMatchObject({ differences: [], loadedRevision: 0 });
    expect((await recountOf(new StoredBallots(), undefined)).differences).toEqual([]);
  });

  test("when the stream still holds records that are older than the reading of the ballots", async () => {
    const store = filled();
    const behind = store.count();
    store.put(0, "222");
    store.put(8, "444");
    store.withdraw(3);
    const outcome = await recountOf(store, behind);
    expect(outcome.differences).toEqual([]);
    expect(tallyDifferences(outcome.tally, store.truth())).toEqual([]);
  });

  test("when ballots arrive after theirs was read, and before the stream is", async () => {
    const store = filled();
    const page = (number: number) => {
      if (number !== -1) return;
      store.put(0, "333");
      store.put(9, "444", "expert");
      store.put(9, "445", "expert");
      store.withdraw(4);
      store.malform(3);
    };
    const outcome = await recountOf(store, store.count(), { page });
    expect(outcome.differences).toEqual([]);
    expect(tallyDifferences(outcome.recounted, store.truth())).toEqual([]);
  });

  test("when the stream is late, and brings only after a wait what the ballots show", async () => {
    const store = filled();
    const behind = store.count();
    store.shown = 2;
    store.put(0, "333");
    const waitForMore = () => (store.shown += 1) < 9;
    expect((await recountOf(store, behind, { waitForMore })).differences).toEqual([]);
  });

  test("with a ballot that cannot be read set aside on both sides, and named", async () => {
    const store = filled();
    store.malform(0);
    const outcome = await recountOf(store, store.count());
    expect(outcome).toMatchObject({ differences: [], unreadable: [sha256("c 0")] });
    expect([outcome.tally.unreadable, outcome.recounted.unreadable]).toEqual([1, 1]);
  });

  const write = fc.tuple(fc.nat({ max: 5 }), fc.constantFrom("5n-", "1-3", "withdraw", "malform"));
  test("whatever is written before, during and after the reading", async () => {
    const history = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), write), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(history, async (all) => {
        const store = new StoredBallots();
        const writeAt = (moment: number) => {
          for (const [at, [ballot, what]] of all) {
            if (at !== moment) continue;
            if (what === "withdraw") store.withdraw(ballot);
            else if (what === "malform") store.malform(ballot);
            else store.put(ballot, what, ballot === 0 ? "expert" : "public");
          }
        };
        writeAt(-3);
        const behind = store.count();
        writeAt(-2);
        const outcome = await recountOf(store, behind, { page: writeAt });
        expect(outcome.differences).toEqual([]);
        expect(tallyDifferences(outcome.recounted, store.truth())).toEqual([]);
      }),
    );
  });
});

describe("a recount finds", () => {
  test("a ballot that the tally lost, and names the figures that differ", async () => {
    const store = filled();
    const [first] = store.shards[0]!;
    const outcome = await recountOf(store, store.count(undefined, first));
    expect(outcome.differences).toEqual([
      "setHash",
      "public.ballots",
      "public.bins",
      "public.first",
      "public.choosers",
    ]);
    expect(outcome.recounted.cells.public.ballots - outcome.tally.cells.public.ballots).toBe(1);
    expect(outcome).toMatchObject({ unreadable: [] });
  });

  test("ballots that the tally counted twice", async () => {
    const store = filled();
    const tally = store.count();
    delete tally.watermarks["1"];
    const twice = store.shards[1]!.filter(({ partition }) => partition === "c#00");
    const changes = twice.map((record) => changeOf(record, 3));
    applyChanges(tally, PLAN, "1", changes, sha256Binary);
    expect((await recountOf(store, tally)).differences).toContain("public.ballots");
  });

  test("a difference that stays, after waiting as long as it may", async () => {
    const store = filled();
    let waits = 3;
    const waitForMore = () => waits-- > 0;
    const outcome = await recountOf(store, store.count(undefined, store.shards[0]![0]), {
      waitForMore,
    });
    expect(outcome.differences).toContain("setHash");
    expect(waits).toBe(-1);
  });

  test("what the stream does not bring, and takes back nothing that was read", async () => {
    const store = filled();
    store.shown = 2;
    store.put(1, "333");
    const outcome = await recountOf(store, undefined);
    expect(outcome.differences).toContain("setHash");
    expect(tallyDifferences(outcome.recounted, store.truth())).toEqual([]);
  });

  test("an unreadable ballot that the tally did not set aside", async () => {
    const store = filled();
    store.malform(0);
    const tally = store.count();
    tally.unreadable = 0;
    const outcome = await recountOf(store, tally);
    expect(outcome).toMatchObject({ differences: ["unreadable"], unreadable: [sha256("c 0")] });
  });
});

describe("after a gap in the stream", () => {
  /** The tally stands before three writes of the first shard, of which the stream keeps the last. */
  function gapped() {
    const store = filled();
    const behind = store.count();
    store.put(0, "111");
    store.put(6, "222");
    store.put(8, "333", "expert");
    store.trim(0, 1);
    return { store, behind };
  }

  test("the stored ballots are counted rightly all the same", async () => {
    const { store, behind } = gapped();
    const outcome = await recountOf(store, behind);
    expect(outcome.differences).not.toEqual([]);
    expect(tallyDifferences(outcome.recounted, store.truth())).toEqual([]);
  });

  test("the rebuilt tally counts nothing twice, and loses nothing that comes after", async () => {
    const { store, behind } = gapped();
    const outcome = await recountOf(store, structuredClone(behind));
    // From here on nobody sees the lost records any more.
    store.shards[0]!.splice(0, store.shards[0]!.length - 1);
    const rebuilt = rebuiltTally(outcome);
    store.put(0, "444");
    store.put(1, "555");
    store.withdraw(8);
    expect(tallyDifferences(store.count(rebuilt), store.truth())).toEqual([]);
  });

  test("the rebuilt tally is the next epoch, nowhere behind the one that it was compared with", async () => {
    const { store, behind } = gapped();
    behind.watermarks["gone"] = { sequence: "7", goneSince: "2026-11-24T09:00:00Z" };
    const outcome = await recountOf(store, structuredClone(behind));
    const rebuilt = rebuiltTally(outcome);
    expect(rebuilt.epoch).toBe(behind.epoch + 1);
    expect(rebuilt.watermarks).toEqual({
      ...outcome.recounted.watermarks,
      gone: behind.watermarks["gone"],
    });
  });
});
