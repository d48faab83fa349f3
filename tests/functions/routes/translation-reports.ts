import { randomUUID } from "node:crypto";
import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { LogLine, Services } from "../../../functions/services.ts";
import { listTranslationReports } from "../../../functions/store/translation-reports.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

export const REPORT_PATH = `/c/${KAZAKHSTAN.id}/translation?lang=kk`;

/** A report that is accepted as it stands. */
export const GOOD_REPORT = { place: "K3", text: "«Парламент» сөзі қате жазылған." };

/** A world for each test, with an app that takes reports, and what is stored of them. */
export function useReports() {
  const world = {
    services: {} as Services & { logged: LogLine[] },
    app: {} as ReturnType<typeof createApp>,
    /** By another asker each, unless `asker` says by whom. */
    post: (
      fields: Record<string, string>,
      headers = {},
      path = REPORT_PATH,
      asker: string = randomUUID(),
    ) =>
      world.app.request(
        path,
        {
          method: "POST",
          headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
          body: new URLSearchParams(fields),
        },
        { asker: () => asker },
      ),
    reports: (id = KAZAKHSTAN.id) => listTranslationReports(world.services.db, id),
    /** Every item of every table, but for the consultations themselves and how often they were stored. */
    everything: async () => {
      const { client, tables } = world.services.db;
      const scans = Object.values(tables).map((TableName) =>
        client.send(new ScanCommand({ TableName })),
      );
      const items = (await Promise.all(scans)).flatMap(({ Items = [] }) => Items);
      return items.filter((item) => !["CONSULTATIONS", "REVISIONS"].includes(item["pk"]?.S ?? ""));
    },
    kept: async () => {
      const items = await world.everything();
      return Number(items.find((item) => item["sk"]?.S === "REPORTS")?.["kept"]?.N);
    },
    setKept: async (count: number) => {
      const { client, tables } = world.services.db;
      const key = { pk: { S: `C#${KAZAKHSTAN.id}` }, sk: { S: "REPORTS" } };
      const Item = { ...key, kept: { N: String(count) } };
      await client.send(new PutItemCommand({ TableName: tables.main, Item }));
    },
  };
  beforeEach(async () => {
    world.services = await freshWorld();
    world.app = createApp(world.services);
  });
  return world;
}

/** What the fields of an answered form hold, as a browser would read them. */
export function entered(html: string): { place: string; text: string } {
  const place = /<option value="([^"]*)" selected/.exec(html)?.[1] ?? "";
  const text = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? "";
  const plain = text.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return { place, text: plain };
}
