import { beforeAll, describe, expect, test } from "vitest";
import { API } from "../../../domain/api.ts";
import type { ConsultationList } from "../../../domain/consultation/listed.ts";
import type { Life } from "../../../domain/consultation/life.ts";
import { createApp } from "../../../functions/app.ts";
import {
  addConsultation,
  getPublished,
  publishedWrite,
} from "../../../functions/store/consultations.ts";
import { newestRegistered, releaseFile } from "../../../functions/store/releases.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { DAY, publishing } from "../jobs/published-world.ts";

/* The list of consultations for programs, through the life of one of them, and the page beside it. */

const ORIGIN = "https://consult.example.org";
const OPENS = Date.parse("2026-11-25T04:00:00Z");
const CLOSES = Date.parse("2026-12-20T19:00:00Z");
const iso = (moment: number) => new Date(moment).toISOString();

let world: Awaited<ReturnType<typeof publishing>>;

beforeAll(async () => {
  world = await publishing({
    opensAt: iso(OPENS),
    closesAt: iso(CLOSES),
    release: { every: "week" },
  });
});

/** What an app says that has nothing in memory yet, as a new one would. */
const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  createApp(world.services).request(ORIGIN + path, { method, headers });
async function list(query = ""): Promise<ConsultationList> {
  const answer = await ask(API.consultations.path + query);
  expect(answer.status).toBe(200);
  return API.consultations.answers[200].parse(await answer.json());
}
async function setLife(id: string, life: Partial<Life>): Promise<void> {
  const { db } = world.services;
  const before = (await getPublished(db, id))!;
  const after = { ...before, life: { ...before.life, ...life } };
  expect(await writeAll(db, [publishedWrite(db, id, before, after)])).toBe(true);
}
const canRate = async () => (await (await ask("/?lang=en")).text()).includes(">Rate</a>");

describe("GET /api/consultations", () => {
  test("follows a consultation from being announced to its last results, as the start page does", async () => {
    const page = `${ORIGIN}/c/${world.id}`;
    const links = {
      page,
      results: `${page}/results`,
      api: `${ORIGIN}/api/consultations/${world.id}`,
    };
    const always = {
      id: world.id,
      title: KAZAKHSTAN.title,
      languages: ["en", "ru", "kk"],
      timeZone: "Asia/Almaty",
      opensAt: "2026-11-25T09:00:00+05:00",
      closesAt: "2026-12-21T00:00:00+05:00",
      lastDay: "2026-12-20",
    };
    const only = async () => (await list()).consultations;
    expect(await list()).toEqual({
      consultations: [{ ...always, state: "scheduled", canRate: false, results: "none", links }],
      page: 1,
      pages: 1,
    });
    expect(await canRate()).toBe(false);

    await world.until(OPENS);
    const open = { canRate: true, results: "none", links: { ...links, rate: page } };
    expect(await only()).toEqual([{ ...always, state: "open", ...open }]);
    expect(await canRate()).toBe(true);

    await world.send(40);
    await world.until(OPENS + 7 * DAY);
    expect(await world.release()).toEqual({ released: 1 });
    const [{ release, results } = { release: undefined }] = await only();
    expect(results).toBe("interim");
    expect(release).toEqual({ release: 1, releasedAt: "2026-12-02T09:00:00+05:00" });

    await setLife(world.id, { paused: true });
    expect(await only()).toMatchObject([{ state: "paused", canRate: false, links }]);
    expect((await only())[0]!.links.rate).toBe(undefined);
    expect(await canRate()).toBe(false);
    await setLife(world.id, { paused: false });

    await world.until(CLOSES - DAY / 2);
    expect(await only()).toMatchObject([{ state: "last-day", canRate: true }]);
    await world.until(CLOSES);
    expect(await only()).toMatchObject([{ state: "counting", canRate: false, results: "interim" }]);
    expect(await canRate()).toBe(false);
    await world.until(CLOSES + DAY);
    expect(await world.release()).toEqual({ released: 2 });
    expect(await only()).toMatchObject([{ state: "final", canRate: false, results: "final" }]);
  });

  test("is asked again with its tag for nothing, and answers HEAD", async () => {
    const answer = await ask(API.consultations.path);
    const tag = answer.headers.get("ETag")!;
    expect(answer.headers.get("Content-Type")).toBe("application/json");
    const again = await ask(API.consultations.path, { "If-None-Match": `W/${tag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const head = await ask(API.consultations.path, {}, "HEAD");
    expect([head.status, head.headers.get("ETag"), await head.text()]).toEqual([200, tag, ""]);
    const other = await ask(API.consultations.path, { "If-None-Match": '"x"' });
    expect(other.status).toBe(200);
    const post = await ask(API.consultations.path, {}, "POST");
    expect([post.status, post.headers.get("Allow")]).toEqual([405, "OPTIONS, GET, HEAD"]);
    expect((await ask(`${API.consultations.path}/`)).status).toBe(200);
  });

  test("lists one of which a release cannot be read by what was there before it, and tells the operators", async () => {
    const { files, db, logged } = world.services;
    const { number, hash } = (await newestRegistered(db, world.id))!;
    const file = releaseFile(world.id, number, hash);
    const bytes = (await files.read(file))!;
    await files.write(file, new TextEncoder().encode("{}"), "application/json");
    const before = logged.length;
    expect((await list()).consultations).toMatchObject([{ id: world.id, state: "counting" }]);
    expect(logged.slice(before).map(({ event }) => event)).toContain("release-unreadable");
    await files.write(file, bytes, "application/json");
  });

  test("has titles in every language that there is, and nothing archived", async () => {
    await addConsultation(world.services.db, IN_ARABIC);
    const [first] = (await list()).consultations;
    expect(first).toMatchObject({ id: "water", title: IN_ARABIC.title, languages: ["ar", "en"] });
    expect(first).toMatchObject({ state: "open", timeZone: "Africa/Cairo" });
    expect(first).not.toHaveProperty("closesAt");
    await setLife(world.id, { archived: true });
    expect((await list()).consultations.map(({ id }) => id)).toEqual(["water"]);
    expect(await (await ask("/")).text()).not.toContain(`/c/${world.id}`);
  });
});
