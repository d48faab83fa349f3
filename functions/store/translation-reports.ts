/**
 * Reports of bad translations. An item says the language, the place, the text and the day: nothing
 * finer, and nothing of the person. A counter, kept in the same transaction, bounds what a flood costs.
 */
import { type AttributeValue, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Language } from "../../domain/language.ts";
import type { TranslationReport } from "../../domain/translation-report.ts";
import type { Database } from "./database.ts";
import { IS_NEW } from "./put-if.ts";
import { writeAll } from "./write-all.ts";

/** Most reports that are kept of one consultation. */
const MOST_REPORTS = 2_000;

const REPORT = "REPORT#";

/** A report as it is kept. `id` says nothing: it is random. */
export interface StoredReport extends TranslationReport {
  day: string;
  id: string;
}

const reportKey = (consultation: string, { day, id }: Pick<StoredReport, "day" | "id">) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: `${REPORT}${day}#${id}` },
});

const counterKey = (consultation: string) => ({
  pk: { S: `C#${consultation}` },
  sk: { S: "REPORTS" },
});

/** Stores a report and counts it, both or neither; false when as many are kept as may be. */
export async function addTranslationReport(
  db: Database,
  consultation: string,
  report: StoredReport,
): Promise<boolean> {
  const { language, place, text, day } = report;
  return writeAll(db, [
    {
      Update: {
        TableName: db.tables.main,
        Key: counterKey(consultation),
        UpdateExpression: "SET kept = if_not_exists(kept, :none) + :one",
        ConditionExpression: "attribute_not_exists(kept) OR kept < :most",
        ExpressionAttributeValues: {
          ":none": { N: "0" },
          ":one": { N: "1" },
          ":most": { N: String(MOST_REPORTS) },
        },
      },
    },
    {
      Put: {
        TableName: db.tables.main,
        Item: {
          ...reportKey(consultation, report),
          language: { S: language },
          place: { S: place },
          text: { S: text },
          day: { S: day },
        },
        ConditionExpression: IS_NEW,
      },
    },
  ]);
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
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :report)",
      ExpressionAttributeValues: {
        ":pk": counterKey(consultation).pk,
        ":report": { S: REPORT },
      },
      ScanIndexForward: false,
      ConsistentRead: true,
    },
  );
  const reports: StoredReport[] = [];
  for await (const { Items = [] } of pages) reports.push(...Items.map(readItem));
  return reports;
}

/** Deletes a report and takes it off the count, both or neither; false when it is gone already. */
export async function deleteTranslationReport(
  db: Database,
  consultation: string,
  report: StoredReport,
): Promise<boolean> {
  return writeAll(db, [
    {
      Update: {
        TableName: db.tables.main,
        Key: counterKey(consultation),
        UpdateExpression: "SET kept = kept - :one",
        ExpressionAttributeValues: { ":one": { N: "1" } },
      },
    },
    {
      Delete: {
        TableName: db.tables.main,
        Key: reportKey(consultation, report),
        ConditionExpression: "attribute_exists(pk)",
      },
    },
  ]);
}

// What is stored was read and checked before it was stored.
const readItem = (item: Record<string, AttributeValue>): StoredReport => ({
  language: item["language"]?.S as Language,
  place: item["place"]?.S ?? "",
  text: item["text"]?.S ?? "",
  day: item["day"]?.S ?? "",
  id: item["sk"]?.S?.split("#").at(-1) ?? "",
});
