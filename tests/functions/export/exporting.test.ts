import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { wideColumns } from "../../../domain/export/columns.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { readReceipt } from "../../../domain/ballot/receipt.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import { exportFile, getExport } from "../../../functions/store/exports.ts";
import { ballotKey } from "../../../functions/store/keys.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { problemIn } from "../../support/organiser.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshEnd } from "./ended.ts";
import { longRowsOf, tableOf, unzipped } from "./unzipped.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

const { exportPage } = ORGANISE;
/** A consultation in which somebody may export, two hours before it closes. */
async function open(more = {}) {
  const id = `export-${++number}`;
  await world.add(id, more);
  return { id, eva: await world.person("Eva", id, "analyst") };
}
const outcome = async (answer: Response) => [answer.status, problemIn(await answer.text())];
const asked = async (id: string) => (await getExport(world.services.db, id)).request;
const actions = async (id: string) =>
  (await listEntries(world.services.db, id)).map(({ action, who }) => `${action} ${who}`);
/** The first stored piece of the export. */
const piece = async (id: string) => {
  const { key, parts } = (await asked(id))!;
  return exportFile(id, key, parts[0]!.file);
};
const file = async (id: string) => world.services.files.read(await piece(id));
const ORDER = KAZAKHSTAN.recommendations.map(({ code }) => code).toReversed();

describe("an export", () => {
  test("is refused before the end, and before the final release", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20);
    expect(await outcome(await eva.ask())).toEqual([409, "export-too-early"]);
    await world.pass(2);
    expect(await outcome(await eva.ask())).toEqual([409, "export-too-early"]);
    expect(await asked(id)).toBeUndefined();
    await world.close(id);
    expect(await outcome(await eva.send(ORGANISE.askExport))).toEqual([422, "step-unconfirmed"]);
    expect((await eva.ask()).status).toBe(303);
    expect(await outcome(await eva.ask())).toEqual([409, "export-under-way"]);
  });

  test("has every ballot once, what it says and nothing that leads back, and is in the log", async () => {
    const { id, eva } = await open();
    const ratings = { W1: 5, W2: "no-opinion", K1: 2 };
    const receipts = await world.answer(id, 33, 0, {
      ratings,
      first: ["K1"],
      positions: ORDER,
    });
    const [question] = KAZAKHSTAN.about;
    const [option] = question!.options;
    const about = { [question!.code]: option!.code };
    await world.answer(id, 5, 10, { language: "ru", about, ratings: { K14: 1 } });
    const [withdrawn, unreadable] = receipts as [string, string];
    await world.ballot(id, "DELETE", withdrawn);
    await world.services.db.client.send(
      new UpdateItemCommand({
        TableName: world.services.db.tables.ballots,
        Key: ballotKey(id, ballotIdOf(id, readReceipt(unreadable)!)),
        UpdateExpression: "SET ratings = :broken",
        ExpressionAttributeValues: { ":broken": { S: "=1+1" } },
      }),
    );
    await world.close(id);
    await eva.ask();
    expect(await eva.page(exportPage)).toContain("Eva asked for an export on");
    await world.afterClosing(id);
    const page = await eva.page(exportPage);
    expect(page).toContain("46 rows");
    expect(page).toContain("1 stored ballot could not be read");

    const answer = await eva.fetch();
    expect([answer.status, answer.headers.get("Content-Disposition")]).toEqual([
      200,
      `attachment; filename="${id}-ballots.zip"`,
    ]);
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    const bytes = await answer.arrayBuffer();
    expect(bytes.byteLength).toBe(Number(answer.headers.get("Content-Length")));
    const files = unzipped(bytes);
    const text = files["ballots.csv"]!;
    const columns = wideColumns(KAZAKHSTAN).map(({ name }) => name);
    expect(text.split("\r\n")[0]).toBe(columns.join(","));
    const table = tableOf(text);
    // Public is 1, experts 2; ru and kk are the second and third of its languages.
    const of = (panel: string, language: string) =>
      table.filter((row) => row["panel"] === panel && row["language"] === language);
    expect([of("1", "3"), of("1", "2"), of("2", "2")].map((all) => all.length)).toEqual([
      31, 5, 10,
    ]);
    const asking = `about_${question!.code}`;
    expect(of("1", "3")[0]).toMatchObject({
      W1: "5",
      W2: "-8",
      K1: "2",
      K14: "-9",
      first_K1: "1",
      first_W1: "0",
      wording: "1",
      [asking]: "-9",
    });
    expect(of("1", "2")[0]).toMatchObject({ [asking]: "1", first_K1: "0" });
    expect(of("2", "2")[0]).toMatchObject({ [asking]: "-7" });
    expect(new Set(table.map((row) => row["export_id"])).size).toBe(46);
    // The long table says the same, row by row.
    const long = await longRowsOf(bytes);
    expect(long).toHaveLength(46 * KAZAKHSTAN.recommendations.length);
    const wide = new Map(table.map((row) => [row["export_id"], row]));
    for (const row of long) {
      const same = wide.get(String(row["export_id"]))!;
      const code = String(row["recommendation"]);
      expect([row["rating"], row["first"], row["panel"], row[asking]].map(String)).toEqual([
        same[code],
        same[`first_${code}`],
        same["panel"],
        same[asking],
      ]);
    }
    expect(files["README.md"]).toContain("Its last release is number 1");
    expect(files["README.md"]).toContain("(rows of ballots.csv): 46.");
    // No id in any form, no day, and no order in which the recommendations were shown.
    for (const receipt of receipts) {
      expect(text).not.toContain(ballotIdOf(id, readReceipt(receipt)!).slice(0, 8));
    }
    expect(text).not.toMatch(/2027|K14 K13/);
    expect(await actions(id)).toEqual([
      "export-asked Eva",
      "export-ready Kenes",
      "export-downloaded Eva",
    ]);
    // Whoever may only look at the log does not learn there how many there are exactly.
    const said = (await listEntries(world.services.db, id)).map(({ after }) => after);
    expect(said).toEqual([{ release: 1 }, { until: expect.any(String) }, { part: 0 }]);
  });

  test("is gone after a week, file and all, and can be asked for anew", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20);
    await world.close(id);
    await eva.ask();
    await world.afterClosing(id);
    expect(await file(id)).toBeDefined();
    const { key } = (await asked(id))!;
    const name = await piece(id);
    for (const part of ["1", "2", "", "1x", "00", "-1", "99999"]) {
      expect([part, await outcome(await eva.fetch(part))]).toEqual([part, [410, "export-gone"]]);
    }
    await world.pass(7 * 24);
    expect(await outcome(await eva.fetch())).toEqual([410, "export-gone"]);
    await world.afterClosing(id);
    expect(await world.services.files.read(name)).toBeUndefined();
    expect(await asked(id)).toBeUndefined();
    expect((await eva.ask()).status).toBe(303);
    await world.afterClosing(id);
    expect((await asked(id))!.key).not.toBe(key);
    expect((await eva.fetch()).status).toBe(200);
  });

  test("leaves out a panel of fewer than ten, also one that is published exactly, and is refused for two such", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20, 9);
    const few = await open();
    await world.answer(few.id, 1, 2);
    await world.close(id, few.id);
    await eva.ask();
    await world.afterClosing(id);
    const table = tableOf(unzipped(await (await eva.fetch()).arrayBuffer())["ballots.csv"]!);
    expect(new Set(table.map((row) => row["panel"]))).toEqual(new Set(["1"]));
    expect(await outcome(await few.eva.ask())).toEqual([409, "export-too-few"]);
  });

  test("is never made where taking part may be dangerous", async () => {
    const release = { every: "day" as const };
    const { id, eva } = await open({ disclosure: "at-risk", release });
    await world.answer(id, 3);
    await world.close(id);
    expect(await outcome(await eva.ask())).toEqual([403, "export-at-risk"]);
    expect(await eva.page(exportPage)).not.toContain('name="confirmed"');
    expect(await asked(id)).toBeUndefined();
  });
});
