import { GetItemCommand, type Put } from "@aws-sdk/client-dynamodb";
import type { ExportRequest } from "../../domain/export/request.ts";
import type { ToldOfPersons } from "../../domain/export/ballots-table.ts";
import type { Database } from "./database.ts";

/** A consultation's export of single ballots as it is kept; its revision is 0 before the first. */
export interface StoredExport {
  request: ExportRequest | undefined;
  /** What the first export that was ready told of persons: none after it tells more. */
  told?: ToldOfPersons | undefined;
  revision: number;
}

const exportKey = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "EXPORT" },
});

/** Where a file of an export is kept. Never under `releases/`, and no public path leads there. */
export const exportFile = (consultation: string, key: string, part: number): string =>
  `exports/${consultation}/${key}/${part}.csv`;

/** The export that was asked for last, strongly consistent. */
export async function getExport(db: Database, consultation: string): Promise<StoredExport> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: exportKey(consultation),
      ConsistentRead: true,
    }),
  );
  const [asked, told] = [Item?.["asked"]?.S, Item?.["told"]?.S];
  return {
    request: asked === undefined ? undefined : (JSON.parse(asked) as ExportRequest),
    told: told === undefined ? undefined : (JSON.parse(told) as ToldOfPersons),
    revision: Number(Item?.["revision"]?.N ?? 0),
  };
}

/** The write that replaces what was read, with nothing when its files are gone; refused after another. */
export const exportPut = (
  db: Database,
  consultation: string,
  { revision, told }: Pick<StoredExport, "revision" | "told">,
  request: ExportRequest | undefined,
): Put & { ConditionExpression: string } => ({
  TableName: db.tables.main,
  Item: {
    ...exportKey(consultation),
    revision: { N: String(revision + 1) },
    ...(request !== undefined && { asked: { S: JSON.stringify(request) } }),
    ...(told !== undefined && { told: { S: JSON.stringify(told) } }),
  },
  ConditionExpression: "attribute_not_exists(pk) OR revision = :read",
  ExpressionAttributeValues: { ":read": { N: String(revision) } },
});
