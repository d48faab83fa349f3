import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { readBallotItem } from "../../../functions/store/ballot-item.ts";
import type { Database } from "../../../functions/store/database.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";
import { BALLOT, STORED } from "./before-forms.ts";

/* What was stored before items said their form is read on; what is of a form that there is not yet is not. */

/** A store that holds one item, whatever it is asked for. */
function holding(item: Item): Database {
  const client = Object.create(DynamoDBClient.prototype) as DynamoDBClient;
  client.send = (async () => ({ Item: item, Items: [item] })) as typeof client.send;
  return { client, tables: { main: "main", ballots: "ballots", ephemeral: "ephemeral" } };
}

const NEWER = { form: { N: "9" } };

describe("an item that says no form, or an earlier one", () => {
  test.each(STORED)("%s is read on", async (_, item, readers, read) => {
    for (const reader of readers) expect(await reader(holding(item))).toMatchObject(read);
  });

  test("a ballot and its tombstone are read on", () => {
    const { id, state } = readBallotItem(BALLOT, 2);
    expect(state).toMatchObject({
      id,
      content: { ratings: "5n", about: { region: "north" }, first: ["K1"] },
      earlier: { ratings: "4n" },
    });
    const { sk, pk, day } = BALLOT;
    const tombstone = { pk, sk, day, revision: { N: "3" }, withdrawn: { BOOL: true } } as Item;
    expect(readBallotItem(tombstone, 2)).toMatchObject({ revision: 3, state: "withdrawn" });
  });
});

describe("an item of a newer form is refused with its key and form, and nothing that it says", () => {
  test.each(STORED)("%s", async (_, item, readers) => {
    for (const reader of readers) {
      const failure = await reader(holding({ ...item, ...NEWER })).catch((error: Error) => error);
      expect(failure).toMatchObject({
        name: "NewerForm",
        key: `${item["pk"]!.S} ${item["sk"]!.S}`,
      });
      expect((failure as Error).message).toMatch(
        /^what is stored under \S+ \S+ has form 9, and this program reads none above [12]: run the version that wrote it, or a newer one$/,
      );
    }
  });

  test("a ballot is no unreadable one then, which would be counted as such", () => {
    expect(() => readBallotItem({ ...BALLOT, ...NEWER }, 2)).toThrow(/has form 9/);
  });
});

test("a form that is none is damage", async () => {
  for (const form of [{ S: "2" }, { N: "0" }, { N: "1.5" }, { NULL: true }] as AttributeValue[]) {
    expect(readBallotItem({ ...BALLOT, form }, 2).state).toBe("unreadable");
    const [, item, [read]] = STORED[0]!;
    await expect(read!(holding({ ...item, form }))).rejects.toMatchObject({ name: "DamagedItem" });
  }
});
