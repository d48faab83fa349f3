/** Who the organisers are, by name. Read strongly consistent. */
import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Database } from "./database.ts";
import { parsed } from "./item.ts";
import { ORGANISERS } from "./keys.ts";

/** Every organiser of this installation, in the order of their ids. */
export async function listOrganisers(db: Database): Promise<{ id: string; name: string }[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...ORGANISERS.every, ConsistentRead: true },
  );
  const all: { id: string; name: string }[] = [];
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const { name } = parsed(item, z.object({ name: z.string() }));
      all.push({ id: ORGANISERS.name(item), name });
    }
  }
  return all;
}
