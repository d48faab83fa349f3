/**
 * The pieces in which a group's codes are made: one is open while nobody has said that they have its codes. Each write holds only in
 * the piece, or the turn, that it names, so of two at once one is refused; they are made together with the codes that they count.
 */
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { GROUPS } from "./keys.ts";
import { type Write, writeOf } from "./write.ts";

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

/** The write that counts a piece as handed out, since somebody has its codes; refused when more were made since it was read. */
export const pieceSeen = (
  db: Database,
  consultation: string,
  group: string,
  { piece, unseen }: { piece: string; unseen: number },
): Write =>
  update(
    db,
    consultation,
    group,
    "SET made = made + unseen REMOVE piece, unseen",
    "piece = :piece AND unseen = :unseen",
    { ":piece": { S: piece }, ":unseen": number(unseen) },
  );
