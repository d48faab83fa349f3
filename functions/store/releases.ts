import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { ReleaseBasis } from "../../domain/release.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

/** One line of the register of releases. The bytes themselves are a file, named by their hash. */
export interface RegisteredRelease {
  number: number;
  hash: string;
  basis: ReleaseBasis;
}

const RELEASE = "RELEASE#";

/** Where the bytes of a release are kept. Named by content: no writer can spoil another's. */
export const releaseFile = (consultation: string, number: number, hash: string): string =>
  `releases/${consultation}/${number}-${hash}.json`;

/** Enters a release under its number; false when that number is taken. */
export async function registerRelease(
  db: Database,
  consultation: string,
  release: RegisteredRelease,
): Promise<boolean> {
  return putIf(db, {
    TableName: db.tables.main,
    Item: {
      pk: { S: `C#${consultation}` },
      // Eight digits, so that the order of texts is the order of numbers.
      sk: { S: RELEASE + String(release.number).padStart(8, "0") },
      hash: { S: release.hash },
      basis: { S: JSON.stringify(release.basis) },
    },
    ConditionExpression: IS_NEW,
  });
}

/** The newest line of the register, strongly consistent. */
export async function newestRegistered(
  db: Database,
  consultation: string,
): Promise<RegisteredRelease | undefined> {
  const { Items } = await db.client.send(
    new QueryCommand({
      TableName: db.tables.main,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :release)",
      ExpressionAttributeValues: { ":pk": { S: `C#${consultation}` }, ":release": { S: RELEASE } },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  const item = Items?.[0];
  if (item === undefined) return undefined;
  return {
    number: Number(item["sk"]?.S?.slice(RELEASE.length)),
    hash: item["hash"]?.S ?? "",
    basis: JSON.parse(item["basis"]?.S ?? "null") as ReleaseBasis,
  };
}
