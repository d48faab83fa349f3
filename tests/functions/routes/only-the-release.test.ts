import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { API_RELEASE_FILE, pathOf } from "../../../domain/paths.ts";
import { fileNames } from "../../../functions/download/files.ts";
import { LANGUAGES } from "../../support/languages.ts";
import { createApp } from "../../../functions/app.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const BASE = `/c/${KAZAKHSTAN.id}/results`;
const SORTS = ["public", "expert", "gap", "disagreement", "first", "catalogue", "segment"];
const queries = [
  ...SORTS.map((sort) => `sort=${sort}`),
  "by=addressee",
  "segment=region:almaty",
  "segment=region:astana&sort=segment",
];

/** Everything that anybody can ask for without a receipt, in every way it can be asked for. */
const surfaces: string[] = [
  "/",
  ...["", "/embed", "/share", "/overview.svg", "/K3.svg"].flatMap((part) =>
    LANGUAGES.flatMap((lang) => queries.map((query) => `${BASE}${part}?lang=${lang}&${query}`)),
  ),
  ...["", "/embed", "/chart.svg", "/letter/K", "/briefing/W"].flatMap((part) =>
    LANGUAGES.map((lang) => `/c/${KAZAKHSTAN.id}/ledger${part}?lang=${lang}&by=public`),
  ),
  ...LANGUAGES.flatMap((lang) =>
    ["", "segment=region:almaty"].map((query) => `/c/${KAZAKHSTAN.id}/r/K3?lang=${lang}&${query}`),
  ),
  ...Object.values(API)
    .filter(({ method, path }) => method === "GET" && !path.endsWith("/ballot"))
    .flatMap((endpoint) => [1, 2].map((release) => apiPath(endpoint, KAZAKHSTAN.id, release))),
  ...fileNames(KAZAKHSTAN).flatMap((file) =>
    [1, 2].map((number) => pathOf(API_RELEASE_FILE, { id: KAZAKHSTAN.id, number, file })),
  ),
];

let world: Awaited<ReturnType<typeof freshWorld>>;
let clock = Date.parse("2026-11-24T09:00:00Z");
let count: () => Promise<unknown>;
let client: ReturnType<typeof clientOf>;

beforeAll(async () => {
  world = { ...(await freshWorld()), now: () => new Date(clock) };
  client = clientOf(createApp(world));
  const countBallots = await ballotCounter(world, consultationsOf(world));
  count = () => countBallots({ emptyPages: 1, outOfTime: () => false });
});

const send = (ballots: number, region: string, point: number) =>
  Promise.all(
    times(ballots, (index) => {
      const spread = ((point + index) % 5) + 1;
      const ratings = Object.fromEntries(
        KAZAKHSTAN.recommendations.map(({ code }) => [code, spread]),
      );
      return client.put(newReceipt(), goodBallot({ ratings, about: { region }, first: ["K3"] }));
    }),
  );

/** What a fresh app answers to each of them: status, ETag and body. */
async function everything(): Promise<Map<string, string>> {
  const app = createApp(world);
  const answers = new Map<string, string>();
  // One after the other: files are made in turn, and of too many at once some are refused.
  for (const path of surfaces) {
    const answer = await app.request(path);
    const etag = answer.headers.get("ETag") ?? "";
    answers.set(path, `${answer.status} ${etag}\n${await answer.text()}`);
  }
  return answers;
}

const differing = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...one].flatMap(([path, answer]) => (other.get(path) === answer ? [] : [path]));

describe("of ballots that are stored and counted, nobody sees anything", () => {
  test("before the first release, and between two, on any page, in any answer, file or ETag", async () => {
    const nothing = await everything();
    await send(9, "almaty", 4);
    await count();
    expect(differing(nothing, await everything())).toEqual([]);
    await send(60, "almaty", 4);
    await send(40, "astana", 2);
    await count();
    expect(await releaseWhenDue(world, KAZAKHSTAN)).toEqual({ released: 1 });
    const released = await everything();
    await send(45, "almaty", 1);
    await send(7, "abroad", 3);
    await count();
    expect(await releaseWhenDue(world, KAZAKHSTAN)).toEqual({ wait: "too-soon" });
    expect(differing(released, await everything())).toEqual([]);
    clock += 3_600_000;
    expect(await releaseWhenDue(world, KAZAKHSTAN)).toEqual({ released: 2 });
    // The same walk does see a release: nearly every surface differs after it.
    const changed = differing(released, await everything());
    expect(changed.length).toBeGreaterThan(surfaces.length / 2);
    expect(changed).toContain(apiPath(API.results, KAZAKHSTAN.id));
    expect(changed).toContain(`${BASE}?lang=kk&sort=public`);
  }, 180_000);

  test("in any of them, though every count stands in the tally: each carries noise", async () => {
    const tally = (await loadTally(world.db, KAZAKHSTAN.id))!.tally.cells.public;
    const { recommendations } = (await (
      await createApp(world).request(apiPath(API.results, KAZAKHSTAN.id))
    ).json()) as Release;
    const counts = recommendations.flatMap(({ panels }) => panels.public.measured);
    expect(counts).toHaveLength(tally.bins.length);
    const differ = counts.filter((count, place) => count !== tally.bins[place]).length;
    // Noise of deviation 3.2 is 0 in an eighth of all counts.
    expect(differ).toBeGreaterThan(counts.length * 0.75);
  });
});
