import { beforeAll, describe, expect, test, vi } from "vitest";
import { API } from "../../../domain/api.ts";
import type { CouncilAnswer } from "../../../domain/council/answer.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { COUNCIL } from "../../../domain/paths.ts";
import type { Answer } from "../../../domain/response/entry.ts";
import { createApp } from "../../../functions/app.ts";
import type { Services } from "../../../functions/services.ts";
import {
  addConsultation,
  getPublished,
  publishedWrite,
} from "../../../functions/store/consultations.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "./released-world.ts";

/* The council as a page and for programs, over the stores that it reads. */

const ORIGIN = "https://consult.example.org";
const HOSTILE = `Ministry <script>alert(1)</script> & "Sons"`;
const OTHER: Consultation = {
  ...KAZAKHSTAN,
  id: "clean-air",
  title: { ...KAZAKHSTAN.title, en: "Clean air" },
  organiser: { ...KAZAKHSTAN.organiser!, name: { en: "Air for all" } },
  addressees: KAZAKHSTAN.addressees.map((one) =>
    one.code === "W" ? { ...one, name: { ...one.name, en: HOSTILE } } : one,
  ),
};

const answer: Answer = {
  kind: "answer",
  number: 1,
  at: "2027-02-01T10:00:00Z",
  by: "organiser",
  recommendation: "K3",
  addressee: "K",
  status: "accepted",
  day: "2027-02-01",
  statement: { en: "Agreed." },
  original: "en",
  evidence: [],
  source: { title: "A letter" },
};

let services: Services;
const clock = { now: new Date("2027-06-01T12:00:00Z") };
beforeAll(async () => {
  services = { ...(await releasedWorld([OTHER])), now: () => clock.now };
  expect(await writeAll(services.db, [responsePut(services.db, OTHER.id, answer)])).toBe(true);
});

/** What an app says that has nothing in memory yet. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  createApp(services).request(ORIGIN + path, { headers });
const page = async (query = "?lang=en") => (await ask(COUNCIL + query)).text();
const list = async (query = ""): Promise<CouncilAnswer> =>
  API.council.answers[200].parse(await (await ask(API.council.path + query)).json());

describe("the council", () => {
  test("lists every consultation with how far the answers are, and the way to its ledger", async () => {
    const html = await page();
    for (const { id } of [KAZAKHSTAN, OTHER]) {
      expect(html).toContain(`href="/c/${id}/ledger?lang=en"`);
    }
    expect(html).toContain("0 of 18 recommendations answered.");
    expect(html).toContain("1 of 18 recommendations answered.");
    expect(html).toContain("No answer recorded here.");
    expect(html).not.toContain(catalogueFor("en").council.madeUp);
  });

  test("tells a program the same", async () => {
    const { addressees, page: at, pages } = await list();
    expect([at, pages]).toEqual([1, 1]);
    expect(addressees).toHaveLength(4);
    const air = addressees.find(({ answered }) => answered === 1)!;
    expect(air).toMatchObject({ recommendations: 14, madeUp: false, passed: [] });
    expect(air.asked).toEqual([
      { consultation: OTHER.id, code: "K", ledger: `${ORIGIN}/c/clean-air/ledger` },
    ]);
    expect(air.longest!.waiting[0]!.codes).not.toContain("K3");
    // Said again: only that it still stands.
    const answered = await ask(API.council.path);
    const again = await ask(API.council.path, { "If-None-Match": answered.headers.get("ETag")! });
    expect(again.status).toBe(304);
  });

  test("is in each language, with the language of what is not translated", async () => {
    for (const language of ["en", "ru", "kk"]) {
      const { council } = catalogueFor(language);
      const html = await page(`?lang=${language}`);
      expect(html).toContain(`<html lang="${language}"`);
      for (const text of [council.title, council.who, council.table, council.noneRecorded]) {
        expect(html).toContain(text);
      }
      expect(html).not.toMatch(/\{\w+\}/);
    }
    expect(await page("?lang=kk")).toContain('<span lang="en" dir="auto">Air for all</span>');
  });

  test("shows a hostile name as text", async () => {
    const html = await page();
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("Ministry &lt;script>alert(1)&lt;/script> &amp;");
  });

  test("is kept by browsers and asked for again, and says the days of the day", async () => {
    const first = await ask(`${COUNCIL}?lang=en`);
    const tag = first.headers.get("ETag")!;
    const app = createApp(services);
    const again = await app.request(`${ORIGIN}${COUNCIL}?lang=en`, {
      headers: { "If-None-Match": tag },
    });
    expect(again.status).toBe(304);
    clock.now = new Date("2027-06-03T12:00:00Z");
    const later = await app.request(`${ORIGIN}${COUNCIL}?lang=en`, {
      headers: { "If-None-Match": tag },
    });
    expect(later.status).toBe(200);
    clock.now = new Date("2027-06-01T12:00:00Z");
  });

  test.each(["0", "-1", "99999999", "x", "%00", "<b>"])(
    "asked for page %s shows one that there is",
    async (asked) => {
      const answer = await ask(`${COUNCIL}?lang=en&page=${asked}&addressees=${asked}`);
      expect(answer.status).toBe(200);
      expect((await list(`?page=${asked}`)).page).toBe(1);
    },
  );

  test("says of what was made up that it was, and adds it to nobody's", async () => {
    const { db } = services;
    const madeUp = { ...answer, number: 2, recommendation: "K4", madeUp: true as const };
    expect(await writeAll(db, [responsePut(db, OTHER.id, madeUp)])).toBe(true);
    for (const language of ["en", "ru", "kk"]) {
      const { council } = catalogueFor(language);
      const html = await page(`?lang=${language}`);
      expect(html).toContain(council.madeUp);
      expect(html).toContain(`(${council.madeUpShort})`);
    }
    const { addressees } = await list();
    expect(addressees.filter((one) => one.madeUp)).toHaveLength(2);
  });

  test("does without a ledger that cannot be read, and tells the operators", async () => {
    const { db } = services;
    const broken = { ...answer, number: 3, day: "never" };
    expect(await writeAll(db, [responsePut(db, OTHER.id, broken)])).toBe(true);
    const log = vi.fn();
    services = { ...services, log };
    const html = await page();
    expect(html).toContain("0 of 18 recommendations answered.");
    expect(html).toContain("Clean air");
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ event: "ledger-not-listed", consultation: OTHER.id }),
    );
  });

  test("lists no archived consultation, as the start page does", async () => {
    const { db } = services;
    const before = (await getPublished(db, OTHER.id))!;
    const after = { ...before, life: { ...before.life, archived: true } };
    expect(await writeAll(db, [publishedWrite(db, OTHER.id, before, after)])).toBe(true);
    expect(await page()).not.toContain("Clean air");
    expect((await list()).addressees).toHaveLength(2);
  });
});

describe("where there is little to tell", () => {
  test("before the first release nobody is silent, and the page says from when on days count", async () => {
    services = await freshWorld();
    const html = await page();
    expect(html).toContain(catalogueFor("en").council.notCounted);
    expect(html).not.toContain("<table");
    expect((await list()).addressees).toEqual([]);
  });

  test("more than a hundred consultations are told page by page", async () => {
    const more = Array.from({ length: 101 }, (_, number) =>
      addConsultation(services.db, { ...KAZAKHSTAN, id: `more-${number}` }),
    );
    await Promise.all(more);
    const [first, second] = [await page(), await page("?lang=en&page=2")];
    expect(first.match(/class="entry"/g)).toHaveLength(100);
    expect(second.match(/class="entry"/g)).toHaveLength(2);
    expect(first).toContain("Page 1 of 2");
    expect(first).toContain(`href="${COUNCIL}?lang=en&amp;page=2"`);
    expect(second).toContain("Earlier page");
  });

  test("start page and footer lead there", async () => {
    const html = await (await ask("/?lang=ru")).text();
    expect(html.match(new RegExp(`href="${COUNCIL}\\?lang=ru"`, "g"))).toHaveLength(2);
  });
});
