import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../../domain/organiser/endpoints.ts";
import { listEntries } from "../../../../functions/store/log.ts";
import { getTeam, teamWrite } from "../../../../functions/store/teams.ts";
import {
  addTranslationReport,
  countTranslationReports,
  deleteTranslationReports,
  listTranslationReports,
} from "../../../../functions/store/translation-reports.ts";
import { writeAll } from "../../../../functions/store/write-all.ts";
import { times } from "../../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../../support/world.ts";
import { signedIn } from "../../invitation/console.ts";

const { id } = KAZAKHSTAN;

let services: Awaited<ReturnType<typeof freshWorld>>;
let editor: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  services = await freshWorld();
  editor = await signedIn(services, "editor");
});
beforeEach(async () => {
  const { db } = services;
  await deleteTranslationReports(db, id, await listTranslationReports(db, id));
});

const report = (more: Partial<Parameters<typeof addTranslationReport>[2]> = {}) =>
  addTranslationReport(services.db, id, {
    language: "kk",
    place: "K3",
    text: "Қате",
    day: "2026-11-28",
    id: `${Math.random()}`.slice(2, 18).padEnd(16, "0"),
    ...more,
  });
const page = async (query = "", who = editor) => (await who.get(ORGANISE.reports, query)).text();
const texts = async () => (await listTranslationReports(services.db, id)).map((one) => one.text);
const idOf = async (text: string) =>
  (await listTranslationReports(services.db, id)).find((one) => one.text === text)!.id;

describe("reports of bad translations", () => {
  test("are read by language and place, and a text is never more than a text", async () => {
    await report({ text: "<b>Қате</b>" });
    await report({ text: "Ошибка", language: "ru", place: "page" });
    const html = await page();
    expect(html).toContain("&lt;b>Қате");
    expect(html).toContain("2 of at most 2,000 reports are kept.");
    const russian = await page("&of=ru");
    expect([russian.includes("Ошибка"), russian.includes("Қате")]).toEqual([true, false]);
    expect(await page("&of=ru&place=K3")).toContain("There is no report of this language");
  });

  test("one that is done with is deleted and taken off the count; the log says how many", async () => {
    await report({ text: "one" });
    await report({ text: "two" });
    const done = { reports: await idOf("one"), of: "kk" };
    const answer = await editor.post(ORGANISE.doneReports, done);
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      303,
      expect.stringContaining("of=kk"),
    ]);
    expect(await texts()).toEqual(["two"]);
    expect(await countTranslationReports(services.db, id)).toBe(1);
    await editor.post(ORGANISE.doneReports, done);
    const acts = (await listEntries(services.db, id)).filter(
      (one) => one.action === "reports-done",
    );
    expect(acts.map(({ before, after }) => [before, after])).toEqual([[{ count: 1 }, null]]);
  });

  test("all are deleted after a question, and what came meanwhile is kept", async () => {
    await Promise.all(times(60, (number) => report({ text: `text ${number}` })));
    const asked = await (await editor.get(ORGANISE.clearReportsPage)).text();
    expect(asked).toContain("60 reports will be deleted.");
    const [, reports = ""] = /name="reports" value="([^"]*)"/.exec(asked) ?? [];
    await report({ text: "new" });
    expect((await editor.post(ORGANISE.doneReports, { reports })).status).toBe(303);
    expect(await texts()).toEqual(["new"]);
    expect(await countTranslationReports(services.db, id)).toBe(1);
  });

  test("a translator sees and deletes those of their own languages alone", async () => {
    await report({ text: "first text" });
    await report({ text: "second text", language: "ru" });
    const translator = await signedIn(services, "translator");
    const team = await getTeam(services.db, id);
    const languages = Object.fromEntries(Object.keys(team.members).map((who) => [who, ["ru"]]));
    await writeAll(services.db, [teamWrite(services.db, team, team.members, {}, languages)]);
    const html = await page("", translator);
    expect([html.includes("second text"), html.includes("first text")]).toEqual([true, false]);
    const both = [await idOf("first text"), await idOf("second text")].join(",");
    await translator.post(ORGANISE.doneReports, { reports: both });
    expect(await texts()).toEqual(["first text"]);
  });

  test("organisers are told when eight tenths of the places are taken", async () => {
    const keep = (kept: number) =>
      services.db.client.send(
        new PutItemCommand({
          TableName: services.db.tables.main,
          Item: { pk: { S: `C#${id}` }, sk: { S: "REPORTS" }, kept: { N: String(kept) } },
        }),
      );
    const home = async () => (await editor.get(ORGANISE.home)).text();
    await keep(1_599);
    expect([await page(), await home()].join("")).not.toContain(
      "1,599 of at most 2,000 reports are kept. When",
    );
    await keep(1_600);
    expect(await page()).toContain(
      "1,600 of at most 2,000 reports are kept. When the store is full",
    );
    expect(await home()).toContain("Many reports of bad translations wait (1,600).");
    await keep(2_000);
    expect(await page()).toContain("The store is full");
  });
});
