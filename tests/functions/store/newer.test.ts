import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import * as counting from "../../../functions/store/counting.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";
import type { Database } from "../../../functions/store/database.ts";
import * as keys from "../../../functions/store/keys.ts";
import { type Kind, kindOf, KINDS } from "../../../functions/store/kinds.ts";
import { TABLES, type TableName } from "../../../functions/store/table.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { putTroubles } from "../../../functions/store/troubles.ts";
import { API, apiPath } from "../../../domain/api.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { READERS, tableOf } from "./readers.ts";

/* What a newer program has stored: refused by every reader, left as it is, and no harm to anything else. */

const { id: ID } = KAZAKHSTAN;
const NOW = Date.parse("2026-11-24T09:00:00Z");

let db: Database;
beforeAll(async () => ({ db } = await freshWorld()));

const put = (table: TableName, item: Item) =>
  db.client.send(new PutItemCommand({ TableName: db.tables[table], Item: item }));
const stored = async (table: TableName, { pk, sk }: keys.Key) => {
  const get = new GetItemCommand({ TableName: db.tables[table], Key: { pk, sk } });
  return (await db.client.send(get)).Item;
};

describe("an item of the form after the newest that is known", () => {
  const all = Object.entries(READERS).flatMap(([kind, found]) =>
    typeof found === "string" ? [] : [[kind as Kind, found] as const],
  );
  test.each(all)(
    "%s is refused by every reader, by its key alone",
    async (kind, [key, ...readers]) => {
      const form = KINDS[kind].reads + 1;
      const item = { ...key, form: { N: String(form) }, newly: { S: "said newly" } };
      const { partitionKey } = TABLES[tableOf(kind)];
      expect(item).toHaveProperty(partitionKey);
      for (const reader of readers) {
        await put(tableOf(kind), item);
        const failure = await reader(db).then(
          () => undefined,
          (caught: Error) => caught,
        );
        expect(failure).toMatchObject({ name: "NewerForm", key: `${key.pk.S} ${key.sk.S}` });
        expect(failure!.message).toContain(`has form ${form}`);
        expect(failure!.message).not.toContain("said newly");
      }
      expect(kindOf(item)).toBe(kind);
    },
  );

  test("is not written over by what never reads it", async () => {
    const at = new Date(NOW);
    const over: [Kind, keys.Key, () => Promise<unknown>][] = [
      ["pass", keys.PASS_KEY, () => counting.savePass(db, at)],
      ["stop", keys.stopKey("c"), () => counting.liftStop(db, "c")],
      [
        "stop",
        keys.stopKey("c"),
        () => counting.putStop(db, "c", { reason: "gap", since: "", differences: [] }),
      ],
      [
        "recount",
        keys.recountKey("c"),
        () => counting.noteRecount(db, "c", { at: at.toISOString(), differences: 0 }),
      ],
      [
        "cursor",
        keys.CURSORS.key("s"),
        () => counting.saveCursor(db, "s", { sequence: "1", finished: false }, at),
      ],
      ["troubles", keys.TROUBLES.key("mix"), () => putTroubles(db, "mix", new Map())],
    ];
    for (const [kind, key, write] of over) {
      const item = { ...key, form: { N: "9" }, newly: { S: "x" } };
      await put(tableOf(kind), item);
      await expect(write(), kind).rejects.toMatchObject({ name: "NewerForm" });
      expect(await stored(tableOf(kind), key)).toEqual(item);
    }
  });
});

test("beside consultations of a newer form the others are answered and counted", async () => {
  const world = await freshWorld();
  ({ db } = world);
  const app = createApp(world);
  await addConsultation(db, { ...KAZAKHSTAN, id: "apart" });
  const newer = { ...keys.CONSULTATIONS.key("newer"), form: { N: "3" }, definition: { S: "?" } };
  await put("main", newer);
  for (const id of [ID, "apart"]) {
    const sent = await app.request(apiPath(API.putBallot, id), {
      method: "PUT",
      headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
      body: JSON.stringify(goodBallot()),
    });
    expect(sent.status).toBe(201);
  }
  const tally = { ...keys.tallyKey("apart"), form: { N: "3" }, tally: { S: "?" } };
  await put("main", tally);
  const count = await ballotCounter(world, consultationsOf(world));
  await count({ emptyPages: 1, outOfTime: () => false }).catch(() => {});
  expect((await loadTally(db, ID))?.tally.cells.public.ballots).toBe(1);
  for (const [path, status] of [
    [`/c/${ID}`, 200],
    ["/c/newer", 503],
    ["/c/newer/results", 503],
    ["/api/consultations/newer", 503],
    ["/", 200],
  ] as const) {
    expect([path, (await app.request(path)).status]).toEqual([path, status]);
  }
  expect(await stored("main", newer)).toEqual(newer);
  expect(await stored("main", tally)).toEqual(tally);
});

test("a page whose own item is newer says that it cannot be read, and the operators are told which", async () => {
  const world = await freshWorld();
  ({ db } = world);
  await put("main", { ...keys.RESPONSES.key(ID, 1), form: { N: "2" } });
  const answer = await createApp(world).request(`/c/${ID}/ledger`);
  expect(answer.status).toBe(503);
  expect(world.logged).toContainEqual(
    expect.objectContaining({ failure: "NewerForm", stored: `C#${ID} RESPONSE#00000001` }),
  );
});
