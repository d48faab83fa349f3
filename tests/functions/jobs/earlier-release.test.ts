import { readFileSync } from "node:fs";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { releaseFile } from "../../../functions/store/releases.ts";
import { definition } from "../../domain/consultation/definition.ts";
import { CLOSES, DAY, publishing } from "./published-world.ts";

// A release as the program before method 2 made it, to the byte.
const text = readFileSync(new URL("../../domain/release/method-1.txt", import.meta.url), "utf8");
const hash = sha256(text);
const { id, recommendations, addressees } = definition();

/** A consultation whose second release was made by method 1. */
async function goingOn(made = text) {
  const world = await publishing({
    id,
    recommendations: recommendations.slice(0, 3),
    addressees,
    release: { every: "day" },
    ...CLOSES,
  });
  const { db, files } = world.services;
  const name = releaseFile(id, 2, sha256(made));
  await files.write(name, new TextEncoder().encode(made), "application/json");
  // Its line said neither which place in a plan it has, nor whether it was the last; and how many ballots it counts.
  await db.client.send(
    new PutItemCommand({
      TableName: db.tables.main,
      Item: {
        pk: { S: `C#${id}` },
        sk: { S: "RELEASE#00000002" },
        releasedAt: { S: "2026-11-12T09:00:00.000Z" },
        hash: { S: sha256(made) },
        counted: { N: "12" },
      },
    }),
  );
  return world;
}

test("a release of method 1 is served byte for byte, and the next goes on from its hash", async () => {
  const { app, release, clock, newest } = await goingOn();
  const read = async (path: string) => (await app.request(path)).text();
  for (const path of [apiPath(API.results, id), apiPath(API.release, id, 2)]) {
    expect(await read(path)).toBe(text);
  }
  expect(JSON.parse(await read(apiPath(API.releases, id)))).toMatchObject({
    releases: [{ release: 2, hash }],
  });
  expect(await release()).toEqual({ wait: "too-soon" });
  clock.now += DAY;
  expect(await release()).toEqual({ released: 3 });
  expect((await newest()).release).toMatchObject({
    release: 3,
    method: 2,
    previous: hash,
    rules: { schedule: { turn: 1 } },
  });
  expect(await release()).toEqual({ wait: "too-soon" });
  expect(await read(apiPath(API.release, id, 2))).toBe(text);
});

test("nothing follows the last release, also where method 1 made it", async () => {
  const { release, clock } = await goingOn(text.replace('"final":false', '"final":true'));
  clock.now += DAY;
  expect(await release()).toEqual({ wait: "closed" });
});
