import { expect, test } from "vitest";
import { closingAt } from "../../../domain/consultation/closing.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import { getPublished, publishedWrite } from "../../../functions/store/consultations.ts";
import { loadProtection } from "../../../functions/store/protection.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { newReceipt } from "../../support/client.ts";
import { OPENS, SECOND, WEEK, weekly, weeklyWorld } from "./weekly-world.ts";

const MINUTE = 60 * SECOND;

test("closing that is moved later moves the last release, and leaves number, days and noise as they were", async () => {
  const world = await weeklyWorld();
  const { clock, services } = world;
  const { db } = services;
  const publish = async (definition: typeof weekly, at: number) => {
    clock.at = at;
    await world.count();
    return releaseWhenDue(services, definition);
  };
  await world.send(newReceipt(), 1, 5);
  for (const week of [1, 2, 3]) {
    expect(await publish(weekly, OPENS + week * WEEK)).toEqual({ released: week });
  }
  const protection = await loadProtection(db, weekly.id);

  const before = (await getPublished(db, weekly.id))!;
  const to = new Date(OPENS + 8 * WEEK).toISOString();
  const definition = closingAt(weekly, to, services.now(), { en: "More time" });
  expect(
    await writeAll(db, [publishedWrite(db, weekly.id, before, { ...before, definition })]),
  ).toBe(true);

  // A job that read the definition before does not end it; and no week beyond the plan has a release.
  expect(await publish(weekly, OPENS + 4 * WEEK + 2 * MINUTE)).toEqual({ wait: "too-soon" });
  for (const week of [4, 5, 7]) {
    expect(await publish(definition, OPENS + week * WEEK + 2 * MINUTE)).toEqual({
      wait: "too-soon",
    });
  }
  await world.send(newReceipt(), 1, 1);
  expect(await publish(definition, OPENS + 8 * WEEK + 2 * MINUTE)).toEqual({ released: 4 });
  expect(await world.newest()).toMatchObject({
    final: true,
    rules: { closesAt: to, schedule: { turn: 4, releases: 4 } },
  });
  expect((await world.counted()).reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(await loadProtection(db, weekly.id)).toEqual(protection);
  expect(await publish(definition, OPENS + 9 * WEEK)).toEqual({ wait: "closed" });
});
