import {
  type StreamSpecification,
  UpdateItemCommand,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { tallyDifferences } from "../../../domain/tally/tally.ts";
import { wanted } from "../../../functions/jobs/asking.ts";
import { KENES } from "../../../functions/organiser/kenes.ts";
import { loadStop, putStop } from "../../../functions/store/counting.ts";
import { recountingKey } from "../../../functions/store/keys.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { DAY } from "./published-world.ts";
import { recounting } from "./wished-world.ts";

let world: Awaited<ReturnType<typeof recounting>>;
beforeEach(async () => {
  world = await recounting();
});

describe("a recount that somebody asked for", () => {
  test("goes on piece by piece, run by run, while ballots come, change and go; and rebuilds the tally", async () => {
    await world.largeTable();
    const receipts = await world.send(16);
    await world.wrong();
    const { id } = await world.ask(true);
    let runs = 1;
    for (; !(await world.tend(true, 4)); runs++) {
      expect(await world.wish()).toMatchObject({ id, state: "counting" });
      await world.client.put(receipts[runs]!, goodBallot({ revision: 2, ratings: { K14: 1 } }));
      await world.client.withdraw(receipts[runs + 8]!);
      await world.send(1);
      if (runs === 2) await world.wrong();
    }
    expect(runs).toBeGreaterThan(2);
    expect(await world.wish()).toMatchObject({ state: "done", parts: 256, rebuilt: true, anew: 0 });
    await world.count();
    const { recounted } = await world.recount();
    const { tally } = (await loadTally(world.services.db, world.id))!;
    expect(tallyDifferences(tally, recounted)).toEqual([]);
    expect(await world.acts()).toMatchObject([
      ["Aigerim", "recount-asked", { how: "rebuild", why: "asked" }],
      ["Kenes", "recounted", { askedBy: "Aigerim", outcome: "rebuilt" }],
    ]);
  });

  test("without rebuilding stops publication on a difference, names it, and says so", async () => {
    await world.send(12);
    await world.wrong();
    await world.ask(false);
    expect(await world.tend()).toBe(true);
    expect(await world.wish()).toMatchObject({ differences: ["public.ballots"], rebuilt: false });
    expect((await loadStop(world.services.db, world.id))?.reason).toBe("difference");
    await world.ask(true);
    await world.tend();
    expect(await loadStop(world.services.db, world.id)).toBeUndefined();
    expect((await world.acts()).map(([, , after]) => after)).toMatchObject([
      { how: "compare" },
      { outcome: "differed", differences: ["public.ballots"] },
      { how: "rebuild" },
      { outcome: "rebuilt" },
    ]);
    expect(JSON.stringify(await world.acts())).not.toMatch(/\b1[23]\b/);
  });

  test("twice is one, and to rebuild after all begins it anew under another name", async () => {
    const first = await world.ask(false);
    expect((await world.ask(false)).id).toBe(first.id);
    const second = await world.ask(true);
    expect(second.id).not.toBe(first.id);
    expect((await world.ask(false)).id).toBe(second.id);
  });

  test("that was left for longer than the stream keeps its records begins anew, and says so", async () => {
    await world.largeTable();
    await world.send(8);
    await world.ask(true);
    await world.tend(true, 2);
    await world.until(world.clock.now + DAY);
    await world.tend();
    expect(await world.wish()).toMatchObject({ state: "done", anew: 1, differences: [] });
    expect(world.services.logged.map(({ event }) => event)).toContain("recount-begun-anew");
  });

  test("does not go on where another stream has taken the place of the one that it followed", async () => {
    await world.largeTable();
    await world.send(8);
    await world.ask(true);
    await world.tend(true, 2);
    const { client, tables } = world.services.db;
    const switched = (StreamSpecification: StreamSpecification) =>
      client.send(new UpdateTableCommand({ TableName: tables.ballots, StreamSpecification }));
    await switched({ StreamEnabled: false });
    // What comes in between is in no stream.
    for (let count = 0; count < 3; count++) await world.client.put(newReceipt(), goodBallot());
    await switched({ StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" });
    await world.tend();
    expect(await world.wish()).toMatchObject({ state: "done", anew: 1, rebuilt: true });
    const { recounted } = await world.recount();
    const { tally } = (await loadTally(world.services.db, world.id))!;
    expect(tallyDifferences(tally, recounted)).toEqual([]);
  });

  test("does not go on from what cannot be read", async () => {
    await world.largeTable();
    await world.send(8);
    await world.ask(false);
    await world.tend(true, 2);
    const { client, tables } = world.services.db;
    await client.send(
      new UpdateItemCommand({
        TableName: tables.main,
        Key: recountingKey(world.id),
        UpdateExpression: "SET counted = :x",
        ExpressionAttributeValues: { ":x": { B: new Uint8Array([1, 2]) } },
      }),
    );
    await world.tend();
    expect(await world.wish()).toMatchObject({ state: "done", anew: 1, differences: [] });
  });

  test("stays stopped where records are passed over while it ends", async () => {
    await world.send(8);
    const { db } = world.services;
    const stop = { reason: "gap" as const, since: "2026-11-24T09:00:00Z", differences: [] };
    await putStop(db, world.id, { ...stop, passedOver: 1 });
    await world.ask(true);
    let once = true;
    db.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (once && context.commandName === "TransactWriteItemsCommand") {
          once = false;
          await putStop(db, world.id, { ...stop, passedOver: 2 });
        }
        return next(args);
      },
      { step: "initialize" },
    );
    await world.tend();
    // Compared once more, after the second; then lifted with the tally that holds it.
    expect(once).toBe(false);
    expect(await loadStop(db, world.id)).toBeUndefined();
    expect(await world.wish()).toMatchObject({ state: "done" });
  });
});

test("at night every consultation is recounted once, without an entry in the log", async () => {
  const { services, known, id } = world;
  const all = async () => [known];
  expect(await wanted(services, all)).toEqual([]);
  world.clock.now = Date.parse("2026-11-24T20:05:00Z");
  expect(await wanted(services, all)).toEqual([id]);
  await world.tend();
  expect(await world.wish()).toMatchObject({ why: "night", state: "done", differences: [] });
  expect(await wanted(services, all)).toEqual([]);
  expect(await world.acts()).toEqual([]);
  expect(KENES.organiser.name).toBe((await world.wish()).by);
});
