import { beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../functions/app.ts";
import { consultationsOf, type Known } from "../../functions/consultations.ts";
import { ballotCounter, recountConsultation } from "../../functions/jobs/counting.ts";
import { releaseWhenDue } from "../../functions/jobs/release.ts";
import { readRelease } from "../../functions/published.ts";
import { sha256 } from "../../functions/secrets.ts";
import type { Services } from "../../functions/services.ts";
import { loadStop, putStop, savePass } from "../../functions/store/counting.ts";
import { newestRegistered, releaseFile } from "../../functions/store/releases.ts";
import { loadTally, saveTally } from "../../functions/store/tallies.ts";
import { clientOf, goodBallot, newReceipt, times } from "../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../support/world.ts";

const LIMITS = { emptyPages: 1, outOfTime: () => false };
const MINUTE = 60_000;

let services: Services;
let client: ReturnType<typeof clientOf>;
let known: Known;
let clock: number;
let count: () => Promise<unknown>;

beforeEach(async () => {
  clock = Date.parse("2026-11-24T09:00:00Z");
  services = { ...(await freshWorld()), now: () => new Date(clock) };
  client = clientOf(createApp(services));
  const consultations = consultationsOf(services);
  known = (await consultations.find(KAZAKHSTAN.id))!;
  const countBallots = await ballotCounter(services, consultations);
  count = () => countBallots(LIMITS);
});

const send = (ballots: number) =>
  Promise.all(times(ballots, () => client.put(newReceipt(), goodBallot())));
const release = () => releaseWhenDue(services, KAZAKHSTAN);
const newest = async () => {
  const registered = (await newestRegistered(services.db, KAZAKHSTAN.id))!;
  return readRelease(services.files, KAZAKHSTAN.id, registered);
};

describe("a release", () => {
  test("waits for ten ballots, then for ten changed ones and a minute, and is chained", async () => {
    expect(await release()).toEqual({ wait: "nothing-counted" });
    await send(9);
    await count();
    expect(await release()).toEqual({ wait: "too-few-changes" });
    await send(1);
    await count();
    expect(await release()).toEqual({ released: 1 });
    const first = await newest();
    await send(9);
    await count();
    expect(await release()).toEqual({ wait: "too-soon" });
    clock += MINUTE;
    expect(await release()).toEqual({ wait: "too-few-changes" });
    await send(1);
    await count();
    expect(await release()).toEqual({ released: 2 });
    const second = await newest();
    expect(second.release.previous).toBe(first.hash);
    expect(sha256(first.text)).toBe(first.hash);
    expect(second.release.ballots).toEqual({ public: 20, expert: null });
  });

  test("made by two jobs at once is one release, whole", async () => {
    await send(12);
    await count();
    const ended = await Promise.all(times(4, release));
    expect(ended.filter((one) => "released" in one)).toHaveLength(1);
    expect((await newest()).release.release).toBe(1);
  });

  test("whose file is not what was registered is refused, not shown", async () => {
    await send(10);
    await count();
    await release();
    const { hash } = await newest();
    const name = releaseFile(KAZAKHSTAN.id, 1, hash);
    await services.files.write(name, new TextEncoder().encode('{"release":1}'), "application/json");
    await expect(newest()).rejects.toThrow("is not what was registered");
    const app = createApp(services);
    expect((await app.request(`/api/consultations/${KAZAKHSTAN.id}/results`)).status).toBe(500);
  });
});

describe("publication stops", () => {
  test("when tally and recount differ, and goes on when the tally is rebuilt", async () => {
    await send(12);
    await count();
    const kept = (await loadTally(services.db, KAZAKHSTAN.id))!;
    kept.tally.cells.public.bins[4]! += 1;
    await saveTally(services.db, KAZAKHSTAN.id, kept.tally, kept.revision);
    const found = await recountConsultation(services, known, { rebuild: false, limits: LIMITS });
    expect(found.differences).toEqual(["public.bins"]);
    expect(await release()).toEqual({ wait: "stopped" });
    await count();
    expect(await release()).toEqual({ wait: "stopped" });

    const rebuilt = await recountConsultation(services, known, { rebuild: true, limits: LIMITS });
    expect(rebuilt.rebuilt).toBe(true);
    expect(
      (await recountConsultation(services, known, { rebuild: false, limits: LIMITS })).differences,
    ).toEqual([]);
    expect(await release()).toEqual({ released: 1 });
    // What comes after is counted once on top of the rebuilt tally.
    await send(3);
    await count();
    expect(
      (await recountConsultation(services, known, { rebuild: false, limits: LIMITS })).differences,
    ).toEqual([]);
  });

  test("after a silence in which records may have been lost, until the next recount", async () => {
    await send(12);
    await count();
    await savePass(services.db, new Date(clock - 25 * 60 * MINUTE));
    const countBallots = await ballotCounter(services, consultationsOf(services));
    await countBallots(LIMITS);
    expect(await release()).toEqual({ wait: "stopped" });
    await recountConsultation(services, known, {
      rebuild: false,
      limits: LIMITS,
    });
    expect(await loadStop(services.db, KAZAKHSTAN.id)).toBeUndefined();
    expect(await release()).toEqual({ released: 1 });
  });

  test("and an earlier release stays readable meanwhile", async () => {
    await send(10);
    await count();
    await release();
    await putStop(services.db, KAZAKHSTAN.id, { reason: "difference", since: "", differences: [] });
    const app = createApp(services);
    expect((await app.request(`/c/${KAZAKHSTAN.id}/results`)).status).toBe(200);
  });
});
