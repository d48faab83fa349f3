import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import { READS, readLimit } from "../../../functions/http/read-limit.ts";
import { BALLOT_PATH, goodBallot, newReceipt, times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "../routes/released-world.ts";

const NOW = Date.parse("2026-11-29T10:00:00Z");

describe("reads of the API", () => {
  test("600 are free at once, then one every tenth of a second; one asker takes nothing from another", () => {
    const limit = readLimit();
    const all = times(READS.atOnce, () => limit("a", NOW));
    expect(all.every(({ retryAfter }) => retryAfter === undefined)).toBe(true);
    expect(all[0]!.headers).toEqual({
      "RateLimit-Policy": '"reads";q=600;w=60',
      RateLimit: '"reads";r=599;t=1',
    });
    expect(all.at(-1)!.headers["RateLimit"]).toBe('"reads";r=0;t=60');
    expect(limit("a", NOW)).toMatchObject({
      retryAfter: 1,
      headers: { RateLimit: '"reads";r=0;t=60' },
    });
    expect(limit("b", NOW).retryAfter).toBeUndefined();
    expect(limit("a", NOW + READS.everyMs).retryAfter).toBeUndefined();
    expect(limit("a", NOW + READS.everyMs).retryAfter).toBe(1);
    // Whoever stays within 600 a minute is never refused.
    expect(limit("a", NOW + 60_100).headers["RateLimit"]).toBe('"reads";r=599;t=1');
  });

  test("whoever was refused is not kept waiting longer for having asked", () => {
    const limit = readLimit();
    times(READS.atOnce + 500, () => limit("a", NOW));
    expect(limit("a", NOW + READS.everyMs).retryAfter).toBeUndefined();
  });

  test("of any number of askers only so many are remembered", () => {
    const limit = readLimit();
    times(READS.atOnce, () => limit("first", NOW));
    times(20_001, (number) => limit(`asker ${number}`, NOW));
    expect(limit("first", NOW).headers["RateLimit"]).toBe('"reads";r=599;t=1');
  });
});

describe("over the app", () => {
  test("too many reads are refused with how long to wait, and ballots and pages are not", async () => {
    let at = NOW;
    const logged: unknown[] = [];
    const world = await releasedWorld([]);
    const app = createApp({ ...world, now: () => new Date(at), log: (line) => logged.push(line) });
    const path = apiPath(API.releases, KAZAKHSTAN.id);
    const hosting = { asker: () => "one" };
    const read = (init: RequestInit = {}) => app.request(path, init, hosting);
    const answers = await Promise.all(times(READS.atOnce, () => read({ method: "HEAD" })));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const refused = await read({ headers: { Origin: "https://elsewhere.example" } });
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "content-type": "application/problem+json",
      "retry-after": "1",
      ratelimit: '"reads";r=0;t=60',
      "ratelimit-policy": '"reads";q=600;w=60',
      "access-control-allow-origin": "*",
    });
    expect(await refused.json()).toMatchObject({ title: "too-many", status: 429, retryAfter: 1 });

    const put = await app.request(
      BALLOT_PATH,
      {
        method: "PUT",
        headers: {
          Authorization: `Bearer ${newReceipt()}`,
          "Content-Type": "application/json",
        },
        body: JSON.stringify(goodBallot()),
      },
      hosting,
    );
    expect(put.status).toBe(201);
    expect(put.headers.has("RateLimit")).toBe(false);
    expect((await app.request(`/c/${KAZAKHSTAN.id}/results`, {}, hosting)).status).toBe(200);
    expect((await app.request("/api", {}, hosting)).status).toBe(200);
    // Nothing is said to a hosting that does not tell askers apart.
    const untold = await app.request(path);
    expect([untold.status, untold.headers.has("RateLimit")]).toEqual([200, false]);
    at += 1_000;
    expect((await read()).status).toBe(200);
    expect(logged).toEqual([]);
  });

  test("who reads a ballot back is not even looked at", async () => {
    const app = createApp(await releasedWorld([]));
    const asker = () => {
      throw new Error("somebody looked");
    };
    const headers = {
      Authorization: `Bearer ${newReceipt()}`,
      "Content-Type": "application/json",
    };
    const ballot = { method: "PUT", headers, body: JSON.stringify(goodBallot()) };
    expect((await app.request(BALLOT_PATH, ballot)).status).toBe(201);
    expect((await app.request(BALLOT_PATH, { headers }, { asker })).status).toBe(200);
    expect((await app.request("/", {}, { asker })).status).toBe(200);
    const looked = await app.request(API.consultations.path, {}, { asker });
    expect(looked.status).toBe(500);
  });
});
