/**
 * Labels of codes that are not made yet, in parts of one piece each. Written with the group, emptied with the word that the codes
 * of a part were seen: until then they are in no other place, and after that nothing may tell which label has no code any more.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { deflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import { PIECE } from "../../domain/invitation/group.ts";
import type { Database } from "./database.ts";
import { packedJson, parsed } from "./item.ts";
import { LABELS } from "./keys.ts";
import { putOf, type Write } from "./write.ts";

const form = z.object({ labels: z.optional(packedJson(z.array(z.string()))) });

const nameOf = (group: string, part: number): string => `${group}#${part}`;

/** The writes that keep a group's labels; none where the codes have none. */
export const labelWrites = (
  db: Database,
  consultation: string,
  group: string,
  labels: readonly string[],
): Write[] =>
  Array.from({ length: Math.ceil(labels.length / PIECE) }, (_, part) =>
    partPut(db, consultation, group, part, labels.slice(part * PIECE, (part + 1) * PIECE)),
  );

/** The writes that forget the labels of a group's first so many codes, as far as they fill a part or end the group. */
export function forgottenLabels(
  db: Database,
  consultation: string,
  group: string,
  before: number,
  made: number,
  wanted: number,
): Write[] {
  const from = Math.floor(before / PIECE);
  const to = made >= wanted ? Math.ceil(wanted / PIECE) : Math.floor(made / PIECE);
  return Array.from({ length: Math.max(0, to - from) }, (_, more) =>
    partPut(db, consultation, group, from + more, undefined),
  );
}

const partPut = (
  db: Database,
  consultation: string,
  group: string,
  part: number,
  labels: readonly string[] | undefined,
): Write =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...LABELS.key(consultation, nameOf(group, part)),
      ...(labels !== undefined && { labels: { B: deflateRawSync(JSON.stringify(labels)) } }),
    },
    ConditionExpression: labels === undefined ? "attribute_exists(pk)" : "attribute_not_exists(pk)",
  });

/** The labels of so many codes from one on, as far as the part goes that this is in; empty where the codes have none. */
export async function labelsFrom(
  db: Database,
  consultation: string,
  group: string,
  from: number,
): Promise<string[]> {
  const part = Math.floor(from / PIECE);
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: LABELS.key(consultation, nameOf(group, part)),
      ConsistentRead: true,
    }),
  );
  return (Item && parsed(Item, form).labels)?.slice(from - part * PIECE) ?? [];
}
