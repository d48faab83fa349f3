import { describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { ADMISSION, admission, type Kind } from "../../../functions/http/admission.ts";
import { kindOf } from "../../../functions/http/kind.ts";
import { localSite } from "../../../functions/local/local-site.ts";
import { SERVER_LIMITS } from "../../../functions/local/server-limits.ts";
import { BALLOT_PATH, goodBallot, newReceipt, times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Something that goes on until it is told to end. */
function lasting() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { run: () => promise, end: () => resolve("done") };
}

describe("ballots go before pages", () => {
  test("a ballot is begun at once, however many pages wait", async () => {
    const admit = admission({ ...ADMISSION, pages: 2 });
    const page = lasting();
    const pages = times(20, () => admit({ kind: "page", asker: undefined }, page.run));
    await turn();
    let begun = false;
    const ballot = admit({ kind: "ballot", asker: undefined }, async () => (begun = true));
    expect(begun).toBe(true);
    expect(await ballot).toBe(true);
    page.end();
    expect(await Promise.all(pages)).toEqual(times(20, () => "done"));
  });

  test("between two turns of a ballot little is drawn", async () => {
    const admit = admission({ ...ADMISSION, pages: 1 });
    let drawn = 0;
    const draw = async () => {
      drawn += 1;
      for (const end = performance.now() + 3; performance.now() < end;);
    };
    // All of them wait when the first turn comes.
    const first = lasting();
    const held = admit({ kind: "page", asker: undefined }, first.run);
    await turn();
    const pages = times(100, () => admit({ kind: "page", asker: undefined }, draw));
    first.end();
    await held;
    let before = 0;
    await admit({ kind: "ballot", asker: undefined }, async () => {
      before = drawn;
      for (let turns = 0; turns < 8; turns++) await turn();
    });
    // One in each turn, and as long a rest after it.
    expect(drawn - before).toBeLessThanOrEqual(8);
    await Promise.all(pages);
    expect(drawn).toBe(100);
  });

  test("in one turn of the loop no more is begun than fits into the slice", async () => {
    const admit = admission();
    const drawn: true[] = [];
    const draw = async () => {
      drawn.push(true);
      // A machine with other work draws longer, and begins fewer.
      for (const end = performance.now() + 1; performance.now() < end;);
    };
    const pages = times(40, () => admit({ kind: "page", asker: undefined }, draw));
    let most = 0;
    for (let before = 0; drawn.length < 40; before = drawn.length) {
      await turn();
      most = Math.max(most, drawn.length - before);
    }
    await Promise.all(pages);
    // The second begins before 2 ms are over, the third would not.
    expect(most).toBeLessThanOrEqual(2);
  });

  test("a ballot that takes long keeps no page out", async () => {
    const admit = admission({ ...ADMISSION, pages: 1 });
    const long = lasting();
    const ballot = admit({ kind: "ballot", asker: undefined }, long.run);
    const draw = async () => {
      for (const end = performance.now() + 1; performance.now() < end;);
      return "drawn";
    };
    const pages = times(30, () => admit({ kind: "page", asker: undefined }, draw));
    expect(await Promise.all(pages)).toEqual(times(30, () => "drawn"));
    long.end();
    await ballot;
  });

  test("forms go before pages, but do not keep them out", async () => {
    const admit = admission({ ...ADMISSION, pages: 1 });
    const order: Kind[] = [];
    const ask = (kind: Kind) => admit({ kind, asker: undefined }, async () => order.push(kind));
    await Promise.all([...times(8, () => ask("page")), ...times(8, () => ask("form"))]);
    expect(order.slice(0, 8).filter((kind) => kind === "form")).toHaveLength(6);
    expect(order).toHaveLength(16);
  });
});

describe("everything that waits is bounded", () => {
  test("beyond the bound is refused", async () => {
    const admit = admission({ ...ADMISSION, pages: 1, waiting: 3, ballots: 2 });
    const one = lasting();
    const ask = (kind: Kind) => admit({ kind, asker: undefined }, one.run);
    const first = ask("page");
    await turn();
    await turn();
    const pages = times(5, () => ask("page"));
    const ballots = times(3, () => ask("ballot"));
    one.end();
    expect(await first).toBe("done");
    expect(await Promise.all(pages)).toEqual(["done", "done", "done", "busy", "busy"]);
    expect(await Promise.all(ballots)).toEqual(["done", "done", "busy"]);
    // What has ended makes room.
    expect(await ask("ballot")).toBe("done");
  });

  test("one asker has only a share, and others the rest", async () => {
    const admit = admission({ ...ADMISSION, waiting: 4 });
    const ask = (asker: string) => admit({ kind: "page", asker }, async () => "done");
    const one = times(4, () => ask("one"));
    const others = times(2, () => ask("other"));
    expect(await Promise.all(one)).toEqual(["done", "done", "busy", "busy"]);
    expect(await Promise.all(others)).toEqual(["done", "done"]);
    expect(await ask("one")).toBe("done");
  });

  test("who is gone is not drawn for, and who waited too long is refused", async () => {
    const run = async () => {
      throw new Error("drawn");
    };
    const gone = { kind: "page" as const, asker: undefined, isGone: () => true };
    expect(await admission()(gone, run)).toBe("gone");
    const late = admission({ ...ADMISSION, waitMs: -1 });
    expect(await late({ kind: "page", asker: undefined }, run)).toBe("busy");
    // What fails fails for its caller alone.
    const admit = admission({ ...ADMISSION, pages: 1 });
    await expect(admit({ kind: "page", asker: undefined }, run)).rejects.toThrow("drawn");
    expect(await admit({ kind: "page", asker: undefined }, async () => "done")).toBe("done");
  });
});

test.each([
  ["PUT", BALLOT_PATH, "ballot"],
  ["GET", `${BALLOT_PATH}/`, "ballot"],
  ["PUT", BALLOT_PATH.replace(/ballot$/, "reasons"), "ballot"],
  ["POST", "/c/kazakhstan-2019?lang=kk", "form"],
  ["POST", "/c/kazakhstan-2019/receipt", "form"],
  ["GET", "/c/kazakhstan-2019", "page"],
  ["GET", "/c/kazakhstan-2019/results?x=/ballot", "page"],
  ["POST", "/organise/sign-in", "page"],
])("%s %s is a %s", (method, path, kind) => {
  expect(kindOf({ method, url: `http://localhost${path}` })).toBe(kind);
});

test("readers who are too many are told so in their language; ballots are saved meanwhile", async () => {
  const world = await freshWorld();
  const limits = { ...SERVER_LIMITS, pages: 1, waiting: 2 };
  const site = localSite(createApp(world), new Map(), world, limits);
  const ask = (path: string, init?: RequestInit) =>
    Promise.resolve(site.fetch(new Request(`http://localhost${path}`, init), {}));
  const headers = { "Accept-Language": "ru" };
  const pages = times(6, () => ask("/c/kazakhstan-2019", { headers }));
  const api = ask("/api/consultations/kazakhstan-2019", { headers });
  const ballot = ask(BALLOT_PATH, {
    method: "PUT",
    headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
    body: JSON.stringify(goodBallot()),
  });
  expect((await ballot).status).toBe(201);
  const answers = await Promise.all(pages);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 503, 503, 503]);
  const refused = answers[2]!;
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThanOrEqual(2);
  expect(refused.headers.get("Refresh")).toMatch(/^\d+$/);
  expect(refused.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(await refused.text()).toMatch(/<html lang="ru".*Подождите/s);
  const document = await api;
  expect(document.headers.get("Content-Type")).toBe("application/problem+json");
  expect(await document.json()).toMatchObject({ status: 503, title: "busy" });
});
