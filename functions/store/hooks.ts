/**
 * The webhooks of a consultation, one item in each of ten places. Every write must find the revision that was
 * read, so of two that change one, the organiser and the job or two jobs, the second is refused. Nothing is
 * deleted: a place whose hook was removed is empty, and may be taken again. Read strongly consistent.
 */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { FAILURES, type Hook, MOST_HOOKS } from "../../domain/hook/hook.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { count, json, moment, parsed } from "./item.ts";
import { HOOKS } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { type ConditionalPut, putOf } from "./write.ts";

/** A place with its hook, if there is one; its revision is 0 while it was never taken. */
export interface StoredHook {
  place: number;
  revision: number;
  hook: Hook | undefined;
}

/** A hook that is there. */
export type LiveHook = StoredHook & { hook: Hook };

const attempt = { key: z.string(), at: moment, tries: count };
const hook = z.object({
  id: z.string(),
  address: z.string(),
  addedAt: moment,
  from: moment,
  until: moment,
  seen: z.array(z.string()),
  waiting: z.array(z.object({ ...attempt, next: moment })),
  attempts: z.array(
    z.union([
      z.object({ ...attempt, status: count }),
      z.object({ ...attempt, failure: z.enum(FAILURES) }),
    ]),
  ),
  failingSince: z.optional(moment),
  off: z.optional(z.object({ at: moment, why: z.enum(["failing", "gone"]) })),
});
const form = z.object({
  revision: count,
  hook: z.optional(json(hook as z.ZodMiniType<Hook, Hook>)),
});

/** All places in their order, the empty ones too. */
export async function listHooks(db: Database, consultation: string): Promise<StoredHook[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...HOOKS.every(consultation), ConsistentRead: true },
  );
  const taken = new Map<number, StoredHook>();
  for await (const { Items = [] } of pages) {
    for (const stored of Items.map(readItem)) taken.set(stored.place, stored);
  }
  return Array.from(
    { length: MOST_HOOKS },
    (_, place) => taken.get(place) ?? { place, revision: 0, hook: undefined },
  );
}

export const isLive = (stored: StoredHook): stored is LiveHook => stored.hook !== undefined;

/** The write that replaces what was read, with nothing when the hook is removed; refused after another. */
export const hookPut = (
  db: Database,
  consultation: string,
  { place, revision }: StoredHook,
  next: Hook | undefined,
): ConditionalPut =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...HOOKS.key(consultation, place),
      ...formOf("hook"),
      revision: { N: String(revision + 1) },
      ...(next !== undefined && { hook: { S: JSON.stringify(next) } }),
    },
    ConditionExpression: revision === 0 ? IS_NEW : "revision = :read",
    ...(revision > 0 && { ExpressionAttributeValues: { ":read": { N: String(revision) } } }),
  });

function readItem(item: Item): StoredHook {
  const { revision, hook: read } = parsed(item, form);
  return { place: HOOKS.number(item), revision, hook: read };
}
