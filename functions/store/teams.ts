import {
  type AttributeValue,
  GetItemCommand,
  paginateQuery,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import type { Role } from "../../domain/organiser/role.ts";
import type { Database } from "./database.ts";

/** All teams stand under one key, so that what somebody has a role in is one query. */
const TEAMS = { S: "TEAMS" };

/** Who has which role at one consultation. One item, so that a team never loses its last owner. */
export interface Team {
  consultation: string;
  /** Grows by one with every change; 0 when nothing is stored yet. */
  revision: number;
  /** The role of each organiser, by id. */
  members: Record<string, Role>;
  /** Links that were sent and not used, by the keyed hash of their code; those that ran out too. */
  invited: Record<string, Invited>;
}

/** What a link to a team gives, who made it, and from when until when it counts, in ms. */
export interface Invited {
  role: Role;
  by: string;
  madeAt: number;
  endsAt: number;
}

const teamKey = (consultation: string) => ({ pk: TEAMS, sk: { S: consultation } });

/** The team of a consultation, strongly consistent; an empty one when there is none. */
export async function getTeam(db: Database, consultation: string): Promise<Team> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: teamKey(consultation),
      ConsistentRead: true,
    }),
  );
  return Item === undefined
    ? { consultation, revision: 0, members: {}, invited: {} }
    : readItem(Item);
}

/** Every team. */
export async function listTeams(db: Database): Promise<Team[]> {
  const pages = paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.main,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": TEAMS },
      ConsistentRead: true,
    },
  );
  const teams: Team[] = [];
  for await (const { Items = [] } of pages) teams.push(...Items.map(readItem));
  return teams;
}

/** The write that replaces the team that was read; refused when another change came between. */
export const teamWrite = (
  db: Database,
  { consultation, revision, invited: before }: Team,
  members: Record<string, Role>,
  invited: Record<string, Invited> = before,
): TransactWriteItem => ({
  Put: {
    TableName: db.tables.main,
    Item: {
      ...teamKey(consultation),
      revision: { N: String(revision + 1) },
      members: {
        M: Object.fromEntries(Object.entries(members).map(([id, role]) => [id, { S: role }])),
      },
      invited: { S: JSON.stringify(invited) },
    },
    ConditionExpression: "attribute_not_exists(pk) OR revision = :read",
    ExpressionAttributeValues: { ":read": { N: String(revision) } },
  },
});

/** Lets writes through only while the team is as it was read. */
export const teamCheck = (
  db: Database,
  { consultation, revision }: Pick<Team, "consultation" | "revision">,
): TransactWriteItem => ({
  ConditionCheck: {
    TableName: db.tables.main,
    Key: teamKey(consultation),
    ConditionExpression: "revision = :read",
    ExpressionAttributeValues: { ":read": { N: String(revision) } },
  },
});

const readItem = (item: Record<string, AttributeValue>): Team => ({
  consultation: item["sk"]?.S ?? "",
  revision: Number(item["revision"]?.N),
  members: Object.fromEntries(
    Object.entries(item["members"]?.M ?? {}).map(([id, { S }]) => [id, S as Role]),
  ),
  invited: JSON.parse(item["invited"]?.S ?? "{}") as Record<string, Invited>,
});
