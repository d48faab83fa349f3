/** Tables for the time of one run, under names that nobody else has. */
import { randomBytes } from "node:crypto";
import {
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClientConfig,
} from "@aws-sdk/client-dynamodb";
import { setTimeout as wait } from "node:timers/promises";
import { EMPTY_PAGES } from "../jobs/stream-reader.ts";
import { connect, hasNoTable } from "../store/database.ts";
import { connectStreams } from "../store/stream.ts";
import type { Bench } from "./check.ts";

/** How long a table is waited for that cannot be removed yet, in ms. */
const REMOVE_WITHIN = 90_000;

/** How long records of the stream are waited for, in ms; DynamoDB itself takes less than a second. */
const RECORDS_WITHIN = 30_000;

/** The configurations of the two clients. */
export interface Ways {
  tables: DynamoDBClientConfig;
  streams: DynamoDBClientConfig;
}

/** A bench whose tables are not made yet. `prefix` is what a person finds them by, should they ever be left. */
export function newBench(ways: Ways, patient: boolean): Bench & { prefix: string } {
  const prefix = `kenes-contract-${randomBytes(6).toString("hex")}-`;
  const tables = {
    ballots: `${prefix}ballots`,
    main: `${prefix}main`,
    ephemeral: `${prefix}ephemeral`,
  };
  return {
    prefix,
    patient,
    // Nothing is known of it.
    limits: { emptyPages: EMPTY_PAGES, outOfTime: () => false },
    recordsWithin: RECORDS_WITHIN,
    db: connect(tables, ways.tables),
    streams: connectStreams(ways.streams),
  };
}

/** Removes the tables, also those that are still being made, and closes the clients; the names of what is left. */
export async function removeBench({ db, streams }: Bench): Promise<string[]> {
  const names = Object.values(db.tables);
  const isLeft = await Promise.all(names.map((name) => isGone(db, name).then((gone) => !gone)));
  db.client.destroy();
  streams.destroy();
  return names.filter((_, place) => isLeft[place]);
}

async function isGone({ client }: Bench["db"], TableName: string): Promise<boolean> {
  const end = performance.now() + REMOVE_WITHIN;
  for (;;) {
    try {
      // One that was accepted may still be under way, and whoever is told that it is gone can rely on it.
      await client.send(new DeleteTableCommand({ TableName }));
      await client.send(new DescribeTableCommand({ TableName }));
    } catch (failure) {
      if (hasNoTable(failure)) return true;
      if ((failure as Error).name !== "ResourceInUseException") return false;
    }
    if (performance.now() > end) return false;
    await wait(250);
  }
}
