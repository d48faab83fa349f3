import { randomBytes } from "node:crypto";
import type { Json, Lie } from "../../support/lying-proxy.ts";

const of = (...calls: string[]) => new Set(calls);
const WRITES = of("PutItem", "UpdateItem", "DeleteItem");

/** A lie about the records of the stream. */
const onRecords = (change: (records: Json[]) => Json[]): Lie => ({
  answered(call, answer) {
    if (call === "GetRecords") answer["Records"] = change((answer["Records"] ?? []) as Json[]);
    return undefined;
  },
});

/** A lie that keeps something to itself. */
const without = (name: string): Lie => ({
  answered(_, answer) {
    delete answer[name];
    return undefined;
  },
});

/** What a lie is, and what must find it. */
export const LIES: [string, () => Lie, string[]][] = [
  [
    "says that it wrote and does not",
    () => ({ asked: (call) => (call === "PutItem" ? { body: {} } : undefined) }),
    ["write-is-there", "consistent-read"],
  ],
  [
    "ignores conditions",
    () => ({
      asked(call, request) {
        if (!WRITES.has(call)) return undefined;
        delete request["ConditionExpression"];
        delete request["ReturnValuesOnConditionCheckFailure"];
        if (call !== "UpdateItem") delete request["ExpressionAttributeValues"];
        return undefined;
      },
    }),
    ["condition-is-kept", "refusal-shows-what-is-stored"],
  ],
  ["refuses without what is stored", () => without("Item"), ["refusal-shows-what-is-stored"]],
  [
    "answers reads with what was there before",
    () => {
      const before = new Map<string, Json>();
      return {
        answered(call, answer, request) {
          if (!of("GetItem", "Query").has(call)) return undefined;
          const key = JSON.stringify(request);
          const stale = before.get(key);
          before.set(key, answer);
          return stale && { body: stale };
        },
      };
    },
    ["consistent-read"],
  ],
  [
    "drops records of the stream",
    () => {
      let count = 0;
      return onRecords((records) => records.filter(() => (count += 1) % 5 !== 0));
    },
    ["stream-in-order", "stream-read-again"],
  ],
  [
    "drops each record of an old and a new image",
    () => onRecords((records) => records.filter((one) => one["eventName"] !== "MODIFY")),
    ["stream-has-both-images"],
  ],
  [
    "gives records twice under other numbers",
    () => onRecords((records) => records.flatMap((one) => [one, again(one)])),
    ["stream-in-order", "counted-exactly-once"],
  ],
  [
    "leaves old images out",
    () =>
      onRecords((records) => {
        for (const one of records) delete (one["dynamodb"] as Json)["OldImage"];
        return records;
      }),
    ["stream-has-both-images"],
  ],
  [
    "takes a refused transaction for made",
    () => ({
      answered: (call, _, __, status) =>
        call === "TransactWriteItems" && status !== 200 ? { body: {} } : undefined,
    }),
    ["transaction-all-or-none", "transaction-reasons"],
  ],
  ["keeps the reasons to itself", () => without("CancellationReasons"), ["transaction-reasons"]],
  [
    "does a transaction again that is sent again",
    () => ({
      asked(call, request) {
        const token = randomBytes(16).toString("hex");
        if (call === "TransactWriteItems") request["ClientRequestToken"] = token;
        return undefined;
      },
    }),
    ["transaction-sent-twice"],
  ],
  [
    "keeps numbers as floats",
    () => ({
      answered: (call, answer) =>
        call === "GetItem"
          ? {
              body: JSON.stringify(answer).replaceAll(
                /\{"N":"([^"]+)"\}/g,
                (_, number: string) => `{"N":"${Number(number)}"}`,
              ),
            }
          : undefined,
    }),
    ["values-come-back-as-they-were"],
  ],
  [
    "orders keys otherwise",
    () => ({
      answered: (call, answer) =>
        call === "Query"
          ? { body: { ...answer, Items: (answer["Items"] as Json[]).toReversed() } }
          : undefined,
    }),
    ["order-of-keys"],
  ],
  [
    "forgets to go on after a page",
    () => without("LastEvaluatedKey"),
    ["query-by-pages", "scan-by-pages"],
  ],
  [
    "lets items expire by something else",
    () => ({
      answered: (call) =>
        call === "DescribeTimeToLive"
          ? { body: { TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "x" } } }
          : undefined,
    }),
    ["expiry-is-set"],
  ],
];

/** The same record as another one, right behind it. */
function again(record: Json): Json {
  const dynamodb = record["dynamodb"] as Json;
  const next = `${BigInt(String(dynamodb["SequenceNumber"])) + 1n}`.padStart(21, "0");
  return { ...record, dynamodb: { ...dynamodb, SequenceNumber: next } };
}
