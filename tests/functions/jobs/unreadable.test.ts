import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { COUNCIL, HOME, pathOf, RATE, RESULTS } from "../../../domain/paths.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { recountUnlessPurged } from "../../../functions/jobs/recounting.ts";
import { eachApart, SomeFailed } from "../../../functions/jobs/each.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import { createApp } from "../../../functions/app.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { addConsultation, publishedIds } from "../../../functions/store/consultations.ts";
import { loadStop } from "../../../functions/store/counting.ts";
import { CONSULTATIONS } from "../../../functions/store/keys.ts";
import { newestRegistered } from "../../../functions/store/releases.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "../draft/console.ts";

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };
const GOOD = KAZAKHSTAN.id;
/** Before the good one in the order of ids. */
const BAD = "bad-2026";
/** What stands in the damaged definition, and in no answer or line. */
const SAID = "Aliya wrote this";

/** Two consultations with a ballot each; one of them can be damaged, and mended. */
async function two() {
  const console = await freshConsole();
  const { services } = console;
  await addConsultation(services.db, { ...KAZAKHSTAN, id: BAD });
  const put = (app: ReturnType<typeof createApp>, id: string) =>
    app.request(apiPath(API.putBallot, id), {
      method: "PUT",
      headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
      body: JSON.stringify(goodBallot()),
    });
  for (const id of [BAD, GOOD]) expect((await put(console.app, id)).status).toBe(201);
  const { client, tables } = services.db;
  const TableName = tables.main;
  const { Item } = await client.send(
    new GetItemCommand({ TableName, Key: CONSULTATIONS.key(BAD) }),
  );
  const store = (more: object) =>
    client.send(new PutItemCommand({ TableName, Item: { ...Item, ...more } }));
  return { ...console, put, store, mend: () => store({}) };
}

const DAMAGES = [
  ["is no JSON", { definition: { S: `{"id":"${SAID}` } }],
  ["is of a newer form", { form: { N: "99" } }],
] as const;

test.each(DAMAGES)("one definition that %s takes no page of others away", async (_, damage) => {
  const { services, store, mend, put, organiser } = await two();
  const ann = await organiser("Ann", { [BAD]: "owner", [GOOD]: "owner" });
  await store(damage);
  const app = createApp(services);
  const get = (path: string, headers = {}) => app.request(path, { headers });

  expect((await put(app, GOOD)).status).toBe(201);
  for (const path of [HOME, COUNCIL, pathOf(RATE, { id: GOOD })]) {
    expect([path, (await get(`${path}?lang=en`)).status]).toEqual([path, 200]);
  }
  const list = (await (await get(API.consultations.path)).json()) as { consultations: object[] };
  expect(list.consultations).toMatchObject([{ id: GOOD }]);

  const refused = await put(app, BAD);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(await refused.json()).toMatchObject({ title: "consultation-unreadable" });
  for (const path of [RATE, RESULTS]) {
    const page = await get(`${pathOf(path, { id: BAD })}?lang=en`);
    expect([path, page.status]).toEqual([path, 503]);
    expect(await page.text()).toContain("cannot be read at the moment");
  }
  // Its organisers are told, and reach the others.
  const Cookie = ann.cookie;
  const front = await get(`${ORGANISE.home.path}?lang=en`, { Cookie });
  expect(front.status).toBe(200);
  const html = await front.text();
  expect(html).toContain(`What is stored of the consultation ${BAD} cannot be read.`);
  expect(html).toContain(`/organise/c/${GOOD}/`);
  expect((await get(`${ORGANISE.newPage.path}?lang=en`, { Cookie })).status).toBe(200);
  expect((await get(`/organise/c/${BAD}/team?lang=en`, { Cookie })).status).toBe(503);

  // Whoever runs it is told once, however many read it.
  await consultationsOf(services).all();
  const told = services.logged.filter(({ level }) => level === "error");
  expect(told).toMatchObject([{ event: "consultation-unreadable", consultation: BAD }]);
  expect(JSON.stringify(services.logged)).not.toContain(SAID);
  expect(await publishedIds(services.db)).toEqual([BAD, GOOD]);

  await mend();
  expect((await put(createApp(services), BAD)).status).toBe(201);
});

test("nor counting, recount and release; its own ballots are counted when it was put back", async () => {
  const { services, store, mend } = await two();
  const { db } = services;
  await store({ definition: { S: "?" } });
  const consultations = consultationsOf(services);
  const count = await ballotCounter(services, consultations);
  await expect(count(LIMITS)).rejects.toThrow(SomeFailed);
  expect((await loadTally(db, GOOD))?.tally.cells.public.ballots).toBe(1);
  expect((await loadStop(db, BAD))?.reason).toBe("gap");
  const release = eachApart(services, "release");
  await release(await consultations.all(), ({ definition }) =>
    releaseWhenDue(services, definition),
  );
  expect((await newestRegistered(db, GOOD))?.number).toBe(1);

  await mend();
  const all = await consultationsOf(services).all();
  await eachApart(services, "recount")(all, (known) =>
    recountUnlessPurged(services, known, { rebuild: false, limits: LIMITS }),
  );
  expect((await loadTally(db, BAD))?.tally.cells.public.ballots).toBe(1);
  expect(await loadStop(db, BAD)).toBeUndefined();
});

test("after a gap its tally is trusted as little as that of the others", async () => {
  const { services, store } = await two();
  const { db } = services;
  await (
    await ballotCounter(services, consultationsOf(services))
  )(LIMITS);
  await store({ definition: { S: "?" } });
  const later = { ...services, now: () => new Date(services.now().getTime() + 3 * 86_400_000) };
  await (
    await ballotCounter(later, consultationsOf(later))
  )(LIMITS);
  for (const id of [GOOD, BAD]) expect((await loadStop(db, id))?.reason).toBe("gap");
});
