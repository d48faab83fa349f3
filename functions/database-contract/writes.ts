import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Database } from "../store/database.ts";
import type { Item } from "../store/damaged-item.ts";
import { IS_NEW, putIf } from "../store/put-if.ts";
import { putItems } from "../store/whole-table.ts";
import { putOf } from "../store/write.ts";
import { type Check, failureOf, hold, item, keyOf, many, same } from "./check.ts";

/** What is stored, read consistently. */
export async function stored(db: Database, of: Item): Promise<Item | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.tables.main, Key: keyOf(of), ConsistentRead: true }),
  );
  return Item;
}

const put = (db: Database, Item: Item) =>
  db.client.send(new PutItemCommand({ TableName: db.tables.main, Item }));

/** Single writes: that they are made, and only where their condition holds. */
export const WRITES: readonly Check[] = [
  {
    name: "write-is-there",
    need: "“saved” is shown when the database has it, and not before",
    async run({ db }) {
      for (const one of many(20, (place) => item("there", `${place}`, { n: { N: `${place}` } }))) {
        await put(db, one);
        same(`item ${one["sk"]?.S} read after it was written`, await stored(db, one), one);
      }
    },
  },
  {
    name: "condition-is-kept",
    need: "a ballot goes over the version before it and over no other; a code is used once",
    async run({ db }) {
      const first = item("kept", "a", { v: { S: "first" } });
      const asNew = (Item: Item) =>
        putIf(db, putOf({ TableName: db.tables.main, Item, ConditionExpression: IS_NEW }));
      same("the first write", await asNew(first), true);
      same("a second one as new", await asNew({ ...first, v: { S: "second" } }), false);
      same("what is stored", await stored(db, first), first);
      const change = { TableName: db.tables.main, Key: keyOf(first) };
      const values = { ExpressionAttributeValues: { ":v": { S: "other" } } };
      for (const [what, act] of [
        [
          "an update",
          new UpdateItemCommand({
            ...change,
            ...values,
            UpdateExpression: "SET w = :v",
            ConditionExpression: "v = :v",
          }),
        ],
        [
          "a deletion",
          new DeleteItemCommand({ ...change, ...values, ConditionExpression: "v = :v" }),
        ],
      ] as const) {
        const { name } = await failureOf(
          `${what} against its condition`,
          act instanceof UpdateItemCommand ? db.client.send(act) : db.client.send(act),
        );
        same(`the failure of ${what}`, name, "ConditionalCheckFailedException");
      }
      same("what is stored in the end", await stored(db, first), first);
    },
  },
  {
    name: "refusal-shows-what-is-stored",
    need: "one write decides between created, repeated and refused: ReturnValuesOnConditionCheckFailure ALL_OLD",
    async run({ db }) {
      const one = item("refusal", "a", { v: { N: "7" } });
      await put(db, one);
      const again = new PutItemCommand({
        TableName: db.tables.main,
        Item: { ...one, v: { N: "8" } },
        ConditionExpression: IS_NEW,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      });
      const failure = await failureOf("a second write as new", db.client.send(again));
      same("the item with the refusal", (failure as { Item?: Item }).Item, one);
    },
  },
  {
    name: "old-and-new-values",
    need: "a write says what it replaced (ALL_OLD), a counter what it came to (ALL_NEW)",
    async run({ db }) {
      const one = item("values", "a", { v: { N: "1" } });
      const TableName = db.tables.main;
      const write = (Item: Item) =>
        db.client.send(new PutItemCommand({ TableName, Item, ReturnValues: "ALL_OLD" }));
      same("before the first write", (await write(one)).Attributes, undefined);
      same("before the second", (await write({ ...one, v: { N: "2" } })).Attributes, one);
      const add = new UpdateItemCommand({
        TableName,
        Key: keyOf(one),
        UpdateExpression: "ADD v :one SET w = if_not_exists(w, :one)",
        ExpressionAttributeValues: { ":one": { N: "1" } },
        ReturnValues: "ALL_NEW",
      });
      const { Attributes } = await db.client.send(add);
      same("after adding", Attributes, { ...one, v: { N: "3" }, w: { N: "1" } });
    },
  },
  {
    name: "counter-under-many",
    need: "limits and groups of invitations are counted while others count too",
    async run({ db }) {
      const one = item("counter", "a");
      const add = () =>
        db.client.send(
          new UpdateItemCommand({
            TableName: db.tables.main,
            Key: keyOf(one),
            UpdateExpression: "ADD v :one",
            ExpressionAttributeValues: { ":one": { N: "1" } },
          }),
        );
      for (let round = 0; round < 5; round++) await Promise.all(many(10, add));
      same("50 times one more", (await stored(db, one))?.["v"], { N: "50" });
    },
  },
  {
    name: "values-come-back-as-they-were",
    need: "counts, hashes and answers are exact: numbers of 38 digits, bytes, sets, empty texts, maps",
    async run({ db }) {
      const one = item("values-back", "a", {
        long: { N: "12345678901234567890123456789012345678" },
        fraction: { N: "0.1" },
        below: { N: "-17014118346046923173168730371588410572" },
        bytes: { B: new Uint8Array([0, 255, 1, 128]) },
        empty: { S: "" },
        text: { S: "Қазақстан – Ещё 🗳" },
        no: { BOOL: false },
        nothing: { NULL: true },
        set: { SS: ["a"] },
        list: { L: [{ N: "1" }, { S: "" }] },
        map: { M: { region: { S: "north" }, none: { M: {} } } },
      });
      await put(db, one);
      same("the item", await stored(db, one), one);
    },
  },
  {
    name: "item-of-400-kB",
    need: "a tally of a large consultation is one item of up to 400 kB; a larger one is refused and not cut",
    async run({ db }) {
      const of = (bytes: number) => item("large", "a", { b: { B: new Uint8Array(bytes).fill(7) } });
      await put(db, of(395 * 1024));
      same("bytes read back", (await stored(db, of(0)))?.["b"]?.B?.length, 395 * 1024);
      const { name } = await failureOf("an item of 410 kB", put(db, of(410 * 1024)));
      hold(/Validation|TooLarge/.test(name), `an item of 410 kB: ${name}`);
      same("bytes after that", (await stored(db, of(0)))?.["b"]?.B?.length, 395 * 1024);
    },
  },
  {
    name: "batch-write",
    need: "backups are restored 25 items at a time",
    async run({ db }) {
      const all = many(60, (place) => item("batch", `${place}`, { n: { N: `${place}` } }));
      await putItems(db, "main", all);
      for (const one of all) same(`item ${one["sk"]?.S}`, await stored(db, one), one);
    },
  },
];
