import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { CODE_FORMS, type CodeForm, type InvitationGroup } from "../../domain/invitation/group.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { count, parsed } from "./item.ts";
import { GROUPS } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { type ConditionalPut, putOf } from "./write.ts";

/** A group as it is kept. */
export interface StoredGroup extends InvitationGroup {
  /** How many codes were asked for, and how many were made. */
  wanted: number;
  /** How many of these its organisers have, as far as they said. */
  made: number;
  /** The codes that were made last, while nobody has said that they have them. */
  piece?: string | undefined;
  /** How many of the piece are stored. */
  unseen?: number | undefined;
  /** Goes up with each piece: a form that was sent before makes none again. */
  turn?: number | undefined;
  /** Which replacing of all its codes was begun last. */
  replacing?: string | undefined;
  /** In which form and language the codes are wanted; of those that a command or a program made, neither. */
  form?: CodeForm | undefined;
  language?: string | undefined;
  /** Labels are kept for the codes that are not made yet. */
  labelled?: boolean | undefined;
}

const form = z.object({
  label: z.string(),
  day: z.string(),
  expires: z.optional(z.string()),
  wanted: count,
  made: count,
  piece: z.optional(z.string()),
  unseen: z.optional(count),
  turn: z.optional(count),
  replacing: z.optional(z.string()),
  shownAs: z.optional(z.enum(CODE_FORMS)),
  language: z.optional(z.string()),
  labelled: z.optional(z.boolean()),
});

/** The write that begins a group without codes; its condition fails when that id is taken. */
export const groupPut = (
  db: Database,
  consultation: string,
  { id, label, expires, day }: InvitationGroup,
  wanted: number,
  how?: Pick<StoredGroup, "form" | "language" | "labelled">,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...GROUPS.key(consultation, id),
      ...formOf("invitationGroup"),
      label: { S: label },
      day: { S: day },
      ...(expires !== undefined && { expires: { S: expires } }),
      wanted: { N: String(wanted) },
      made: { N: "0" },
      ...(how?.form !== undefined && { shownAs: { S: how.form } }),
      ...(how?.labelled === true && { labelled: { BOOL: true } }),
      ...(how?.language !== undefined && { language: { S: how.language } }),
    },
    ConditionExpression: IS_NEW,
  });

/** Begins a group that has no codes yet; false when that id is taken. */
export const addGroup = (
  db: Database,
  consultation: string,
  group: InvitationGroup,
  wanted: number,
): Promise<boolean> => putIf(db, groupPut(db, consultation, group, wanted));

/** One group, strongly consistent; `undefined` when there is none of that id. */
export async function getGroup(
  db: Database,
  consultation: string,
  id: string,
): Promise<StoredGroup | undefined> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: GROUPS.key(consultation, id),
      ConsistentRead: true,
    }),
  );
  return Item && readGroup(Item);
}

/** Every group of a consultation, the newest day first. */
export async function listGroups(db: Database, consultation: string): Promise<StoredGroup[]> {
  const groups: StoredGroup[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...GROUPS.every(consultation), ConsistentRead: true },
  )) {
    groups.push(...Items.map(readGroup));
  }
  return groups.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

function readGroup(item: Item): StoredGroup {
  const { shownAs, ...group } = parsed(item, form);
  return { id: GROUPS.name(item), ...group, form: shownAs };
}
