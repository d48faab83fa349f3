import { deflateRawSync } from "node:zlib";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import type { Cell } from "../../../domain/tally/cell.ts";
import { loadStop, putStop } from "../../../functions/store/counting.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { publishing } from "../jobs/published-world.ts";

let world: Awaited<ReturnType<typeof publishing>>;
beforeEach(async () => {
  world = await publishing();
});

/** A cell with all that form 1 kept; sums that are gone stand in for themselves. */
const earlierCell = ({ ballots, choosers, bins, first }: Cell, panel: boolean) => ({
  ballots,
  choosers,
  changed: Array.from(first, () => ballots),
  bins: [...bins],
  first: [...first],
  keys: Array.from({ length: bins.length + first.length + 1 }, (_, place) => place % 256),
  ...(panel && {
    together: Array.from({ length: 153 }, () => 1),
    pairs: Array.from({ length: 918 }, () => 2),
    positions: Array.from({ length: 90 }, () => 3),
    complete: [0, 0, 1.5],
  }),
});

/** Puts in the tally's place what the program before this one would have written. */
async function writeEarlier(): Promise<void> {
  const { db } = world.services;
  const { tally, revision } = (await loadTally(db, world.id))!;
  const segments = Object.entries(tally.segments).map(([key, ballots]) => [
    key,
    earlierCell({ ...tally.cells.public, ballots }, false),
  ]);
  const packed = {
    epoch: tally.epoch,
    watermarks: tally.watermarks,
    unreadable: tally.unreadable,
    setHash: "2570c6e8cf70dda238a61e577b9aff90",
    cells: {
      public: earlierCell(tally.cells.public, true),
      expert: earlierCell(tally.cells.expert, true),
    },
    segments: Object.fromEntries(segments) as unknown,
  };
  await db.client.send(
    new PutItemCommand({
      TableName: db.tables.main,
      Item: {
        pk: { S: `C#${world.id}` },
        sk: { S: "TALLY" },
        revision: { N: String(revision + 1) },
        tally: { B: deflateRawSync(JSON.stringify(packed)) },
      },
    }),
  );
}

const kept = async () => (await loadTally(world.services.db, world.id))!;

test("a tally of form 1 is read with its counts, goes on, and is published when it is rebuilt", async () => {
  await world.send(12);
  const { tally } = await kept();
  await writeEarlier();
  const earlier = await kept();
  expect(earlier).toMatchObject({ outdated: true, frozen: false });
  expect({ ...earlier.tally, setHash: 0 }).toEqual({ ...tally, setHash: 0 });
  expect(await world.release()).toEqual({ wait: "stopped" });

  // The stream goes on where the other program stood; what comes is counted once.
  const [receipt] = await world.send(3);
  expect(await kept()).toMatchObject({
    outdated: true,
    tally: { cells: { public: { ballots: 15 } } },
  });
  expect(await world.release()).toEqual({ wait: "stopped" });

  // What stopped publication before is over, too, when the tally is rebuilt from the ballots.
  const since = "2026-11-24T09:00:00Z";
  await putStop(world.services.db, world.id, { reason: "difference", since, differences: [] });
  const found = await world.recount();
  expect(found).toMatchObject({ differences: ["setHash"], outdated: true, rebuilt: true });
  expect(await loadStop(world.services.db, world.id)).toBeUndefined();
  expect(await kept()).toMatchObject({ outdated: false, tally: { epoch: tally.epoch + 1 } });
  expect(await world.recount()).toMatchObject({ differences: [], rebuilt: false });
  expect(await world.release()).toEqual({ released: 1 });
  await world.client.withdraw(receipt!);
  await world.count();
  expect(await world.recount()).toMatchObject({ differences: [] });
});

test("a tally of form 1 of which every ballot was withdrawn is as good as new", async () => {
  const [receipt] = await world.send(1);
  await world.client.withdraw(receipt!);
  await world.count();
  await writeEarlier();
  expect(await world.recount()).toMatchObject({ differences: [], outdated: true });
  expect(await kept()).toMatchObject({ outdated: false });
});
