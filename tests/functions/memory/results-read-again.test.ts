import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { NEW_LIFE } from "../../../domain/consultation/life.ts";
import { createApp } from "../../../functions/app.ts";
import { isToTend } from "../../../functions/jobs/after-closing.ts";
import { releaseAndMark } from "../../../functions/jobs/marking.ts";
import { known } from "../../../functions/memory/consultations.ts";
import { publishedReleases } from "../../../functions/memory/releases.ts";
import { responsesOf } from "../../../functions/memory/responses.ts";
import { RELEASES } from "../../../functions/store/keys.ts";
import { registerRelease } from "../../../functions/store/releases.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { putItems } from "../../../functions/store/whole-table.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { publish } from "../download/two-releases.ts";
import { made } from "../../web/results/made.ts";
import { unitsDuring } from "../../support/units.ts";
import { clocked, DAY_OF_TESTS, SHORT } from "./clocked.ts";

/* What is read again of what did not change: units of the database, not time. And that nothing that did is missed. */

describe("results", () => {
  const line = (number: number) => ({
    number,
    releasedAt: new Date(DAY_OF_TESTS - 1000 + number).toISOString(),
    hash: String(number).padStart(64, "0"),
    turn: number,
    final: false,
    counted: "0".repeat(32),
  });

  test("of a thousand releases the page reads one unit, and of one more that one", async () => {
    const { clock, ...world } = await clocked(KAZAKHSTAN);
    const { db } = world;
    const { id } = KAZAKHSTAN;
    const lines = times(999, (before) => {
      const { hash, releasedAt } = line(before + 1);
      return { ...RELEASES.key(id, before + 1), hash: { S: hash }, releasedAt: { S: releasedAt } };
    });
    await putItems(db, "main", lines);
    const release = made({ definition: KAZAKHSTAN });
    await publish(world, { ...release, release: 1_000 });
    const app = createApp(world);
    const page = async () => {
      clock.at += 1_001;
      expect((await app.request(`/c/${id}/results?lang=en`)).status).toBe(200);
    };
    await page();
    expect((await unitsDuring(db, page)).reads).toBeLessThanOrEqual(1);
    await publish(world, { ...release, release: 1_001 });
    expect((await unitsDuring(db, page)).reads).toBeLessThanOrEqual(2);
    expect(await publishedReleases(world).list(id)).toHaveLength(1_001);
    const list = await app.request(`/api/consultations/${id}/releases?limit=2`);
    expect(await list.json()).toMatchObject({ releases: [{ release: 1_001 }, { release: 1_000 }] });
  });

  test("a line that came late is not missing for ever, nor is an official response", async () => {
    const { clock, ...world } = await clocked(SHORT);
    const { db } = world;
    const { id } = SHORT;
    const published = publishedReleases(world);
    const responses = responsesOf(world);
    const entry = (number: number) => ({
      kind: "withdrawal" as const,
      number,
      at: new Date(DAY_OF_TESTS).toISOString(),
      by: "organiser" as const,
      withdraws: 1,
      recommendation: "K1",
      reason: { en: "A mistake" },
    });
    const record = async (number: number) => writeAll(db, [responsePut(db, id, entry(number))]);
    const now = async () => {
      clock.at += 1_001;
      return [
        (await published.list(id)).map(({ release }) => release),
        (await responses(id)).map(({ number }) => number),
      ];
    };
    expect(await now()).toEqual([[], []]);
    for (const number of [1, 3]) {
      await registerRelease(db, id, line(number));
      await record(number);
    }
    expect(await now()).toEqual([
      [3, 1],
      [1, 3],
    ]);
    await registerRelease(db, id, line(2));
    await record(2);
    expect(await now()).toEqual([
      [3, 2, 1],
      [1, 2, 3],
    ]);
    await registerRelease(db, id, line(4));
    await record(4);
    expect(await now()).toEqual([
      [4, 3, 2, 1],
      [1, 2, 3, 4],
    ]);
  });
});

describe("jobs leave alone", () => {
  const ended = { ...SHORT, closesAt: new Date(DAY_OF_TESTS - 86_400_000).toISOString() };

  test("what has its last release, for an hour", async () => {
    const { clock: _, ...world } = await clocked(ended);
    let elapsed = 0;
    await registerRelease(world.db, ended.id, {
      number: 1,
      releasedAt: ended.closesAt,
      hash: "0".repeat(64),
      turn: 1,
      final: true,
      counted: "",
    });
    await publish(world, { ...made({ definition: ended, final: true }), release: 2 });
    const release = releaseAndMark(world, () => elapsed);
    const run = () => release(ended);
    expect(await run()).toEqual({ wait: "closed" });
    elapsed += 59 * 60_000;
    expect((await unitsDuring(world.db, run)).reads).toBe(0);
    elapsed += 60_000;
    expect((await unitsDuring(world.db, run)).reads).toBeGreaterThan(0);
  });

  test("single ballots of what is open, and after closing but for what was asked for", async () => {
    const { clock: _, ...world } = await clocked(SHORT);
    const tended = (definition: Consultation) =>
      unitsDuring(world.db, async () => {
        expect(await isToTend(world, known({ definition, life: NEW_LIFE }))).toBe(false);
      });
    expect((await tended(SHORT)).reads).toBe(0);
    expect((await tended(ended)).reads).toBeLessThanOrEqual(1);
  });
});
