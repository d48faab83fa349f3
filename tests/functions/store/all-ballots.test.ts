import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, expect, test } from "vitest";
import type { Services } from "../../../functions/services.ts";
import { ballotsOf } from "../../../functions/store/all-ballots.ts";
import { ballotKey, ballotName } from "../../../functions/store/keys.ts";
import { freshWorld } from "../../support/world.ts";

/* All ballots of a consultation, whether the whole table is one page or more. */

let services: Services;
const own = Array.from({ length: 40 }, (_, index) =>
  ((index * 37) % 256).toString(16).padStart(2, "0").padEnd(64, "a"),
).toSorted();

const put = async (consultation: string, id: string, more = {}) =>
  services.db.client.send(
    new PutItemCommand({
      TableName: services.db.tables.ballots,
      Item: { ...ballotKey(consultation, id), ...more },
    }),
  );

beforeAll(async () => {
  services = await freshWorld();
  await Promise.all(own.map((id) => put("one", id)));
  await Promise.all(["one-more", "on", "two"].map((other) => put(other, own[0]!)));
});

async function read(consultation: string, atOnce?: number): Promise<string[]> {
  const found: string[] = [];
  for await (const items of ballotsOf(services.db, consultation, atOnce)) {
    found.push(...items.map(ballotName));
  }
  return found.toSorted();
}

test("a small table: its own ballots, each once, and no other's", async () => {
  expect(await read("one")).toEqual(own);
  expect(await read("none")).toEqual([]);
});

test("a table of more than a page: the same, one part at a time or several", async () => {
  // A page ends at 1 MB.
  const large = { large: { S: "x".repeat(390_000) } };
  for (const first of ["0", "1", "2"]) await put("big", first.padEnd(64, "b"), large);
  expect(await read("one")).toEqual(own);
  expect(await read("one", 8)).toEqual(own);
  expect(await read("big")).toHaveLength(3);
});
