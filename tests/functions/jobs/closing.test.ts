import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { createApp } from "../../../functions/app.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { goodBallot, newReceipt, problemOf, times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const CLOSES = "2026-12-31T18:00:00Z";
const CLOSING: Consultation = {
  ...KAZAKHSTAN,
  id: "closing-2026",
  release: { every: "day" },
  opensAt: "2026-12-29T12:00:00Z",
  closesAt: CLOSES,
};
const PATH = apiPath(API.putBallot, CLOSING.id);

let world: Awaited<ReturnType<typeof freshWorld>>;
let app: App;
let clock: Date;
let count: () => Promise<unknown>;
const at = (iso: string) => {
  clock = new Date(iso);
};

beforeAll(async () => {
  world = { ...(await freshWorld()), now: () => clock };
  at("2026-12-30T12:00:00Z");
  await addConsultation(world.db, CLOSING);
  app = createApp(world);
  const countBallots = await ballotCounter(world, consultationsOf(world));
  count = () => countBallots({ emptyPages: 1, outOfTime: () => false });
});

beforeEach(() => at("2026-12-30T12:00:00Z"));

const request = (method: string, receipt: string, ballot?: unknown) =>
  app.request(PATH, {
    method,
    headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
    ...(ballot !== undefined && { body: JSON.stringify(ballot) }),
  });

describe("after closing", () => {
  test("a ballot is refused and not stored; one that is stored is saved, when only sent again", async () => {
    const [early, late] = [newReceipt(), newReceipt()];
    expect((await request("PUT", early, goodBallot())).status).toBe(201);
    at(CLOSES);
    expect(await problemOf(await request("PUT", late, goodBallot()))).toEqual({
      status: 410,
      title: "consultation-closed",
    });
    expect((await request("GET", late)).status).toBe(404);
    expect((await request("PUT", early, goodBallot())).status).toBe(200);
    const revised = goodBallot({ revision: 2, ratings: { W1: 1 } });
    expect(await problemOf(await request("PUT", early, revised))).toEqual({
      status: 410,
      title: "consultation-closed",
    });
    expect(await (await request("GET", early)).json()).toMatchObject({ ratings: { W1: 5 } });
  });

  test("a ballot can still be read and withdrawn", async () => {
    const receipt = newReceipt();
    await request("PUT", receipt, goodBallot());
    at("2027-02-01T00:00:00Z");
    expect((await request("GET", receipt)).status).toBe(200);
    expect((await request("DELETE", receipt)).status).toBe(204);
  });

  test.each([
    ["en", "This consultation closed on 31 December 2026"],
    ["ru", "Консультация завершилась 31 декабря 2026"],
    ["kk", "Талқылау аяқталды"],
  ])("the page says so instead of the form (%s)", async (lang, sentence) => {
    at("2027-01-01T00:00:00Z");
    const page = await (await app.request(`/c/${CLOSING.id}?lang=${lang}`)).text();
    expect(page).toContain(sentence);
    expect(page).not.toContain("<form");
  });

  test("a form that was filled in comes back with everything in it, and the reason", async () => {
    at("2027-01-01T00:00:00Z");
    const fields = new URLSearchParams({ receipt: newReceipt(), revision: "1", "r-W1": "5" });
    const answer = await app.request(`/c/${CLOSING.id}?lang=en`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: fields.toString(),
    });
    expect([410, 422]).toContain(answer.status);
    expect(await answer.text()).toContain("<form");
  });
});

describe("the final release", () => {
  test("is made once, after everything was counted, and as many before as the plan has", async () => {
    await Promise.all(times(12, () => request("PUT", newReceipt(), goodBallot())));
    await count();
    const release = () => releaseWhenDue(world, CLOSING);
    expect(await release()).toEqual({ released: 1 });
    // Another twelve are no reason for another release: only the clock is.
    await Promise.all(times(12, () => request("PUT", newReceipt(), goodBallot())));
    at("2026-12-31T07:00:00Z");
    await count();
    expect(await release()).toEqual({ wait: "too-soon" });
    at("2026-12-31T12:00:00Z");
    await count();
    expect(await release()).toEqual({ released: 2 });
    at("2026-12-31T18:05:00Z");
    expect(await release()).toEqual({ wait: "still-counting" });
    await count();
    expect(await release()).toEqual({ released: 3 });
    expect(await release()).toEqual({ wait: "closed" });
    const answer = await app.request(apiPath(API.results, CLOSING.id));
    expect(await answer.json()).toMatchObject({
      release: 3,
      final: true,
      rules: { schedule: { every: "day", turn: 3, releases: 3 } },
    });
  });
});

describe("earlier releases", () => {
  test("are listed, newest first, and each is served as it was", async () => {
    const list = await app.request(apiPath(API.releases, CLOSING.id));
    const { releases } = API.releases.answers[200].parse(await list.json());
    expect(releases.map((one) => one.release)).toEqual([3, 2, 1]);
    const first = await app.request(apiPath(API.release, CLOSING.id, 1));
    expect(first.headers.get("ETag")).toBe(`"${releases[2]!.hash}"`);
    expect(((await first.json()) as Release).releasedAt).toBe(releases[2]!.releasedAt);
    const again = await app.request(apiPath(API.release, CLOSING.id, 1), {
      headers: { "If-None-Match": `"${releases[2]!.hash}"` },
    });
    expect(again.status).toBe(304);
  });

  test.each(["0", "4", "01", "1.0", "-1", "x", "99999999999999999999", "__proto__"])(
    "number %s is refused",
    async (number) => {
      const path = apiPath(API.release, CLOSING.id).replace(":number", number);
      expect(await problemOf(await app.request(path))).toEqual({
        status: 404,
        title: "release-number-unknown",
      });
    },
  );

  test("are an empty list before the first", async () => {
    const list = await app.request(apiPath(API.releases, KAZAKHSTAN.id));
    expect(await list.json()).toEqual({ releases: [] });
  });
});

test("a definition that is loaded again does not change the schedule of one that is there", async () => {
  const looser: Consultation = { ...CLOSING, release: { every: "hour" } };
  expect(await addConsultation(world.db, looser)).toBe(false);
  const answer = await app.request(apiPath(API.consultation, CLOSING.id));
  expect(await answer.json()).toEqual(CLOSING);
});
