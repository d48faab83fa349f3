import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  QueryCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { isAllowed, type Statement } from "./policy.ts";
import { UNTRIED } from "./untried.ts";
import { REGION } from "./resolve.ts";
import type { Installation } from "./site.ts";

/** A right as it is told: `Tally dynamodb:PutItem Main COUNTING`. */
function tell(name: string, { actions, resources, keys = [] }: Statement): string {
  const of = resources.map((arn) => {
    const [, own = arn] = /^(?:table\/)?[a-z]+-(.*)$/i.exec(arn.split(":").at(-1)!) ?? [];
    return own.replace(/[0-9a-f]{8}(?=\/|$)/i, "");
  });
  return [name, ...actions, ...of, ...keys].join(" ");
}

/** What the functions may do, beside what they did. */
export const rights = (at: Installation) =>
  describe("of its rights", () => {
    const unused = () => at.account.unused().map(({ name, part }) => tell(name, part));

    test("no function needed one that it lacks", () => {
      const denied = at.account.made.filter(({ denied }) => denied);
      expect(
        denied.map(({ caller, call }) => `${caller} ${call.action} ${call.resource} ${call.keys}`),
      ).toEqual([]);
    });

    test("no function has one that it never needs", () => {
      expect(unused().toSorted()).toEqual(Object.keys(UNTRIED).toSorted());
    });

    test("one too many is found, and one too few", async () => {
      const { account, world } = at;
      const needless = {
        effect: "Allow",
        actions: ["dynamodb:BatchGetItem"],
        resources: ["*"],
      } as const;
      await account.during(
        "Web",
        (all) => [...all, needless],
        async () => {
          expect(unused()).toContainEqual(expect.stringContaining("Web dynamodb:BatchGetItem"));
        },
      );
      const without = { effect: "Deny", actions: ["dynamodb:Query"], resources: ["*"] } as const;
      await account.forget("Web");
      await account.during(
        "Web",
        (all) => [...all, without],
        async () => {
          expect((await world.get("/")).status).toBe(500);
          expect(account.made.at(-1)).toMatchObject({ caller: "Web", denied: true });
        },
      );
      await account.forget("Web");
    });

    test("the function of the pages can neither list nor delete ballots", async () => {
      const { account, world } = at;
      const TableName = world.db.tables.ballots;
      const { arn } = account.tables.get(TableName)!;
      const statements = account.rightsOf("Web");
      const actions = [
        "Query",
        "Scan",
        "DeleteItem",
        "BatchGetItem",
        "BatchWriteItem",
        "UpdateItem",
        "PartiQLSelect",
        "PartiQLDelete",
        "DeleteTable",
        "ExportTableToPointInTime",
      ];
      for (const action of actions) {
        for (const resource of [arn, `${arn}/index/any`]) {
          const call = { action: `dynamodb:${action}`, resource };
          expect([action, isAllowed(statements, call)]).toEqual([action, false]);
        }
      }
      const client = new DynamoDBClient({
        region: REGION,
        endpoint: account.aws,
        credentials: { accessKeyId: account.keyOf("Web"), secretAccessKey: "of nobody" },
      });
      const Key = { pk: { S: "kazakhstan-2019#00" }, sk: { S: "00" } };
      const tried = [
        new ScanCommand({ TableName }),
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": Key.pk },
        }),
        new DeleteItemCommand({ TableName, Key }),
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [Key] } } }),
        new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key } }] } }),
      ];
      await account.during(
        "Web",
        (all) => all,
        async () => {
          for (const command of tried) {
            await expect(client.send(command as ScanCommand)).rejects.toThrow("is not authorized");
          }
        },
      );
      client.destroy();
    });
  });
