import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { connect } from "../../../functions/store/database.ts";
import { deleteTranslationReport } from "../../../functions/store/translation-reports.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { tally, times } from "../../support/client.ts";
import { noticesOf } from "../../../domain/noticed.ts";
import { listNoticed } from "../../../functions/store/noticed.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { entered, GOOD_REPORT, REPORT_PATH, useReports } from "./translation-reports.ts";

const world = useReports();

describe("a flood", () => {
  test("of reports at once is counted exactly", async () => {
    const answers = await Promise.all(times(20, () => world.post(GOOD_REPORT)));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 20 });
    expect([(await world.reports()).length, await world.kept()]).toEqual([20, 20]);
  });

  test("of one asker ends at thirty, with the text given back, and keeps nobody else out", async () => {
    const mine = () => world.post(GOOD_REPORT, {}, REPORT_PATH, "mine");
    const answers = await Promise.all(times(50, mine));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 30, 429: 20 });
    const refused = await mine();
    // Half a second of it may be over.
    expect(refused.headers.get("Retry-After")).toMatch(/^(600|59\d)$/);
    expect(entered(await refused.text())).toEqual(GOOD_REPORT);
    expect((await world.post(GOOD_REPORT)).status).toBe(200);
    expect((await world.reports()).length).toBe(31);
  });

  test("of very many askers ends too, and organisers are told how many were refused", async () => {
    const answers = await Promise.all(times(230, () => world.post(GOOD_REPORT)));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 200, 429: 30 });
    const [day] = await listNoticed(world.services.db, KAZAKHSTAN.id, "2020");
    expect(noticesOf([day!])).toEqual([{ kind: "reports", day: day!.day, band: 20 }]);
  });

  test("ends at 2,000: of two at once for the last place one is stored, and the other kept", async () => {
    await world.setKept(1_999);
    const answers = await Promise.all(times(2, () => world.post(GOOD_REPORT)));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 429: 1 });
    const full = answers.find(({ status }) => status === 429);
    expect(full?.headers.get("Retry-After")).toBe("3600");
    const html = (await full?.text()) ?? "";
    expect(html).toContain(CATALOGUES.kk.problems["reports-full"]);
    expect(entered(html)).toEqual(GOOD_REPORT);
    const [one] = await world.reports();
    expect([(await world.reports()).length, await world.kept()]).toEqual([1, 2_000]);

    const deletions = times(2, () =>
      deleteTranslationReport(world.services.db, KAZAKHSTAN.id, one!),
    );
    expect((await Promise.all(deletions)).toSorted()).toEqual([false, true]);
    expect([await world.reports(), await world.kept()]).toEqual([[], 1_999]);
    expect((await world.post(GOOD_REPORT)).status).toBe(200);
  });
});

/** DynamoDB Local never lets two transactions conflict, so conflicts are injected on the way to it. */
function conflict(times: number): void {
  let left = times;
  world.services.db.client.middlewareStack.add(
    (next, context) => (request) => {
      if (context.commandName !== "TransactWriteItemsCommand" || left-- <= 0) return next(request);
      const CancellationReasons = [{ Code: "TransactionConflict" }, { Code: "None" }];
      throw new TransactionCanceledException({ message: "", $metadata: {}, CancellationReasons });
    },
    { step: "initialize" },
  );
}

describe("when the store fails", () => {
  test("because others count at the same moment, it is tried again", async () => {
    conflict(3);
    expect((await world.post(GOOD_REPORT)).status).toBe(200);
    expect([(await world.reports()).length, await world.kept()]).toEqual([1, 1]);
  });

  test("because others never stop counting, the text comes back and nothing is stored", async () => {
    conflict(1_000);
    const answer = await world.post(GOOD_REPORT);
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "2"]);
    expect(entered(await answer.text())).toEqual(GOOD_REPORT);
    expect(await world.everything()).toEqual([]);
  });

  test("because it is out of reach, the text comes back", async () => {
    await world.app.request(REPORT_PATH);
    world.services.db = connect(world.services.db.tables, {
      endpoint: "http://127.0.0.1:9",
      region: "local",
      credentials: { accessKeyId: "x", secretAccessKey: "x" },
    });
    const answer = await world.post(GOOD_REPORT);
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "2"]);
    expect(entered(await answer.text())).toEqual(GOOD_REPORT);
    expect(world.services.logged).toEqual([]);
  });

  test("with a message that quotes the text, no line of it is logged", async () => {
    await world.app.request(REPORT_PATH);
    const text = "first line\n  at second line\nthird line";
    world.services.random = () => {
      throw new Error(`cannot store ${text}`);
    };
    expect((await world.post({ ...GOOD_REPORT, text })).status).toBe(500);
    expect(world.services.logged).toHaveLength(1);
    expect(JSON.stringify(world.services.logged)).not.toMatch(/(first|second|third) line/);
  });
});

test("reports are listed newest day first, over more than one page of the store", async () => {
  const text = "қ".repeat(1_000);
  for (const day of ["2026-03-02", "2026-03-01", "2026-03-03"]) {
    world.services.now = () => new Date(`${day}T12:00:00Z`);
    const answers = await Promise.all(times(200, () => world.post({ ...GOOD_REPORT, text })));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 200 });
  }
  const days = (await world.reports()).map(({ day }) => day);
  expect(days).toHaveLength(600);
  expect(days).toEqual(days.toSorted().toReversed());
});
