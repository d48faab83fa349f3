import { describe, expect, test } from "vitest";
import { releaseSchema } from "../../../domain/release/schema.ts";
import { total } from "../../../domain/statistics/histogram.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { loadStop, putStop, savePass } from "../../../functions/store/counting.ts";
import { fixProtection, loadProtection } from "../../../functions/store/protection.ts";
import { newestRegistered, releaseFile } from "../../../functions/store/releases.ts";
import { loadTally, saveTally } from "../../../functions/store/tallies.ts";
import { times } from "../../support/client.ts";
import { CLOSES, DAY, MINUTE, publishing } from "./published-world.ts";

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };
const DAILY = { release: { every: "day" as const }, ...CLOSES };

describe("a demonstration", () => {
  test("publishes once a minute when something is new, with all that a release says", async () => {
    const { send, release, clock, newest } = await publishing();
    expect(await release()).toEqual({ wait: "nothing-new" });
    await send(3);
    expect(await release()).toEqual({ released: 1 });
    const first = await newest();
    expect(releaseSchema.safeParse(first.release).data).toEqual(first.release);
    expect(first.release.rules).toMatchObject({
      schedule: { every: "demonstration", turn: 1 },
      protection: { promised: false },
    });
    expect(first.release.segments.every(({ madeIn }) => madeIn === 1)).toBe(true);
    await send(1);
    expect(await release()).toEqual({ wait: "too-soon" });
    clock.now += MINUTE;
    expect(await release()).toEqual({ released: 2 });
    const second = await newest();
    expect(second.release.previous).toBe(first.hash);
    expect(sha256(first.text)).toBe(first.hash);
    clock.now += MINUTE;
    expect(await release()).toEqual({ wait: "nothing-new" });
  });

  test("has nothing new after a recount that agrees, and something when a ballot is withdrawn", async () => {
    const { send, release, recount, clock, client, count } = await publishing();
    const [receipt] = await send(3);
    await release();
    clock.now += MINUTE;
    expect(await recount()).toMatchObject({ differences: [] });
    expect(await release()).toEqual({ wait: "nothing-new" });
    await client.withdraw(receipt!);
    await count();
    expect(await release()).toEqual({ released: 2 });
  });
});

describe("a consultation that publishes daily", () => {
  test("does so at the end of each day, whether or not anybody has answered, and once", async () => {
    const { release, send, clock, newest } = await publishing(DAILY);
    expect(await release()).toEqual({ wait: "too-soon" });
    await send(20);
    expect(await release()).toEqual({ wait: "too-soon" });
    clock.now += DAY;
    expect(await release()).toEqual({ released: 1 });
    expect(await release()).toEqual({ wait: "too-soon" });
    const { rules, final } = (await newest()).release;
    expect(final).toBe(false);
    expect(rules.schedule).toMatchObject({ every: "day", turn: 1, releases: 2 });
    expect(rules.protection.promised).toBe(true);
  });

  test("publishes nothing but noise where nobody has answered, and ends after closing", async () => {
    const { release, count, clock, newest } = await publishing(DAILY);
    expect(await release()).toEqual({ wait: "too-soon" });
    clock.now += 2 * DAY + MINUTE;
    expect(await release()).toEqual({ wait: "still-counting" });
    await count();
    expect(await release()).toEqual({ released: 1 });
    const { release: final } = await newest();
    expect(final).toMatchObject({ final: true, rules: { schedule: { turn: 2, releases: 2 } } });
    const { measured } = final.recommendations[0]!.panels.public;
    expect(measured).toHaveLength(7);
    expect(Math.abs(total(measured))).toBeLessThan(
      6 * Math.sqrt(7) * final.rules.protection.ratings.public,
    );
    expect(await release()).toEqual({ wait: "closed" });
  });

  test("fixes plan and secret once, though several jobs begin at once, for as long as it lives", async () => {
    const { release, services, id, clock, definition } = await publishing(DAILY);
    await Promise.all(times(4, release));
    const fixed = (await loadProtection(services.db, id))!;
    expect(fixed.secret).toHaveLength(32);
    expect(fixed.plan).toEqual({
      every: "day",
      startsAt: new Date(clock.now).toISOString(),
      releases: 2,
    });
    // Whoever comes later learns what the first one fixed, and changes nothing.
    const later = times(8, (index) =>
      fixProtection(services.db, id, { ...fixed, secret: new Uint8Array(32).fill(index) }),
    );
    for (const one of await Promise.all(later)) expect(one).toEqual(fixed);
    // Another end, another schedule, another secret of the installation: the noise stays what it was.
    services.secret = new Uint8Array(32);
    definition.closesAt = new Date(clock.now + 9 * DAY).toISOString();
    definition.release = { every: "hour" };
    clock.now += DAY;
    expect(await release()).toEqual({ released: 1 });
    expect(await loadProtection(services.db, id)).toEqual(fixed);
  });

  test("is one release, whole, when two jobs make it at once", async () => {
    const { release, send, clock, newest } = await publishing(DAILY);
    await send(12);
    await release();
    clock.now += DAY;
    const ended = await Promise.all(times(4, release));
    expect(ended.filter((one) => "released" in one)).toHaveLength(1);
    expect((await newest()).release.release).toBe(1);
  });

  test("is made again, with the same noise, when the job died between file and register", async () => {
    const { release, send, clock, services, id, newest } = await publishing(DAILY);
    await send(12);
    await release();
    clock.now += DAY;
    const { write } = services.files;
    const written: string[] = [];
    services.files.write = async (name, ...rest) => {
      written.push(name);
      await write(name, ...rest);
      if (written.length === 1) throw new Error("killed");
    };
    await expect(release()).rejects.toThrow("killed");
    expect(await newestRegistered(services.db, id)).toBeUndefined();
    expect(await release()).toEqual({ released: 1 });
    // The clock stood still meanwhile, so it is the same file, to the byte.
    expect(written[1]).toBe(written[0]);
    expect(written[0]).toBe(releaseFile(id, 1, (await newest()).hash));
  });
});

test("a release whose file is not what was registered is refused, not shown", async () => {
  const { release, send, services, id, newest, app } = await publishing();
  await send(10);
  await release();
  const { hash } = await newest();
  const changed = new TextEncoder().encode('{"release":1}');
  await services.files.write(releaseFile(id, 1, hash), changed, "application/json");
  await expect(newest()).rejects.toThrow("is not what was registered");
  const answer = await app.request(`/api/consultations/${id}/results`);
  expect(await answer.json()).toMatchObject({ status: 503, title: "release-unreadable" });
});

describe("publication stops", () => {
  test("when tally and recount differ, and goes on when the tally is rebuilt", async () => {
    const { release, recount, count, send, services, id } = await publishing();
    await send(12);
    const kept = (await loadTally(services.db, id))!;
    kept.tally.cells.public.bins[4]! += 1;
    await saveTally(services.db, id, kept.tally, kept.revision);
    expect((await recount()).differences).toEqual(["public.bins"]);
    expect(await release()).toEqual({ wait: "stopped" });
    await count();
    expect(await release()).toEqual({ wait: "stopped" });
    expect((await recount(true)).rebuilt).toBe(true);
    expect((await recount()).differences).toEqual([]);
    expect(await release()).toEqual({ released: 1 });
    // What comes after is counted once on top of the rebuilt tally.
    await send(3);
    expect((await recount()).differences).toEqual([]);
  });

  test("after a silence in which records may have been lost, until the next recount", async () => {
    const { release, recount, send, services, id, clock } = await publishing();
    await send(12);
    await savePass(services.db, new Date(clock.now - DAY - MINUTE));
    await (
      await ballotCounter(services, consultationsOf(services))
    )(LIMITS);
    expect(await release()).toEqual({ wait: "stopped" });
    await recount();
    expect(await loadStop(services.db, id)).toBeUndefined();
    expect(await release()).toEqual({ released: 1 });
  });

  test("and an earlier release stays readable meanwhile", async () => {
    const { release, send, services, id, app } = await publishing();
    await send(10);
    await release();
    await putStop(services.db, id, { reason: "difference", since: "", differences: [] });
    expect((await app.request(`/api/consultations/${id}/results`)).status).toBe(200);
  });
});
