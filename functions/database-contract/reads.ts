import {
  DescribeTimeToLiveCommand,
  paginateQuery,
  paginateScan,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Database } from "../store/database.ts";
import type { Item } from "../store/damaged-item.ts";
import { makeTables } from "../store/make-tables.ts";
import { TABLES } from "../store/table.ts";
import { putItems } from "../store/whole-table.ts";
import { type Check, hold, item, many, same } from "./check.ts";
import { stored } from "./writes.ts";

const query = (db: Database, partition: string): QueryCommandInput => ({
  TableName: db.tables.main,
  KeyConditionExpression: "pk = :pk",
  ExpressionAttributeValues: { ":pk": { S: `${partition}#00` } },
  ConsistentRead: true,
});

const sorts = (items: readonly Item[] = []) => items.map(({ sk }) => sk?.S ?? "");

async function pagesOf(pages: AsyncIterable<{ Items?: Item[] | undefined }>): Promise<Item[][]> {
  const all: Item[][] = [];
  for await (const { Items = [] } of pages) all.push(Items);
  return all;
}

/** About 50 kB each: thirty of them are more than a page of 1 MB. */
const LARGE = many(30, (place) =>
  item("pages", String(place).padStart(2, "0"), { b: { B: new Uint8Array(50_000) } }),
);

/** What is read: that it is the newest, whole, and in order. */
export const READS: readonly Check[] = [
  {
    name: "consistent-read",
    need: "a respondent reads back what was saved a moment ago; a tally is saved over what was just read",
    async run({ db }) {
      const one = item("consistent", "a");
      for (let round = 1; round <= 30; round++) {
        const Item = { ...one, v: { N: `${round}` } };
        await db.client.send(new PutItemCommand({ TableName: db.tables.main, Item }));
        same(`round ${round}, read by its key`, (await stored(db, one))?.["v"], { N: `${round}` });
        const { Items } = await db.client.send(new QueryCommand(query(db, "consistent")));
        same(`round ${round}, read by query`, Items?.[0]?.["v"], { N: `${round}` });
      }
    },
  },
  {
    name: "order-of-keys",
    need: "log, register and history are read in order, the newest first, by keys that are compared as UTF-8",
    async run({ db }) {
      const order = ["", "A", "LOG#0001", "LOG#0002", "LOG#0010", "a", "b", "Ә", "я", "ﬀ", "🗳"]
        .slice(1)
        .toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      await putItems(
        db,
        "main",
        order.toReversed().map((sort) => item("order", sort)),
      );
      const all = await db.client.send(new QueryCommand(query(db, "order")));
      same("in order", sorts(all.Items), order);
      const newest = { ...query(db, "order"), ScanIndexForward: false, Limit: 1 };
      same("the last one", sorts((await db.client.send(new QueryCommand(newest))).Items), ["🗳"]);
      const some = await db.client.send(
        new QueryCommand({
          ...query(db, "order"),
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
          ExpressionAttributeValues: { ":pk": { S: "order#00" }, ":sk": { S: "LOG#" } },
        }),
      );
      same("those that begin alike", sorts(some.Items), ["LOG#0001", "LOG#0002", "LOG#0010"]);
    },
  },
  {
    name: "query-by-pages",
    need: "all ballots of a consultation, page by page of 1 MB, none twice and none left out",
    async run({ db }) {
      await putItems(db, "main", LARGE);
      const pages = await pagesOf(paginateQuery({ client: db.client }, query(db, "pages")));
      same("all of them", sorts(pages.flat()), sorts(LARGE));
      hold(pages.length > 1, "1.5 MB came on one page: pages end at 1 MB");
      const few = paginateQuery({ client: db.client, pageSize: 7 }, query(db, "pages"));
      same("seven at a time", sorts((await pagesOf(few)).flat()), sorts(LARGE));
    },
  },
  {
    name: "scan-by-pages",
    need: "backups read whole tables; a recount reads a small one in one request",
    async run({ db }) {
      const all = many(30, (place) =>
        item(`scan-${place}`, "a", { b: { B: new Uint8Array(50_000) } }),
      );
      await putItems(db, "ephemeral", all);
      const pages = await pagesOf(
        paginateScan(
          { client: db.client },
          { TableName: db.tables.ephemeral, ConsistentRead: true },
        ),
      );
      const found = pages.flat().map(({ pk }) => pk?.S ?? "");
      const own = found.filter((pk) => pk.startsWith("scan-")).toSorted();
      same("all partitions", own, all.map(({ pk }) => pk?.S ?? "").toSorted());
      hold(pages.length > 1, "1.5 MB came on one page: pages end at 1 MB");
    },
  },
  {
    name: "part-of-an-item",
    need: "names of ballots are listed without their answers",
    async run({ db }) {
      await putItems(db, "main", [item("part", "a", { v: { S: "answers" } })]);
      const asked = { ...query(db, "part"), ProjectionExpression: "sk" };
      const { Items } = await db.client.send(new QueryCommand(asked));
      same("what was asked for", Items, [{ sk: { S: "a" } }]);
    },
  },
  {
    name: "expiry-is-set",
    need: "sessions, links and limits disappear by themselves (TTL)",
    async run({ db }) {
      // Twice, as a second start does it.
      await makeTables(db.client, db.tables);
      await makeTables(db.client, db.tables);
      const { TimeToLiveDescription: told } = await db.client.send(
        new DescribeTimeToLiveCommand({ TableName: db.tables.ephemeral }),
      );
      same("the attribute", told?.AttributeName, TABLES.ephemeral.expiry);
      hold(
        /^ENABL(ED|ING)$/.test(told?.TimeToLiveStatus ?? ""),
        `the state is ${told?.TimeToLiveStatus ?? "not told"}`,
      );
    },
  },
];
