import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { API_RELEASE_FILE, pathOf } from "../../../domain/paths.ts";
import { RESULT_COLUMNS } from "../../../domain/release/results-table.ts";
import { SEGMENT_COLUMNS } from "../../../domain/release/segments-table.ts";
import { createApp } from "../../../functions/app.ts";
import { fileNames } from "../../../functions/download/files.ts";
import type { App } from "../../../functions/http/environment.ts";
import { madeFiles } from "../../../functions/memory/made-files.ts";
import { problemOf } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { DEFINITION, twoReleases } from "../download/two-releases.ts";

const { id } = DEFINITION;
const at = (number: number, file: string) => pathOf(API_RELEASE_FILE, { id, number, file });

let app: App;
beforeAll(async () => {
  app = createApp((await twoReleases()).services);
});

describe.each(fileNames(DEFINITION))("%s", (file) => {
  test("of each release is there, and not sent again to whom has it", async () => {
    for (const number of [1, 2]) {
      const answer = await app.request(at(number, file));
      expect(answer.status).toBe(200);
      const name = file === "results.zip" ? `${id}-${number}.zip` : `${id}-${number}-${file}`;
      expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${name}"`);
      const tag = answer.headers.get("ETag")!;
      const again = await app.request(at(number, file), { headers: { "If-None-Match": tag } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    const [one, two] = await Promise.all(
      [1, 2].map(async (number) => (await app.request(at(number, file))).headers.get("ETag")),
    );
    // The wording is that of the consultation, whatever the release.
    const isOfAll = ["recommendations.csv", "codebook.csv"].includes(file);
    expect(one === two).toBe(isOfAll);
  });

  test("is compressed as the asker takes it, and only once", async () => {
    const answer = await app.request(at(2, file), { headers: { "Accept-Encoding": "br, gzip" } });
    const isPacked = file.endsWith(".zip");
    expect(answer.headers.get("Content-Encoding")).toBe(isPacked ? null : "br");
    const bytes = await answer.arrayBuffer();
    expect(answer.headers.get("Content-Length")).toBe(String(bytes.byteLength));
  });
});

test("an older release's files are of that release", async () => {
  const rows: string[][] = parse(await (await app.request(at(1, "results.csv"))).text());
  expect(rows[0]![1]).toBe("release");
  expect(new Set(rows.slice(1).map((row) => row[1]))).toEqual(new Set(["1"]));
});

test("what there is not is refused with what is wrong", async () => {
  const refusals = [
    [at(3, "results.csv"), "release-number-unknown"],
    [
      pathOf(API_RELEASE_FILE, { id, file: "results.csv" }).replace(":number", "x"),
      "release-number-unknown",
    ],
    [apiPath(API.release, id, 3), "release-number-unknown"],
    [at(2, "results.de.csv"), "release-file-unknown"],
    [at(2, "results.EN.csv"), "release-file-unknown"],
    [at(2, "../results.csv"), "release-file-unknown"],
    [`${apiPath(API.resultsCsv, id)}?lang=de`, "language-unknown"],
    [`${apiPath(API.segmentsCsv, id)}?lang=`, "language-unknown"],
  ] as const;
  for (const [path, title] of refusals) {
    expect(await problemOf(await app.request(path)), path).toEqual({ status: 404, title });
  }
  const before = createApp(await freshWorld());
  for (const path of [apiPath(API.resultsZip, KAZAKHSTAN.id)]) {
    const answer = await before.request(path);
    expect(await problemOf(answer)).toEqual({ status: 404, title: "release-unknown" });
  }
});

describe.each([
  ["results.csv", API.resultsCsv, RESULT_COLUMNS],
  ["segments.csv", API.segmentsCsv, SEGMENT_COLUMNS],
])("%s of the newest release", (_, endpoint, columns) => {
  const read = async (query = "") =>
    parse(await (await app.request(apiPath(endpoint, id) + query)).text()) as string[][];

  test("has the columns it always had", async () => {
    expect((await read())[0]).toEqual([...columns]);
  });

  test("has the wording behind them in the language that is asked for", async () => {
    const plain = await read();
    const [head, ...rows] = await read("?lang=kk");
    expect(head!.slice(0, columns.length)).toEqual([...columns]);
    const { title } = DEFINITION.recommendations[0]!;
    const wording = (row: string[]) =>
      Object.fromEntries(
        row.slice(columns.length).map((cell, place) => [head![columns.length + place], cell]),
      );
    expect(wording(rows[0]!)).toMatchObject({ language: "kk", title: title["kk"] });
    expect(rows.map((row) => row.slice(0, columns.length))).toEqual(plain.slice(1));
    expect(wording(rows[0]!)["group_label"]).not.toBe("");
  });

  test("has another tag in another language", async () => {
    const tags = await Promise.all(
      ["", "?lang=en", "?lang=kk"].map(async (query) =>
        (await app.request(apiPath(endpoint, id) + query)).headers.get("ETag"),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });
});

test("a file is made once for all who ask at once, and again when it would be another", async () => {
  const made = madeFiles();
  let times = 0;
  const make = async () => {
    times += 1;
    return new Uint8Array([times]);
  };
  const all = await Promise.all([1, 2, 3].map(() => made.get("a", "1", make)));
  expect([times, new Set(all.map(({ tag }) => tag)).size]).toEqual([1, 1]);
  await made.get("a", "2", make);
  expect(times).toBe(2);
  const failing = made.get("b", "1", () => Promise.reject(new Error("gone")));
  await expect(failing).rejects.toThrow("gone");
  expect((await made.get("b", "1", make)).in("identity")).toHaveLength(1);
});
