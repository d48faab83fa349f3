import { paginateQuery, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { Item } from "./ballot-item.ts";
import type { Database } from "./database.ts";
import { IS_NEW, putIf } from "./put-if.ts";

/** One line of the register of releases. The bytes themselves are a file, named by their hash. */
export interface RegisteredRelease {
  number: number;
  releasedAt: string;
  hash: string;
  /** Its place in the plan of releases. */
  turn: number;
  final: boolean;
  /** The set hash of the tally that it was made from: which ballots it counts. */
  counted: string;
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
      releasedAt: { S: release.releasedAt },
      hash: { S: release.hash },
      turn: { N: String(release.turn) },
      final: { BOOL: release.final },
      counted: { S: release.counted },
    },
    ConditionExpression: IS_NEW,
  });
}

/** The newest line of the register, strongly consistent. */
export async function newestRegistered(
  db: Database,
  consultation: string,
): Promise<RegisteredRelease | undefined> {
  const { Items = [] } = await db.client.send(
    new QueryCommand({ ...register(db, consultation), Limit: 1, ConsistentRead: true }),
  );
  return Items[0] === undefined ? undefined : registered(Items[0]);
}

/** Every line of the register, newest first. */
export async function allRegistered(
  db: Database,
  consultation: string,
): Promise<RegisteredRelease[]> {
  const lines: RegisteredRelease[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    register(db, consultation),
  )) {
    lines.push(...Items.map(registered));
  }
  return lines;
}

const register = (db: Database, consultation: string): QueryCommandInput => ({
  TableName: db.tables.main,
  KeyConditionExpression: "pk = :pk AND begins_with(sk, :release)",
  ExpressionAttributeValues: { ":pk": { S: `C#${consultation}` }, ":release": { S: RELEASE } },
  ScanIndexForward: false,
});

const registered = (item: Item): RegisteredRelease => ({
  number: Number(item["sk"]?.S?.slice(RELEASE.length)),
  releasedAt: item["releasedAt"]?.S ?? "",
  hash: item["hash"]?.S ?? "",
  // One of an earlier method has no place in the plan, and comes before all that have.
  turn: Number(item["turn"]?.N ?? 0),
  final: item["final"]?.BOOL === true,
  counted: item["counted"]?.S ?? "",
});
