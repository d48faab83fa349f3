import { randomBytes } from "node:crypto";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { expect, inject, onTestFinished, test } from "vitest";
import { newBench, removeBench } from "../../../functions/database-contract/bench.ts";
import { CHECKS } from "../../../functions/database-contract/checks.ts";
import { holdsEnough, tryAll } from "../../../functions/database-contract/run.ts";
import { limitsOf } from "../../../functions/local/jobs.ts";
import { connect } from "../../../functions/store/database.ts";
import { type Lie, lyingProxy, refusal } from "../../support/lying-proxy.ts";
import { LIES } from "./lies.ts";

const config = (endpoint: string, accessKeyId = randomBytes(16).toString("hex")) => ({
  endpoint,
  region: "kenes-local",
  credentials: { accessKeyId, secretAccessKey: "x" },
});

/** DynamoDB Local is known to answer empty at the end alone. */
const benchOf = (ways: ReturnType<typeof config>) => ({
  ...newBench({ tables: ways, streams: ways }, false),
  limits: limitsOf({}),
});

const named = (names: readonly string[]) => {
  const some = CHECKS.filter(({ name }) => names.includes(name));
  expect(some.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
  return some;
};

/** What came of some checks of a database that lies, by name. */
async function tried(lie: Lie, names: readonly string[], within?: number) {
  const proxy = await lyingProxy(inject("databaseEndpoint"), lie);
  onTestFinished(() => proxy.close());
  const ways = config(proxy.endpoint);
  const bench = { ...benchOf(ways), recordsWithin: 500 };
  const never = new AbortController().signal;
  const all = await tryAll(bench, named(names), () => {}, never, within);
  await removeBench(bench);
  return Object.fromEntries(
    all.map(({ name, verdict, why }) => [name, [verdict, why].filter(Boolean).join(": ")]),
  );
}

test("all holds of DynamoDB Local, and no table is left", async () => {
  const ways = config(inject("databaseEndpoint"));
  const bench = benchOf(ways);
  const told: string[] = [];
  const never = new AbortController().signal;
  const all = await tryAll(bench, CHECKS, ({ name }) => told.push(name), never);
  const failed = all.filter(({ verdict }) => verdict !== "holds");
  expect(failed.map(({ name, verdict }) => [name, verdict])).toEqual([
    ["expired-iterator", "not tried"],
  ]);
  expect(holdsEnough(all)).toBe(true);
  expect(told).toEqual(all.map(({ name }) => name));
  expect(await removeBench(bench)).toEqual([]);
  const { client } = connect(bench.db.tables, ways);
  expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});

test("who stops it leaves no table either, and nothing counts as tried that was not", async () => {
  const ways = config(inject("databaseEndpoint"));
  const bench = benchOf(ways);
  const stop = new AbortController();
  const all = await tryAll(
    bench,
    CHECKS,
    ({ name }) => void (name === CHECKS[0]!.name && stop.abort()),
    stop.signal,
  );
  expect(all.map(({ verdict }) => verdict).slice(0, 3)).toEqual(["holds", "holds", "not tried"]);
  expect(holdsEnough(all)).toBe(false);
  expect(await removeBench(bench)).toEqual([]);
});

test("without tables nothing is tried", async () => {
  const lie: Lie = {
    asked: (call) => (call === "CreateTable" ? refusal("ValidationException") : undefined),
  };
  expect(await tried(lie, ["write-is-there"])).toEqual({
    "tables-are-made": expect.stringContaining("ValidationException"),
    "write-is-there": "not tried: there are no tables to try it in",
  });
});

test.each(LIES)("a database that %s is found out", async (_, lie, names) => {
  const found = await tried(lie(), names);
  expect(found).toEqual({
    "tables-are-made": "holds",
    ...Object.fromEntries(names.map((name) => [name, expect.stringMatching(/^fails: ./)])),
  });
});

test("whoever hangs does not hold", async () => {
  const lie: Lie = {
    asked: (call) => (call === "PutItem" ? new Promise(() => {}) : undefined),
  };
  const found = await tried(lie, ["write-is-there"], 2_000);
  expect(found["write-is-there"]).toBe("fails: no answer within 2 s");
});
