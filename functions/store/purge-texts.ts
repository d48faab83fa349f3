import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { everybody } from "../../domain/remark/moderated.ts";
import { STANDINGS } from "../../domain/remark/verdict.ts";
import type { Database } from "./database.ts";
import { TEXTS } from "./keys.ts";
import { listAllTexts, textWrites } from "./texts.ts";
import { writeAll } from "./write-all.ts";

/**
 * Deletes what respondents wrote and what nobody may see: every text that was not accepted, and the wording of
 * those that were without their authors wanting them published; with `verbatim` false, of all. Counts and
 * themes stay. It can be done again where it was interrupted.
 */
export async function purgeTexts(
  db: Database,
  consultation: string,
  verbatim: boolean,
): Promise<void> {
  for (const standing of STANDINGS) {
    for (const text of await listAllTexts(db, consultation, standing)) {
      if (standing !== "accepted") {
        const Key = TEXTS.key(consultation, standing, text.name);
        await db.client.send(new DeleteItemCommand({ TableName: db.tables.main, Key }));
      } else if (text.text !== "" && !(verbatim && everybody(text.consenting) > 0)) {
        const change = { before: text, after: { ...text, text: "" } };
        if (await writeAll(db, textWrites(db, consultation, [change]))) continue;
        throw new Error("a text changes while it is purged");
      }
    }
  }
}
