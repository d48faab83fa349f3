import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { makeTables } from "../../functions/store/make-tables.ts";
import { clientOf, names, start } from "./installation.ts";

test("tables are made once, by several callers at once, and again", async () => {
  const client = clientOf(await start(undefined));
  await Promise.all([
    makeTables(client, names),
    makeTables(client, names),
    makeTables(client, names),
  ]);
  await makeTables(client, names);
  const { TableNames } = await client.send(new ListTablesCommand({}));
  expect(TableNames?.toSorted()).toEqual(Object.values(names).toSorted());
  const { Table } = await client.send(new DescribeTableCommand({ TableName: names.ballots }));
  expect(Table?.StreamSpecification?.StreamViewType).toBe("NEW_AND_OLD_IMAGES");
  expect(Table?.BillingModeSummary?.BillingMode).toBe("PAY_PER_REQUEST");
  const TableName = names.ephemeral;
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toEqual({
    AttributeName: "expiresAt",
    TimeToLiveStatus: "ENABLED",
  });
});
