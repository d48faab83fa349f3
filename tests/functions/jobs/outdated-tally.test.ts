import { GetItemCommand, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { askAfterUpgrade } from "../../../functions/jobs/asking.ts";
import { tallyKey } from "../../../functions/store/keys.ts";
import { openWishes } from "../../../functions/store/recounts.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { recounting } from "./wished-world.ts";

let world: Awaited<ReturnType<typeof recounting>>;
beforeEach(async () => {
  world = await recounting();
});

describe("a tally that cannot be read", () => {
  test("is left alone until a rebuild is asked for, which begins from nothing", async () => {
    await world.send(12);
    const { client, tables } = world.services.db;
    const Item = {
      ...tallyKey(world.id),
      form: { N: "2" },
      tally: { S: "?" },
      revision: { N: "7" },
    };
    await client.send(new PutItemCommand({ TableName: tables.main, Item }));
    await world.ask(false);
    await world.tend();
    expect((await world.wish()).differences).toContain("tally");
    const get = new GetItemCommand({ TableName: tables.main, Key: tallyKey(world.id) });
    expect((await client.send(get)).Item).toEqual(Item);
    await world.ask(true);
    await world.tend();
    expect(await world.wish()).toMatchObject({ rebuilt: true });
    expect(await loadTally(world.services.db, world.id)).toMatchObject({
      revision: 8,
      tally: { cells: { public: { ballots: 12 } } },
    });
    await world.send(1);
    expect(await world.recount()).toMatchObject({ differences: [] });
  });

  test("not even its revision: the new one is above any that there was", async () => {
    await world.send(3);
    const { client, tables } = world.services.db;
    const Item = { ...tallyKey(world.id), tally: { S: "?" } };
    await client.send(new PutItemCommand({ TableName: tables.main, Item }));
    expect(await world.recount(true)).toMatchObject({ rebuilt: true });
    expect((await loadTally(world.services.db, world.id))!.revision).toBeGreaterThan(1_700_000_000);
  });
});

describe("what is counted has a version", () => {
  const setCounting = (version: number) =>
    world.services.db.client.send(
      new UpdateItemCommand({
        TableName: world.services.db.tables.main,
        Key: tallyKey(world.id),
        UpdateExpression: "SET counting = :version",
        ExpressionAttributeValues: { ":version": { N: String(version) } },
      }),
    );

  test("a tally of an earlier one is not published; a rebuild is asked for by itself, and publication goes on", async () => {
    await world.send(12);
    await world.wrong();
    await setCounting(0);
    expect(await world.release()).toEqual({ wait: "stopped" });
    // What comes meanwhile is counted, and does not make it a tally of this version.
    await world.send(1);
    expect(await loadTally(world.services.db, world.id)).toMatchObject({ outdated: true });
    await askAfterUpgrade(world.services, [world.known]);
    expect(await world.wish()).toMatchObject({ why: "upgrade", rebuild: true, by: "Kenes" });
    await world.tend();
    expect(await loadTally(world.services.db, world.id)).toMatchObject({ outdated: false });
    expect(await world.release()).toEqual({ released: 1 });
    expect((await world.acts()).map(([, action]) => action)).toEqual([
      "recount-asked",
      "recounted",
    ]);
    await askAfterUpgrade(world.services, [world.known]);
    expect((await openWishes(world.services.db)).open).toEqual([]);
  });

  test("into a tally of a later one nothing is counted, and nothing of it is published or replaced", async () => {
    await world.send(12);
    await setCounting(99);
    const { client, tables } = world.services.db;
    const get = new GetItemCommand({ TableName: tables.main, Key: tallyKey(world.id) });
    const before = (await client.send(get)).Item;
    await expect(world.send(1)).rejects.toThrow();
    expect(await world.release()).toEqual({ wait: "stopped" });
    await expect(world.recount(true)).rejects.toThrow("run the version that wrote it");
    await askAfterUpgrade(world.services, [world.known]);
    expect((await openWishes(world.services.db)).open).toEqual([]);
    expect((await client.send(get)).Item).toEqual(before);
    // The later program comes back: what was passed over is found.
    await setCounting(1);
    expect(await world.recount()).toMatchObject({ differences: [] });
    expect(await loadTally(world.services.db, world.id)).toMatchObject({
      tally: { cells: { public: { ballots: 13 } } },
    });
  });
});
