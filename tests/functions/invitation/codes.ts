import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { type MadeCode, makeCodes } from "../../../functions/invitation/make.ts";
import { beginPiece, seen } from "../../../functions/invitation/pieces.ts";
import type { Services } from "../../../functions/services.ts";
import {
  addGroup,
  getGroup,
  type StoredGroup,
} from "../../../functions/store/invitation-groups.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

export const ID = KAZAKHSTAN.id;

/** Everything that a generator of codes makes. */
export async function allOf(making: AsyncGenerator<MadeCode[]>): Promise<MadeCode[]> {
  const all: MadeCode[] = [];
  for await (const made of making) all.push(...made);
  return all;
}

/** A group with one code for each label. */
export async function newGroup(
  services: Services,
  labels: readonly (string | undefined)[],
  {
    id = Buffer.from(services.random(8)).toString("hex"),
    expires = undefined as string | undefined,
  } = {},
): Promise<{ group: StoredGroup; codes: MadeCode[] }> {
  const group = {
    id,
    label: "Law faculty",
    day: services.now().toISOString().slice(0, 10),
    ...(expires !== undefined && { expires }),
  };
  await addGroup(services.db, ID, group, labels.length);
  const piece = (await beginPiece(services, ID, id, 0))!;
  const codes = await allOf(makeCodes(services, ID, { ...group, piece }, labels));
  await seen(services, ID, (await getGroup(services.db, ID, id))!);
  return { group: (await getGroup(services.db, ID, id))!, codes };
}

/** Every stored invitation. */
export async function storedInvitations({ db }: Services) {
  const { Items = [] } = await db.client.send(
    new ScanCommand({ TableName: db.tables.main, ConsistentRead: true }),
  );
  return Items.filter((item) => item["sk"]?.S?.startsWith("INVITATION#"));
}
