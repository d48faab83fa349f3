import { expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { afterStep, NEW_LIFE } from "../../../domain/consultation/life.ts";
import { releaseText } from "../../../domain/release/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { createApp } from "../../../functions/app.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { publishedWrite } from "../../../functions/store/consultations.ts";
import { registerRelease, releaseFile } from "../../../functions/store/releases.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { released } from "../../local/released.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

// Pages are served from memory: by whatever process and at whatever moment something changes, they say so.
const [OPENS, CLOSES] = ["2027-01-01T00:00:00.000Z", "2027-01-15T00:00:00.000Z"];
const definition: Consultation = {
  ...KAZAKHSTAN,
  opensAt: OPENS,
  closesAt: CLOSES,
  release: { every: "week" },
};
const PATH = `/c/${definition.id}/results`;
const atMs = (iso: string, ms = 0) => new Date(Date.parse(iso) + ms);

/** A world with a clock, its app, and an app that has nothing in memory yet. */
async function clocked(of: Consultation = definition) {
  const world = await freshWorld(of);
  const clock = { now: atMs(OPENS, 1) };
  const services = { ...world, now: () => clock.now };
  const app = createApp(services);
  const publish = async (release: Release, number: number) => {
    const text = releaseText({ ...release, consultation: of.id, release: number });
    const hash = sha256(text);
    const name = releaseFile(of.id, number, hash);
    await world.files.write(name, new TextEncoder().encode(text), "application/json");
    const { releasedAt, final } = release;
    const { turn } = release.rules.schedule;
    await registerRelease(world.db, of.id, { number, releasedAt, hash, turn, final, counted: "" });
  };
  /** The page as this app serves it at a moment: the same as one that was made that very moment. */
  const page = async (now: Date, query = "?lang=en") => {
    clock.now = now;
    const text = await (await app.request(PATH + query)).text();
    expect(text).toBe(await (await createApp(services).request(PATH + query)).text());
    return text;
  };
  return { world, app, publish, page };
}

const week = (turn: number) =>
  released({ ballots: 300, experts: 24, every: "week", turn, weeks: 2, seed: 4 });

test("a page from memory changes with the clock, to the millisecond", async () => {
  const { page, publish } = await clocked();
  const lastDay = atMs(CLOSES, -86_400_000);
  await page(atMs(OPENS, 1));
  expect(await page(atMs(OPENS, -1))).toContain("Not open yet");
  expect(await page(atMs(OPENS))).toContain(">Open<");
  await publish(week(1), 1);
  expect(await page(atMs(lastDay.toISOString(), -1))).toContain(">Open<");
  expect(await page(lastDay)).toContain(">Last day<");
  expect(await page(atMs(CLOSES, -1))).toContain(">Last day<");
  expect(await page(atMs(CLOSES))).toContain("Closed, being counted");
  await publish(week(2), 2);
  // The register is asked again each second.
  const final = await page(atMs(CLOSES, 1_100));
  expect(final).toContain("Closed, final results");
  expect(final).toContain('data-release="2"');
});

test("a pause, a correction and a later closing by another process are seen within ten seconds", async () => {
  const { page, publish, world } = await clocked();
  await publish(week(1), 1);
  let now = atMs(OPENS, 8 * 86_400_000);
  let published = { definition, life: NEW_LIFE };
  expect(await page(now)).toContain(">Open<");
  const note = { en: "Because of a flood.", ru: "Паводок.", kk: "Су тасқыны." };
  for (const [step, said] of [
    ["pause", ["Paused", "Because of a flood."]],
    ["resume", [">Open<"]],
    ["extend", ["until 1 February 2027", "Closing was moved"]],
  ] as const) {
    const closesAt = "2027-02-01T00:00:00.000Z";
    const after = afterStep(step, published, undefined, now, { note, closesAt })!;
    // The first step finds it as it was put there, without a life.
    const before = published;
    expect(await writeAll(world.db, [publishedWrite(world.db, definition.id, before, after)])).toBe(
      true,
    );
    published = after as typeof published;
    now = new Date(now.getTime() + 10_100);
    const html = await page(now);
    for (const one of said) expect(html).toContain(one);
  }
});

test("each language, choice and address has a page of its own", async () => {
  const { app, publish, page } = await clocked();
  await publish(week(1), 1);
  await page(atMs(OPENS, 8 * 86_400_000));
  const get = async (url: string, headers = {}) => (await app.request(url, { headers })).text();
  const english = await get(`${PATH}?lang=en`);
  expect(await get(`${PATH}?lang=kk`)).toContain('<html lang="kk"');
  expect(await get(PATH, { "Accept-Language": "ru" })).toContain('<html lang="ru"');
  expect(await get(`${PATH}?lang=en&sort=expert`)).not.toBe(english);
  expect(await get(`${PATH}?lang=en&sort=nonsense&x=1`)).toBe(english);
  // For paper: under the name by which this reader came.
  for (const origin of ["https://consult.example.org", "http://other.example"]) {
    expect(await get(`${origin}${PATH}?lang=en`)).toContain(`data-printed="${origin}${PATH} · `);
  }
});

test("a browser may keep it and asks each time; of people at risk it may not", async () => {
  const first = await clocked();
  const answer = await first.app.request(`${PATH}?lang=en`);
  const tag = answer.headers.get("ETag")!;
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=3");
  const headers = { "If-None-Match": tag };
  expect((await first.app.request(`${PATH}?lang=en`, { headers })).status).toBe(304);
  expect((await first.app.request(`${PATH}?lang=kk`, { headers })).status).toBe(200);
  const { channels: _, ...rest } = definition;
  const risky = await clocked({ ...rest, disclosure: "at-risk" });
  const quiet = await risky.app.request(`${PATH}?lang=en`);
  expect([quiet.headers.get("Cache-Control"), quiet.headers.has("ETag")]).toEqual([
    "no-store",
    false,
  ]);
});
