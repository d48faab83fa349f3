import { beforeAll, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { SPREADSHEET } from "../../../functions/sheet/workbook.ts";
import { problemOf } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "./released-world.ts";
import { INJECTED, readReleaseWorkbook } from "./workbook-reading.ts";

/* A release's workbook as a file: its name, its tag, its language. */

let app: App;
beforeAll(async () => {
  app = createApp(await releasedWorld([INJECTED]));
});

const newest = apiPath(API.resultsXlsx, KAZAKHSTAN.id);
const ask = (language: string, headers: Record<string, string> = {}, path = newest) =>
  app.request(`${path}?lang=${language}`, { headers });
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

test("it is saved under a name, and not sent again to whoever has it", async () => {
  const first = await ask("kk", { "Accept-Encoding": "br, gzip" });
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "content-type": SPREADSHEET,
    "content-disposition": `attachment; filename="${KAZAKHSTAN.id}-1.kk.xlsx"`,
    "cache-control": "public, max-age=0, s-maxage=3",
  });
  // It is packed already.
  expect(first.headers.get("Content-Encoding")).toBeNull();
  expect(first.headers.get("Content-Length")).toBe(String((await bytesOf(first)).length));
  const tag = first.headers.get("ETag")!;
  const second = await ask("kk", { "If-None-Match": tag });
  expect([second.status, (await bytesOf(second)).length]).toEqual([304, 0]);
  expect((await ask("ru")).headers.get("ETag")).not.toBe(tag);
});

test("that of a release by its number is the same; of one that there is not, refused", async () => {
  const numbered = (number: string) =>
    app.request(`${apiPath(API.releaseXlsx, KAZAKHSTAN.id).replace(":number", number)}?lang=en`);
  expect(await bytesOf(await numbered("1"))).toEqual(await bytesOf(await ask("en")));
  for (const none of ["2", "0", "x", "1e0"]) {
    expect(await problemOf(await numbered(none))).toEqual({
      status: 404,
      title: "release-number-unknown",
    });
  }
  const before = createApp(await freshWorld());
  expect(await problemOf(await before.request(newest))).toEqual({
    status: 404,
    title: "release-unknown",
  });
});

test("it is in a language of the consultation, whatever is asked for", async () => {
  const name = async (answer: Promise<Response> | Response) =>
    (await answer).headers.get("Content-Disposition")!.split('"')[1];
  expect(await name(ask("xx"))).toBe(`${KAZAKHSTAN.id}-1.en.xlsx`);
  expect(await name(ask("xx", { "Accept-Language": "ru" }))).toBe(`${KAZAKHSTAN.id}-1.ru.xlsx`);
  // There are no texts of the pages in it: those are in English.
  const path = apiPath(API.resultsXlsx, "injected");
  expect(await name(ask("de", {}, path))).toBe("injected-1.de.xlsx");
  expect(readReleaseWorkbook(await bytesOf(await ask("de", {}, path))).sheets[0].name).toBe(
    "Read me",
  );
});
