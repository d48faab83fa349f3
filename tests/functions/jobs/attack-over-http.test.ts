import { beforeEach, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Services } from "../../../functions/services.ts";
import { allRegistered } from "../../../functions/store/releases.ts";
import { newReceipt, times } from "../../support/client.ts";
import { OPENS, SECOND, WEEK, weekly, weeklyWorld } from "./weekly-world.ts";

let world: Awaited<ReturnType<typeof weeklyWorld>>;
beforeEach(async () => {
  world = await weeklyWorld();
});

describe("a weekly consultation publishes", () => {
  test("at its fixed times, whether or not anybody answers, and at no other", async () => {
    expect(await world.release()).toEqual({ wait: "too-soon" });
    await Promise.all(times(30, () => world.send(newReceipt(), 1, 4)));
    await world.count();
    world.clock.at = OPENS + WEEK - SECOND;
    expect(await world.release()).toEqual({ wait: "too-soon" });
    world.clock.at += SECOND;
    expect(await world.release()).toEqual({ released: 1 });
    expect(await world.release()).toEqual({ wait: "too-soon" });
    world.clock.at += WEEK;
    // Nobody has come since, and the release is made all the same.
    expect(await world.release()).toEqual({ released: 2 });
    expect(await world.counted()).toEqual([0, 0, 0, 30, 0]);
  });

  test("with no ballot at all, and what it measures is noise", async () => {
    world.clock.at = OPENS + WEEK;
    expect(await world.release()).toEqual({ released: 1 });
    expect(await world.counted()).toEqual([0, 0, 0, 0, 0]);
    const { measured } = (await world.newest()).recommendations[0]!.panels.public;
    expect(measured.some((one) => one !== 0)).toBe(true);
  });

  test("nothing for a time that was missed: the next release takes its own place", async () => {
    world.clock.at = OPENS + 3 * WEEK - SECOND;
    expect(await world.release()).toEqual({ released: 1 });
    expect((await world.newest()).rules.schedule).toMatchObject({ turn: 2, releases: 4 });
    expect(await world.release()).toEqual({ wait: "too-soon" });
    world.clock.at += SECOND;
    expect(await world.release()).toEqual({ released: 2 });
    expect((await world.newest()).rules.schedule.turn).toBe(3);
    expect(await world.release()).toEqual({ wait: "too-soon" });
  });

  test("one release for one time, when many jobs make it at once", async () => {
    await world.send(newReceipt(), 1, 5);
    await world.count();
    world.clock.at = OPENS + WEEK;
    const made = await Promise.all(times(5, () => world.release()));
    expect(made.filter((one) => "released" in one)).toHaveLength(1);
    expect(await allRegistered(world.services.db, weekly.id)).toHaveLength(1);
  });

  test("never one time twice: what a dying job wrote is nowhere to be had", async () => {
    await world.send(newReceipt(), 1, 5);
    await world.count();
    world.clock.at = OPENS + WEEK;
    const { services } = world;
    const { files } = services;
    let lost = "";
    const dying: Services = {
      ...services,
      files: {
        ...files,
        read: (name) => files.read(name),
        async write(name, bytes, type) {
          await files.write(name, bytes, type);
          lost = name;
          throw new Error("died");
        },
      },
    };
    await expect(world.release(dying)).rejects.toThrow("died");
    // Another ballot: beside the lost file, the release that is made now would tell it without noise.
    await world.send(newReceipt(), 1, 1);
    await world.count();
    world.clock.at += 60 * SECOND;
    expect(await world.release()).toEqual({ released: 1 });
    const [line, ...more] = await allRegistered(world.services.db, weekly.id);
    expect(more).toEqual([]);
    expect(lost).not.toContain(line!.hash);
    const hash = /-([0-9a-f]{64})\.json$/.exec(lost)![1]!;
    for (const path of [`/releases/${hash}`, `/releases/1-${hash}`, `/results/${hash}`]) {
      expect((await world.ask(`/api/consultations/${weekly.id}${path}`)).status).toBe(404);
    }
    expect(JSON.stringify(await world.everything())).not.toContain(hash);
  });
});

describe("between two releases", () => {
  test("nothing that anybody can ask for says that somebody came, changed or left", async () => {
    const own = newReceipt();
    await world.send(own, 1, 5);
    await world.count();
    world.clock.at = OPENS + WEEK;
    await world.release();
    world.clock.at += 60 * SECOND;
    const before = await world.everything();
    expect(before.filter(({ status }) => status !== 200)).toEqual([]);
    await world.send(own, 2, 1);
    await Promise.all(times(12, () => world.send(newReceipt(), 1, 3)));
    await world.count();
    await world.release();
    expect(await world.everything()).toEqual(before);
    await world.withdraw(own);
    await world.count();
    await world.release();
    expect(await world.everything()).toEqual(before);
  });

  test("the tag of the results stays, and changes with the release", async () => {
    const tag = async () => (await world.ask(apiPath(API.results, weekly.id))).headers.get("ETag");
    world.clock.at = OPENS + WEEK;
    await world.release();
    const first = await tag();
    await world.send(newReceipt(), 1, 5);
    await world.count();
    world.clock.at += WEEK - 60 * SECOND;
    expect(await tag()).toBe(first);
    world.clock.at += 60 * SECOND;
    await world.release();
    world.clock.at += 60 * SECOND;
    expect(await tag()).not.toBe(first);
  });
});

describe("a ballot", () => {
  test("changes the figures once while they are published; its third version waits for the last", async () => {
    const own = newReceipt();
    const seen: number[][] = [];
    const week = async () => {
      await world.count();
      world.clock.at += WEEK;
      await world.release();
      seen.push(await world.counted());
    };
    await world.send(own, 1, 5);
    await week();
    await world.send(own, 2, 1);
    await week();
    for (const [revision, point] of [
      [3, 5],
      [4, 2],
      [5, 4],
    ] as const)
      await world.send(own, revision, point);
    await week();
    // Answering has closed; what arrived by then is counted a minute later.
    world.clock.at = OPENS + 4 * WEEK + 61 * SECOND;
    await world.count();
    expect(await world.release()).toHaveProperty("released");
    seen.push(await world.counted());
    expect(seen).toEqual([
      [0, 0, 0, 0, 1],
      [1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 0, 0, 1, 0],
    ]);
    expect((await world.newest()).final).toBe(true);
    world.clock.at += WEEK;
    expect(await world.release()).toEqual({ wait: "closed" });
  });

  test("leaves with the next release, even when a change of it waits", async () => {
    const own = newReceipt();
    for (const [revision, point] of [
      [1, 5],
      [2, 4],
      [3, 3],
    ] as const)
      await world.send(own, revision, point);
    await world.count();
    world.clock.at = OPENS + WEEK;
    await world.release();
    expect(await world.counted()).toEqual([0, 0, 0, 1, 0]);
    await world.withdraw(own);
    await world.count();
    world.clock.at += WEEK;
    await world.release();
    expect(await world.counted()).toEqual([0, 0, 0, 0, 0]);
  });
});
