/**
 * The register of releases. The bytes of a release are a file, written before its line; a line is entered
 * only under a number that none has, is never changed, and is durable when that ends. A failure between
 * the two leaves a file that no line names. The newest line is read strongly consistent, the whole
 * register is not: a line may be missing there for a moment.
 */
import { GetItemCommand, paginateQuery, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import { DamagedItem, type Item } from "./damaged-item.ts";
import { count, moment, parsed } from "./item.ts";
import { RELEASES } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { putOf } from "./write.ts";

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

const form = z.object({
  releasedAt: moment,
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  turn: z.optional(count),
  final: z.optional(z.boolean()),
  counted: z.optional(z.union([z.string(), count])),
});

/** Where the bytes of a release are kept. Named by content: no writer can spoil another's. */
export const releaseFile = (consultation: string, number: number, hash: string): string =>
  `releases/${consultation}/${number}-${hash}.json`;

/** Enters a release under its number; false when that number is taken. */
export async function registerRelease(
  db: Database,
  consultation: string,
  release: RegisteredRelease,
): Promise<boolean> {
  return putIf(
    db,
    putOf({
      TableName: db.tables.main,
      Item: {
        ...RELEASES.key(consultation, release.number),
        ...formOf("release"),
        releasedAt: { S: release.releasedAt },
        hash: { S: release.hash },
        turn: { N: String(release.turn) },
        final: { BOOL: release.final },
        counted: { S: release.counted },
      },
      ConditionExpression: IS_NEW,
    }),
  );
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

/** The line of one number, strongly consistent; `undefined` when there is none. */
export async function registeredAs(
  db: Database,
  consultation: string,
  number: number,
): Promise<RegisteredRelease | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: RELEASES.key(consultation, number),
      ConsistentRead: true,
    }),
  );
  return Item && registered(Item);
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

/** The lines after one, oldest first; soon, as the whole register. Where there are none it is half a read unit. */
export async function registeredAfter(
  db: Database,
  consultation: string,
  number: number,
): Promise<RegisteredRelease[]> {
  const pages = paginateQuery(
    { client: db.client, startingToken: RELEASES.key(consultation, number) },
    { TableName: db.tables.main, ...RELEASES.every(consultation) },
  );
  const lines: RegisteredRelease[] = [];
  for await (const { Items = [] } of pages) lines.push(...Items.map(registered));
  return lines;
}

/** So many lines are six read units; of a thousand nearly all are too old. */
const LINES_OF_A_PAGE = 100;

/**
 * The lines from a moment on, and the newest before it; newest first, strongly consistent. Where a clock was set back
 * their dates are not in the order of their numbers: a page is read to its end.
 */
export async function registeredSince(
  db: Database,
  consultation: string,
  since: Date,
): Promise<RegisteredRelease[]> {
  const lines: RegisteredRelease[] = [];
  const pages = paginateQuery(
    { client: db.client },
    { ...register(db, consultation), ConsistentRead: true, Limit: LINES_OF_A_PAGE },
  );
  for await (const { Items = [] } of pages) {
    const page = Items.map(registered);
    const isOld = (line: RegisteredRelease) => Date.parse(line.releasedAt) < since.getTime();
    const before = page.find(isOld);
    lines.push(...page.filter((line) => line === before || !isOld(line)));
    if (before !== undefined) return lines;
  }
  return lines;
}

/** Of which release an item of the main table is the line; `undefined` for anything else. */
export function releaseOfItem(
  item: Item,
): { consultation: string; number: number; hash: string } | undefined {
  const [, consultation] = /^C#(.+)$/.exec(item["pk"]?.S ?? "") ?? [];
  if (consultation === undefined || !/^RELEASE#\d+$/.test(item["sk"]?.S ?? "")) return undefined;
  const { number, hash } = registered(item);
  return { consultation, number, hash };
}

const register = (db: Database, consultation: string) => ({
  TableName: db.tables.main,
  ...RELEASES.every(consultation),
  ScanIndexForward: false,
});

/**
 * A line of an earlier method has no place in the plan, and comes before all that have; the ballots that it
 * counts it only numbers.
 */
function registered(item: Item): RegisteredRelease {
  const number = RELEASES.number(item);
  if (!Number.isSafeInteger(number)) throw new DamagedItem(item, "number");
  const { turn = 0, final = false, counted, ...line } = parsed(item, form);
  return { number, ...line, turn, final, counted: typeof counted === "string" ? counted : "" };
}
