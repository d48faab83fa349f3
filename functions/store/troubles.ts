/**
 * For which consultations a job fails, in one item for each job, which only that job writes: whole, unless a newer program
 * wrote it, durable when the write ends. Told to organisers, who read what is soon there.
 */
import { GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { TROUBLED_JOBS, type TroubledJob } from "../../domain/participation/health.ts";
import type { Database } from "./database.ts";
import { json, moment, parsed } from "./item.ts";
import { TROUBLES } from "./keys.ts";
import { putOver } from "./put-over.ts";

/** Since when a job fails for a consultation, and by the name of which failure. */
export interface Trouble {
  since: string;
  failure: string;
}

const form = z.object({
  failing: json(z.record(z.string(), z.object({ since: moment, failure: z.string() }))),
});

/** By consultation. */
export async function loadTroubles(db: Database, job: string): Promise<Map<string, Trouble>> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: TROUBLES.key(job),
      ConsistentRead: true,
    }),
  );
  return new Map(Item === undefined ? [] : Object.entries(parsed(Item, form).failing));
}

export async function putTroubles(
  db: Database,
  job: string,
  failing: ReadonlyMap<string, Trouble>,
): Promise<void> {
  await putOver(db, "main", "troubles", {
    ...TROUBLES.key(job),
    failing: { S: JSON.stringify(Object.fromEntries(failing)) },
  });
}

/** The troubles of one consultation, by job. */
export async function troublesOf(
  db: Database,
  consultation: string,
): Promise<{ job: TroubledJob; since: string }[]> {
  const { Items = [] } = await db.client.send(
    new QueryCommand({ TableName: db.tables.main, ...TROUBLES.every }),
  );
  return Items.flatMap((item) => {
    const trouble = parsed(item, form).failing[consultation];
    const job = TROUBLED_JOBS.find((one) => one === TROUBLES.name(item));
    return trouble === undefined || job === undefined ? [] : [{ job, since: trouble.since }];
  });
}
