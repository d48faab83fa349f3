import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { CODE_FORMS, type CodeForm, type InvitationGroup } from "../../domain/invitation/group.ts";
import type { Database } from "./database.ts";
import { formOf, known } from "./form.ts";
import { count, type Item, parsed } from "./item.ts";
import { GROUPS } from "./keys.ts";
import { IS_NEW, putIf } from "./put-if.ts";
import { type ConditionalPut, putOf, type Write, writeOf } from "./write.ts";

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
  const { shownAs, ...group } = parsed(known(item, "invitationGroup"), form);
  return { id: GROUPS.name(item), ...group, form: shownAs };
}

const update = (
  db: Database,
  consultation: string,
  id: string,
  UpdateExpression: string,
  ConditionExpression: string,
  values: Item,
): Write =>
  writeOf({
    Update: {
      TableName: db.tables.main,
      Key: GROUPS.key(consultation, id),
      UpdateExpression,
      ConditionExpression,
      ExpressionAttributeValues: values,
    },
  });

const number = (value: number) => ({ N: String(value) });

/** Of a group no piece is open of which codes are stored, and the turn is the one that is meant. */
const mayBegin = (turn: number) => ({
  condition: `attribute_exists(pk) AND (attribute_not_exists(piece) OR unseen = :none) AND ${
    turn === 0 ? "attribute_not_exists(turn)" : "turn = :turn"
  }`,
  values: {
    ":none": number(0),
    ":next": number(turn + 1),
    ...(turn > 0 && { ":turn": number(turn) }),
  },
});

/** The write that begins a piece of a group; its condition fails where one is open, or the turn is over. */
export function pieceBegun(
  db: Database,
  consultation: string,
  group: string,
  { piece, turn }: { piece: string; turn: number },
): Write {
  const { condition, values } = mayBegin(turn);
  const set = "SET piece = :piece, unseen = :none, turn = :next";
  return update(db, consultation, group, set, condition, { ":piece": { S: piece }, ...values });
}

/** The same for the first piece of a replacing of all codes, which are used until another day then. */
export function replacingBegun(
  db: Database,
  consultation: string,
  group: string,
  { piece, turn, expires }: { piece: string; turn: number; expires: string | undefined },
): Write {
  const { condition, values } = mayBegin(turn);
  const set = "SET piece = :piece, replacing = :piece, unseen = :none, turn = :next";
  const day = expires === undefined ? " REMOVE expires" : ", expires = :expires";
  return update(db, consultation, group, set + day, condition, {
    ":piece": { S: piece },
    ...values,
    ...(expires !== undefined && { ":expires": { S: expires } }),
  });
}

/** The write that takes the turn of a piece that is made anew. */
export const pieceAnew = (
  db: Database,
  consultation: string,
  group: string,
  { piece, turn }: { piece: string; turn: number },
): Write =>
  update(db, consultation, group, "SET turn = :next", "piece = :piece AND turn = :turn", {
    ":piece": { S: piece },
    ":turn": number(turn),
    ":next": number(turn + 1),
  });

/** The write that counts codes into the open piece; with `moved` out of those that were handed out. */
export const pieceGrown = (
  db: Database,
  consultation: string,
  group: string,
  piece: string,
  codes: number,
  moved = false,
): Write =>
  update(
    db,
    consultation,
    group,
    `SET unseen = unseen + :codes${moved ? ", made = made - :codes" : ""}`,
    "piece = :piece",
    { ":piece": { S: piece }, ":codes": number(codes) },
  );

/** The write that counts a piece as handed out, since somebody has its codes. */
export const pieceSeen = (
  db: Database,
  consultation: string,
  group: string,
  piece: string,
): Write =>
  update(
    db,
    consultation,
    group,
    "SET made = made + unseen REMOVE piece, unseen",
    "piece = :piece",
    { ":piece": { S: piece } },
  );
