import { beforeAll, expect, test } from "vitest";
import { addHash } from "../../../domain/tally/set-hash.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { exportFile, getExport } from "../../../functions/store/exports.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { lastRecount, loadStop, putStop } from "../../../functions/store/counting.ts";
import { loadTally, saveTally } from "../../../functions/store/tallies.ts";
import { freshEnd } from "./ended.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
beforeAll(async () => {
  world = await freshEnd();
});

async function open(id: string) {
  await world.add(id, { purgeAfterDays: 1 });
  return { id, ann: await world.person("Ann", id, "owner") };
}
const purge = async (id: string) => (await getPublished(world.services.db, id))!.life.purge;

test("an export goes with the ballots, and none can be asked for any more", async () => {
  const { id, ann } = await open("export-goes");
  // So many that the noise never makes them too few to be told of.
  await world.answer(id, 40);
  await world.close(id);
  expect((await ann.ask()).status).toBe(303);
  await world.afterClosing(id);
  const { key, parts } = (await getExport(world.services.db, id)).request!;
  await world.recount(id);
  await ann.step("archive", "closed");
  await world.pass(24);
  await world.afterClosing(id);
  expect((await ann.send(ORGANISE.downloadExport, { part: "0" })).status).toBe(410);
  await world.afterClosing(id);
  expect(await world.services.files.read(exportFile(id, key, parts[0]!.file))).toBeUndefined();
  expect((await ann.ask()).status).toBe(410);
});

test("a gap in the stream does not stop a purged consultation for good, and no save goes through", async () => {
  const { id } = await world.archived("kept-frozen", 12);
  const { db } = world.services;
  // A day later the stream has forgotten the deletions, and a recount would find nothing but a
  // difference. Here one stands in for it that was there before.
  const { tally, revision } = (await loadTally(db, id))!;
  addHash(tally.setHash, "one more".padEnd(32), 1);
  await saveTally(db, id, tally, revision);
  await world.afterClosing(id);
  const kept = (await loadTally(db, id))!;
  expect(kept.frozen).toBe(true);
  expect(await saveTally(db, id, kept.tally, kept.revision)).toBe(false);
  await putStop(db, id, { reason: "gap", since: "2027-01-05T00:00:00Z", differences: [] });
  expect(await world.recount(id)).toEqual({ purged: expect.any(String) });
  expect(await loadStop(db, id)).toBeUndefined();
  expect(await lastRecount(db, id)).toMatchObject({ differences: 0 });
});

test("a consultation in which nobody took part is purged too", async () => {
  const { id, ann } = await open("nobody");
  await world.pass(3);
  await world.recount(id);
  await ann.step("archive", "closed");
  await world.pass(24);
  await world.afterClosing(id);
  expect((await purge(id))?.done).toBeDefined();
});
