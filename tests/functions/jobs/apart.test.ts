import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { recountUnlessPurged } from "../../../functions/jobs/recounting.ts";
import { eachApart, SomeFailed } from "../../../functions/jobs/each.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { loadStop } from "../../../functions/store/counting.ts";
import { tallyKey } from "../../../functions/store/keys.ts";
import { newestRegistered } from "../../../functions/store/releases.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { troublesOf } from "../../../functions/store/troubles.ts";
import { createApp } from "../../../functions/app.ts";
import { API, apiPath } from "../../../domain/api.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };
const GOOD = KAZAKHSTAN.id;
/** Before the good one in the order of ids, so that it has its turn first. */
const BAD = "bad-2026";

/** Two consultations with a ballot each, of which the tally of one cannot be read. */
async function oneIsDamaged() {
  const services = await freshWorld();
  await addConsultation(services.db, { ...KAZAKHSTAN, id: BAD });
  const app = createApp(services);
  for (const id of [BAD, GOOD]) {
    const answer = await app.request(apiPath(API.putBallot, id), {
      method: "PUT",
      headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
      body: JSON.stringify(goodBallot()),
    });
    expect(answer.status).toBe(201);
  }
  const damage = (tally: string) =>
    services.db.client.send(
      new PutItemCommand({
        TableName: services.db.tables.main,
        Item: { ...tallyKey(BAD), tally: { S: tally }, revision: { N: "1" } },
      }),
    );
  await damage("?");
  const consultations = consultationsOf(services);
  return { services, consultations, app };
}

test("one unreadable tally stops neither counting, recount nor release of the others, and is told once", async () => {
  const { services, consultations } = await oneIsDamaged();
  const { db, logged } = services;
  const count = await ballotCounter(services, consultations);
  await expect(count(LIMITS)).rejects.toThrow(SomeFailed);
  expect((await loadTally(db, GOOD))?.tally.cells.public.ballots).toBe(1);
  // What it passed over is counted again when it can be read: as after a gap.
  expect((await loadStop(db, BAD))?.reason).toBe("gap");
  expect(await loadStop(db, GOOD)).toBeUndefined();
  await count(LIMITS);

  const recount = eachApart(services, "recount");
  const release = eachApart(services, "release");
  for (let run = 0; run < 3; run++) {
    const all = await consultations.all();
    const recounted = recount(all, (known) =>
      recountUnlessPurged(services, known, { rebuild: false, limits: LIMITS }),
    );
    await expect(recounted).rejects.toThrow(`recount failed for ${BAD}`);
    await release(all, ({ definition }) => releaseWhenDue(services, definition));
  }
  expect((await newestRegistered(db, GOOD))?.number).toBe(1);
  expect(logged.map(({ event, consultation }) => [event, consultation])).toEqual([
    ["not-counted", BAD],
    ["job-failed", BAD],
  ]);
  expect(await troublesOf(db, BAD)).toMatchObject([{ job: "recount" }]);
  expect(await troublesOf(db, GOOD)).toEqual([]);
});

test("a job that fails for one is tried for all, by whatever process, and its end is told too", async () => {
  const { services, consultations } = await oneIsDamaged();
  const all = await consultations.all();
  const tried: string[] = [];
  const run = (fails: boolean) =>
    eachApart(services, "mix", { atOnce: 2 })(all, async ({ definition: { id } }) => {
      tried.push(id);
      if (fails && id === BAD) throw new TypeError("as it happens");
    });
  await expect(run(true)).rejects.toThrow(SomeFailed);
  await expect(run(true)).rejects.toThrow(SomeFailed);
  await run(false);
  expect(tried).toEqual([BAD, GOOD, BAD, GOOD, BAD, GOOD]);
  expect(services.logged.map(({ event }) => event)).toEqual(["job-failed", "job-recovered"]);
  expect(await troublesOf(services.db, BAD)).toEqual([]);
});
