/** Copies of tables as they were at a moment, which only AWS has kept. */
import { setTimeout as sleep } from "node:timers/promises";
import { DescribeTableCommand, RestoreTableToPointInTimeCommand } from "@aws-sdk/client-dynamodb";
import type { Database } from "./database.ts";

const LOOK_EVERY_MS = 15_000;

/** Asks for a copy; of a name that is taken AWS says so, and nothing is made. */
export async function beginCopy(db: Database, from: string, to: string, at: Date): Promise<void> {
  await db.client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: from,
      TargetTableName: to,
      RestoreDateTime: at,
    }),
  );
}

/** Waits until a copy is whole. */
export async function copyMade(db: Database, name: string): Promise<void> {
  for (;;) {
    const { Table } = await db.client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === "ACTIVE") return;
    await sleep(LOOK_EVERY_MS);
  }
}
