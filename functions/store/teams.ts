/**
 * The teams: one item for each consultation, with a revision that a change must find as it was read; the
 * change and its entry in the log are one transaction. Durable when that ends; read strongly consistent,
 * so a role that was taken is gone at the next request. Refused, a change leaves the team as it was; failed,
 * it was made whole or not at all.
 */
import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Language } from "../../domain/language.ts";
import { type GivenRole, type Role, ROLES } from "../../domain/organiser/role.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { count, json, parsed } from "./item.ts";
import { TEAMS } from "./keys.ts";
import { type Write, writeOf } from "./write.ts";

/** Who has which role at one consultation. One item, so that a team never loses its last owner. */
export interface Team {
  consultation: string;
  /** Grows by one with every change; 0 when nothing is stored yet. */
  revision: number;
  /** The role of each organiser, by id. */
  members: Record<string, Role>;
  /** The languages of each translator, by id. */
  languages: Languages;
  /** Links that were sent and not used, by the keyed hash of their code; those that ran out too. */
  invited: Record<string, Invited>;
}

type Languages = Readonly<Record<string, readonly Language[]>>;

/** What a link to a team gives, who made it, and from when until when it counts, in ms. */
export interface Invited extends GivenRole {
  by: string;
  madeAt: number;
  endsAt: number;
}

const role = z.enum(ROLES);
const languages = z.array(z.string());
const invited = z.object({
  role,
  languages: z.optional(languages),
  by: z.string(),
  madeAt: z.number(),
  endsAt: z.number(),
});
const form = z.object({
  revision: count,
  members: z.record(z.string(), role),
  languages: z.optional(json(z.record(z.string(), languages))),
  invited: z.optional(json(z.record(z.string(), invited))),
});

/** The team of a consultation; an empty one when there is none. */
export async function getTeam(db: Database, consultation: string): Promise<Team> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: TEAMS.key(consultation),
      ConsistentRead: true,
    }),
  );
  return Item === undefined
    ? { consultation, revision: 0, members: {}, languages: {}, invited: {} }
    : readItem(Item);
}

/** Every team. */
export async function listTeams(db: Database): Promise<Team[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...TEAMS.every, ConsistentRead: true },
  );
  const teams: Team[] = [];
  for await (const { Items = [] } of pages) teams.push(...Items.map(readItem));
  return teams;
}

/**
 * The write that replaces the team that was read; refused when another change came between. Of languages
 * only translators' are kept.
 */
export function teamWrite(
  db: Database,
  { consultation, revision, ...before }: Team,
  members: Record<string, Role>,
  invited: Record<string, Invited> = before.invited,
  languages: Languages = before.languages,
): Write {
  const own = Object.entries(languages).filter(([id]) => members[id] === "translator");
  return writeOf({
    Put: {
      TableName: db.tables.main,
      Item: {
        ...TEAMS.key(consultation),
        ...formOf("team"),
        revision: { N: String(revision + 1) },
        members: {
          M: Object.fromEntries(Object.entries(members).map(([id, role]) => [id, { S: role }])),
        },
        ...(own.length > 0 && { languages: { S: JSON.stringify(Object.fromEntries(own)) } }),
        invited: { S: JSON.stringify(invited) },
      },
      ConditionExpression: "attribute_not_exists(pk) OR revision = :read",
      ExpressionAttributeValues: { ":read": { N: String(revision) } },
    },
  });
}

/** Lets writes through only while the team is as it was read. */
export const teamCheck = (
  db: Database,
  { consultation, revision }: Pick<Team, "consultation" | "revision">,
): Write =>
  writeOf({
    ConditionCheck: {
      TableName: db.tables.main,
      Key: TEAMS.key(consultation),
      ConditionExpression: "revision = :read",
      ExpressionAttributeValues: { ":read": { N: String(revision) } },
    },
  });

const readItem = (item: Item): Team => {
  const { revision, members, languages = {}, invited = {} } = parsed(item, form);
  return { consultation: TEAMS.name(item), revision, members, languages, invited };
};
