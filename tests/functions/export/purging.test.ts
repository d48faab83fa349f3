import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { verifyLog } from "../../../domain/organiser/log.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { lastRecount, loadStop, putStop } from "../../../functions/store/counting.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { loadProtection } from "../../../functions/store/protection.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { packTally } from "../../../functions/store/tally-bytes.ts";
import { problemOf } from "../../support/client.ts";
import { freshEnd } from "./ended.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

async function open(more: { purgeAfterDays?: number } = { purgeAfterDays: 1 }) {
  const id = `purge-${++number}`;
  await world.add(id, more);
  const ann = await world.person("Ann", id, "owner");
  return { id, ann };
}
const purge = async (id: string) => (await getPublished(world.services.db, id))!.life.purge;
const actions = async (id: string) =>
  (await listEntries(world.services.db, id)).map(({ action, who }) => `${action} ${who}`);
/** Everything that is published of a consultation, to the byte. */
async function releases(id: string): Promise<string[]> {
  const read = async (path: string) => (await world.app.request(path)).text();
  return [
    await read(apiPath(API.results, id)),
    await read(apiPath(API.resultsCsv, id)),
    await read(apiPath(API.segmentsCsv, id)),
    await read(apiPath(API.releases, id)),
    await read(apiPath(API.release, id, 1)),
  ];
}
test("the ballots of an archived consultation are deleted on their day, whatever kills the job", async () => {
  const other = await open({});
  const kept = await world.answer(other.id, 12);
  const { id, ann, receipts } = await world.archived(`purge-${++number}`, 14, 10);
  const published = await releases(id);
  const tally = packTally((await loadTally(world.services.db, id))!.tally);
  const { plan, secret } = (await loadProtection(world.services.db, id))!;
  expect(secret).toHaveLength(32);

  expect(await world.killedAt("DeleteItemCommand", 9, () => world.afterClosing(id))).toBe("killed");
  const left = await world.stored(id);
  expect(left).toBeLessThan(24);
  expect(left).toBeGreaterThan(0);
  expect(await purge(id)).toEqual({ begun: expect.any(String) });
  expect(await ann.page(ORGANISE.lifePage)).toContain("have been in deletion since");
  // Nothing of it is counted, and in the middle of it a recount finds nothing wrong either.
  await world.count();
  expect(await world.recount(id)).toMatchObject({ purged: expect.any(String) });

  // Once more in the middle, by the end of a run's time.
  let asks = 0;
  await world.afterClosing(id, () => ++asks > 3);
  expect(await world.stored(id)).toBeGreaterThan(0);
  // Killed before the end is written down, so is the secret of the noise: both or neither.
  expect(await world.killedAt("TransactWriteItemsCommand", 1, () => world.afterClosing(id))).toBe(
    "killed",
  );
  expect(await world.stored(id)).toBe(0);
  expect((await loadProtection(world.services.db, id))!.secret).toEqual(secret);
  await world.afterClosing(id);
  expect((await purge(id))?.done).toBeDefined();
  // Nobody can take the noise off any more, and the last release, which is there, needs none.
  expect(await loadProtection(world.services.db, id)).toEqual({ plan, secret: undefined });
  expect(await world.release(id)).toEqual({ wait: "closed" });
  await world.afterClosing(id);

  const log = await listEntries(world.services.db, id);
  expect(await actions(id)).toEqual([
    "life-archive Ann",
    "purge-begun Kenes",
    "ballots-purged Kenes",
  ]);
  const { ballots } = JSON.parse(published[0]!) as Release;
  expect(log[2]!.after).toEqual({ release: 1, ballots });
  expect(verifyLog(id, log, sha256)).toEqual({ whole: true });

  await world.pass(0.01);
  expect((await world.count()).counted).toBe(0);
  expect(await releases(id)).toEqual(published);
  expect(packTally((await loadTally(world.services.db, id))!.tally)).toEqual(tally);
  expect(await world.recount(id)).toMatchObject({ purged: expect.any(String) });
  expect(await loadStop(world.services.db, id)).toBeUndefined();
  expect(await lastRecount(world.services.db, id)).toMatchObject({ differences: 0 });

  // A receipt that was good once, and one that never was, are told the same.
  for (const method of ["GET", "DELETE"]) {
    expect(await problemOf(await world.ballot(id, method, receipts[0]!))).toEqual({
      status: 410,
      title: "ballots-purged",
    });
  }
  const form = await world.app.request(`/c/${id}/receipt?lang=en`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ receipt: receipts[0]! }),
  });
  expect(form.status).toBe(410);
  expect(await form.text()).toContain("were deleted, as had been set beforehand");
  expect(await (await world.app.request(`/c/${id}?lang=en`)).text()).toContain(
    "a receipt no longer opens anything",
  );

  // Other consultations keep theirs.
  expect(await world.stored(other.id)).toBe(12);
  expect((await world.ballot(other.id, "GET", kept[0]!)).status).toBe(200);

  // Put back in the list, it still says so.
  expect((await ann.step("restore", "archived")).status).toBe(303);
  expect(await ann.page(ORGANISE.lifePage)).toContain("All ballots were deleted on");
  expect((await purge(id))?.done).toBeDefined();
  expect(await problemOf(await world.ballot(id, "GET", receipts[0]!))).toMatchObject({
    status: 410,
  });
});

describe("nothing is deleted", () => {
  test("before the day, unless archived, or without a day", async () => {
    const early = await open({ purgeAfterDays: 2 });
    const listed = await open();
    const never = await open({});
    const ids = [early.id, listed.id, never.id];
    for (const id of ids) await world.answer(id, 12);
    await world.close(...ids);
    for (const id of ids) await world.recount(id);
    expect(await early.ann.page(ORGANISE.lifePage)).toMatch(
      /its ballots are deleted from \d+ January 2027/,
    );
    await early.ann.step("archive", "closed");
    await never.ann.step("archive", "closed");
    await world.pass(24);
    for (const id of ids) await world.afterClosing(id);
    for (const id of ids) expect([id, await world.stored(id)]).toEqual([id, 12]);
    expect(await listed.ann.page(ORGANISE.lifePage)).toContain(
      "The time that was set for the ballots is over",
    );
    expect(await never.ann.page(ORGANISE.lifePage)).toContain("No date has been set");
  });

  test("while publication is stopped, or before a recount after the end", async () => {
    const { id, ann } = await open();
    await world.answer(id, 12);
    await world.recount(id);
    await world.close(id);
    await ann.step("archive", "closed");
    await world.pass(24);
    await world.afterClosing(id);
    expect(await purge(id)).toBeUndefined();
    await world.recount(id);
    const stop = { reason: "gap" as const, since: "2027-01-03T00:00:00Z", differences: [] };
    await putStop(world.services.db, id, stop);
    await world.afterClosing(id);
    expect(await purge(id)).toBeUndefined();
    expect(await world.stored(id)).toBe(12);
    await world.recount(id);
    await world.afterClosing(id);
    expect(await world.stored(id)).toBe(0);
  });

  test("of one put back in the list before its day", async () => {
    const { id, ann } = await open();
    await world.answer(id, 12);
    await world.close(id);
    await world.recount(id);
    await ann.step("archive", "closed");
    await ann.step("restore", "archived");
    await world.pass(24);
    await world.afterClosing(id);
    expect(await world.stored(id)).toBe(12);
  });
});
