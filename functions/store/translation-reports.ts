/**
 * Reports of bad translations. An item says the language, the place, the text and the day: nothing
 * finer, and nothing of the person. A counter, kept in the same transaction, bounds what a flood costs.
 */
import { GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { MOST_REPORTS, type TranslationReport } from "../../domain/translation-report.ts";
import { languageTag } from "../../domain/language.ts";
import type { Database } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import { count, parsed } from "./item.ts";
import { REPORTS, reportCounterKey } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { putOf, writeOf } from "./write.ts";
import { writeAll } from "./write-all.ts";

/** A report as it is kept. `id` says nothing: it is random. */
export interface StoredReport extends TranslationReport {
  day: string;
  id: string;
}

const form = z.object({
  language: languageTag,
  place: z.string(),
  text: z.string(),
  day: z.string(),
});

/** By day, so that the newest come first. */
const reportKey = (consultation: string, { day, id }: Pick<StoredReport, "day" | "id">) =>
  REPORTS.key(consultation, `${day}#${id}`);

/** Stores a report and counts it, both or neither; false when as many are kept as may be. */
export async function addTranslationReport(
  db: Database,
  consultation: string,
  report: StoredReport,
): Promise<boolean> {
  const { language, place, text, day } = report;
  return writeAll(db, [
    writeOf({
      Update: {
        TableName: db.tables.main,
        Key: reportCounterKey(consultation),
        UpdateExpression: "SET kept = if_not_exists(kept, :none) + :one",
        ConditionExpression: "attribute_not_exists(kept) OR kept < :most",
        ExpressionAttributeValues: {
          ":none": { N: "0" },
          ":one": { N: "1" },
          ":most": { N: String(MOST_REPORTS) },
        },
      },
    }),
    putOf({
      TableName: db.tables.main,
      Item: {
        ...reportKey(consultation, report),
        language: { S: language },
        place: { S: place },
        text: { S: text },
        day: { S: day },
      },
      ConditionExpression: IS_NEW,
    }),
  ]);
}

/** How many reports of a consultation there are, without reading them. */
export async function countTranslationReports(db: Database, consultation: string): Promise<number> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: reportCounterKey(consultation),
      ConsistentRead: true,
    }),
  );
  return Item === undefined ? 0 : parsed(Item, z.object({ kept: count })).kept;
}

/** Every report of a consultation, newest day first. */
export async function listTranslationReports(
  db: Database,
  consultation: string,
): Promise<StoredReport[]> {
  const pages = paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.main,
      ...REPORTS.every(consultation),
      ScanIndexForward: false,
      ConsistentRead: true,
    },
  );
  const reports: StoredReport[] = [];
  for await (const { Items = [] } of pages) reports.push(...Items.map(readItem));
  return reports;
}

/** As many as are deleted in one transaction, which holds a hundred writes at most. */
const AT_ONCE = 50;

/** Deletes a report and takes it off the count, both or neither; false when it is gone already. */
export const deleteTranslationReport = (
  db: Database,
  consultation: string,
  report: Pick<StoredReport, "day" | "id">,
): Promise<boolean> => deleteTogether(db, consultation, [report]);

/** Deletes reports; how many of them it was that did so: of two who delete the same at once one does. */
export async function deleteTranslationReports(
  db: Database,
  consultation: string,
  reports: readonly Pick<StoredReport, "day" | "id">[],
): Promise<number> {
  let deleted = 0;
  for (let first = 0; first < reports.length; first += AT_ONCE) {
    const some = reports.slice(first, first + AT_ONCE);
    if (await deleteTogether(db, consultation, some)) deleted += some.length;
    else {
      // One of them is gone already: each by itself.
      for (const one of some) {
        if (await deleteTranslationReport(db, consultation, one)) deleted += 1;
      }
    }
  }
  return deleted;
}

const deleteTogether = (
  db: Database,
  consultation: string,
  reports: readonly Pick<StoredReport, "day" | "id">[],
): Promise<boolean> =>
  writeAll(db, [
    writeOf({
      Update: {
        TableName: db.tables.main,
        Key: reportCounterKey(consultation),
        UpdateExpression: "SET kept = kept - :gone",
        ExpressionAttributeValues: { ":gone": { N: String(reports.length) } },
      },
    }),
    ...reports.map((report) =>
      writeOf({
        Delete: {
          TableName: db.tables.main,
          Key: reportKey(consultation, report),
          ConditionExpression: "attribute_exists(pk)",
        },
      }),
    ),
  ]);

const readItem = (item: Item): StoredReport => ({
  ...parsed(item, form),
  id: REPORTS.name(item).split("#").at(-1)!,
});
