import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { TIDY_COLUMNS } from "../../../domain/release/tidy-columns.ts";
import { API_RELEASE_FILE, pathOf } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import { cellByPath, rowsOf } from "../../domain/release/by-path.ts";
import { DEFINITION, twoReleases } from "./two-releases.ts";

test("of people at risk the files tell what the release tells, and no more", async () => {
  const { channels: _, experts: __, ...rest } = DEFINITION;
  const definition = { ...rest, disclosure: "at-risk", release: { every: "week" } } as const;
  const { services, texts } = await twoReleases(definition);
  const app = createApp(services);
  const get = async (file: string) => {
    const path = pathOf(API_RELEASE_FILE, { id: definition.id, number: 2, file });
    return (await app.request(path)).text();
  };
  const release: unknown = JSON.parse(texts[1]!);
  const rows = rowsOf(parse(await get("results.csv")));
  for (const row of rows) {
    for (const { name, path } of TIDY_COLUMNS) {
      const expected = cellByPath(release, path, row);
      if (expected !== undefined && expected !== row[name]) expect.fail(`${row["code"]} ${name}`);
    }
  }
  // Groups are not told of them, nor experts of whom there are fewer than thirty.
  const untold = rows.filter(({ group, panel }) => group !== "all" || panel === "expert");
  expect(untold.length).toBeGreaterThan(0);
  for (const row of untold) expect([row["mean"], row["rated"]]).toEqual(["", ""]);
  const { kenes } = JSON.parse(await get("datapackage.json")) as { kenes: object };
  expect(kenes).toMatchObject({ policy: "at-risk", base: 30, sharesFrom: 100 });
});
