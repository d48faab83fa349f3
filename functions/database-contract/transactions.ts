import {
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import type { Database } from "../store/database.ts";
import { IS_NEW } from "../store/put-if.ts";
import { writeAll } from "../store/write-all.ts";
import { writeOf } from "../store/write.ts";
import { type Check, failureOf, hold, item, keyOf, many, same } from "./check.ts";
import { stored } from "./writes.ts";

const transact = (db: Database, TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  db.client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));

const oneMore = (db: Database, sort: string): TransactWriteItem => ({
  Update: {
    TableName: db.tables.main,
    Key: keyOf(item("transaction", sort)),
    UpdateExpression: "ADD v :one",
    ExpressionAttributeValues: { ":one": { N: "1" } },
  },
});

/** Writes that are made together or not at all. */
export const TRANSACTIONS: readonly Check[] = [
  {
    name: "transaction-all-or-none",
    need: "an expert's ballot and the use of the invitation; every act of an organiser and its entry in the log",
    async run({ db }) {
      const [here, there] = [item("all", "a", { v: { S: "here" } }), item("all", "b")];
      const ballots = { TableName: db.tables.ballots, Item: here };
      const main = { TableName: db.tables.main, Item: there };
      await transact(db, [{ Put: ballots }, { Put: { ...main, ConditionExpression: IS_NEW } }]);
      same("the second of two tables", await stored(db, there), there);
      const other = item("all", "c");
      const failure = await failureOf(
        "a transaction with a condition that does not hold",
        transact(db, [
          { Put: { TableName: db.tables.main, Item: other } },
          { Put: { ...main, ConditionExpression: IS_NEW } },
        ]),
      );
      same("the failure", failure.name, "TransactionCanceledException");
      same("the write beside it", await stored(db, other), undefined);
    },
  },
  {
    name: "transaction-reasons",
    need: "which part was refused: a used code is told apart from a conflict, which is tried again",
    async run({ db }) {
      const there = item("reasons", "a");
      await transact(db, [{ Put: { TableName: db.tables.main, Item: there } }]);
      const failure = await failureOf(
        "a transaction with one refused part",
        transact(db, [
          oneMore(db, "reasons"),
          { Put: { TableName: db.tables.main, Item: there, ConditionExpression: IS_NEW } },
          {
            ConditionCheck: {
              TableName: db.tables.main,
              Key: keyOf(there),
              ConditionExpression: "attribute_exists(pk)",
            },
          },
        ]),
      );
      hold(failure instanceof TransactionCanceledException, failure.name);
      const codes = failure.CancellationReasons?.map(({ Code }) => Code);
      same("the reasons", codes, ["None", "ConditionalCheckFailed", "None"]);
    },
  },
  {
    name: "transaction-conflicts",
    need: "two organisers at once: one waits or is told of a conflict, and no change is lost",
    async run({ db }) {
      const write = () => writeAll(db, [writeOf(oneMore(db, "x")), writeOf(oneMore(db, "y"))]);
      const made = await Promise.allSettled(many(12, write));
      const done = made.filter((one) => one.status === "fulfilled").length;
      for (const one of made) {
        if (one.status === "fulfilled") continue;
        same("a conflict", (one.reason as Error).name, "TransactionCanceledException");
      }
      hold(done > 0, "of twelve transactions on the same items none was made");
      for (const sort of ["x", "y"]) {
        const found = await stored(db, item("transaction", sort));
        same(`what ${done} of 12 came to`, found?.["v"], { N: `${done}` });
      }
    },
  },
  {
    name: "transaction-of-100",
    need: "invitations are made a hundred at a time",
    async run({ db }) {
      const all = many(100, (place) => item("hundred", `${place}`));
      await transact(
        db,
        all.map((Item) => ({ Put: { TableName: db.tables.main, Item } })),
      );
      for (const one of [all[0]!, all[99]!]) same("an item", await stored(db, one), one);
    },
  },
  {
    name: "transaction-sent-twice",
    need: "the SDK sends again what was not answered; the token sees to it that it is done once",
    async run({ db }) {
      const token = `twice-${db.tables.main.slice(-30)}`.slice(0, 36);
      for (let time = 0; time < 2; time++) await transact(db, [oneMore(db, "twice")], token);
      same("what twice one more came to", (await stored(db, item("transaction", "twice")))?.["v"], {
        N: "1",
      });
    },
  },
  {
    name: "transaction-read",
    need: "all remarks of a receipt are read as of one moment",
    async run({ db }) {
      const [a, none] = [item("read", "a", { v: { N: "1" } }), item("read", "none")];
      await transact(db, [{ Put: { TableName: db.tables.main, Item: a } }]);
      const { Responses } = await db.client.send(
        new TransactGetItemsCommand({
          TransactItems: [a, none].map((one) => ({
            Get: { TableName: db.tables.main, Key: keyOf(one) },
          })),
        }),
      );
      same(
        "what was read",
        Responses?.map(({ Item }) => Item),
        [a, undefined],
      );
    },
  },
];
