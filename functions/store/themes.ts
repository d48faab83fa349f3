/**
 * The themes of a consultation's reasons: one item, changed as a whole over the version that was read. Which
 * reason belongs to which stands with the texts. Read strongly consistent.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Themes } from "../../domain/remark/theme.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import { count, json, parsed } from "./item.ts";
import { themesKey } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { putOf, type Write } from "./write.ts";

const theme = z.object({ code: z.string(), name: z.record(z.string(), z.string()) });
const form = z.object({ themes: json(z.array(theme)), next: count, revision: count });

/** Themes with the revision that the next write must find; 0 when there are none yet. */
export type StoredThemes = Themes & { revision: number };

/** The themes of a consultation. */
export async function getThemes(db: Database, consultation: string): Promise<StoredThemes> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: themesKey(consultation),
      ConsistentRead: true,
    }),
  );
  return Item === undefined ? { themes: [], next: 1, revision: 0 } : parsed(Item, form);
}

/** The write that changes the themes, over those that were read. */
export const themesWrite = (
  db: Database,
  consultation: string,
  { revision }: Pick<StoredThemes, "revision">,
  { themes, next }: Themes,
): Write =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...themesKey(consultation),
      ...formOf("themes"),
      themes: { S: JSON.stringify(themes) },
      next: { N: String(next) },
      revision: { N: String(revision + 1) },
    },
    ...(revision === 0
      ? { ConditionExpression: IS_NEW }
      : {
          ConditionExpression: "revision = :read",
          ExpressionAttributeValues: { ":read": { N: String(revision) } },
        }),
  });
