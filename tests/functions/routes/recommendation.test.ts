import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { wordsOf } from "../../web/results/made.ts";
import { addresses, said, titleIn } from "./head.ts";
import { releasedWorld } from "./released-world.ts";

/* The page of one recommendation. */

const ORIGIN = "https://consult.example.org";
const ID = KAZAKHSTAN.id;
const PATH = `/c/${ID}/r/K3`;
const LATER: Consultation = { ...KAZAKHSTAN, id: "later" };
const K3 = KAZAKHSTAN.recommendations.find(({ code }) => code === "K3")!;

let app: App;
let release: Release;

beforeAll(async () => {
  const world = await releasedWorld([AT_RISK, IN_ARABIC]);
  await addConsultation(world.db, LATER);
  app = createApp(world);
  release = (await (await app.request(apiPath(API.results, ID))).json()) as Release;
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(ORIGIN + path, { headers });
const htmlOf = async (path: string) => (await ask(path)).text();

describe.each(LANGUAGES)("the page of each recommendation, in %s", (language) => {
  const text = CATALOGUES[language];

  test("has its whole text, its figures as released, and the ways on", async () => {
    for (const [place, one] of KAZAKHSTAN.recommendations.entries()) {
      const { code } = one;
      const answer = await ask(`/c/${ID}/r/${code}?lang=${language}`);
      expect(answer.status).toBe(200);
      const html = await answer.text();
      const words = wordsOf(html).replaceAll("&quot;", '"');
      const addressee = KAZAKHSTAN.addressees.find((known) => known.code === one.addressee)!;
      for (const texts of [one.title, one.statement, addressee.name, ...one.measures]) {
        expect(words).toContain(texts[language]);
      }
      const { panels } = release.recommendations[place]!;
      const number = (value: number, decimals = 0) =>
        value.toLocaleString(language === "en" ? "en-GB" : language, {
          minimumFractionDigits: decimals,
        });
      for (const { rated, mean, rank } of [panels.public, panels.expert]) {
        const row = (name: string) =>
          new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`).exec(html)![1];
        expect(row(text.results.table.rated)).toContain(`>${number(rated!)}<`);
        expect(row(text.results.table.rank)).toContain(`>${number(rank!)}<`);
        expect(row(text.results.table.mean)).toContain(`>${number(mean!, 1)}`);
      }
      for (const [rel, by] of [["prev", -1] as const, ["next", 1] as const]) {
        const other = KAZAKHSTAN.recommendations[place + by]?.code;
        const link = `href="/c/${ID}/r/${other}?lang=${language}" rel="${rel}"`;
        expect(html.includes(link), link).toBe(other !== undefined);
      }
      for (const to of [
        `/c/${ID}/results`,
        `/c/${ID}`,
        `/c/${ID}/ledger`,
        `/c/${ID}/results/share`,
        `/c/${ID}/results/${code}.svg`,
        `/c/${ID}/results/${code}.png`,
      ]) {
        expect(html).toContain(`href="${to}?lang=${language}"`);
      }
      expect(words).toContain(`${ORIGIN}/c/${ID}/r/${code} (SHA-256`);
      expect(html.match(/<script[^>]*>/g)).toEqual([
        '<script type="module" src="/assets/results.js">',
      ]);
    }
  });

  test("says before the first release what there is to wait for and to do", async () => {
    const html = await htmlOf(`/c/later/r/K3?lang=${language}`);
    const words = wordsOf(html);
    expect(words).toContain(text.results.none.heading);
    expect(words).toContain(text.results.schedule.first.demonstration);
    expect(words).toContain(K3.statement[language]);
    expect(html).toContain(`href="/c/later?lang=${language}"`);
    expect(html).not.toMatch(/id="citation"|class="rating"/);
  });

  test("has a head that says which it is, and a picture", async () => {
    const html = await htmlOf(`${PATH}?lang=${language}&via=paper.abc&sort=gap`);
    const title = KAZAKHSTAN.title[language];
    expect(titleIn(html)).toBe(`${K3.title[language]} (K3) – ${title} – Kenes`);
    expect(said(html, "og:title")).toContain(K3.title[language].slice(0, 30));
    expect(K3.statement[language]).toContain(said(html, "og:description")!.slice(0, -1));
    expect(said(html, "og:image")).toBe(`${ORIGIN}${PATH}/picture.png?lang=${language}`);
    expect(addresses(html, "canonical")).toEqual([`${ORIGIN}${PATH}?lang=${language}`]);
    expect(addresses(html, "alternate")).toEqual([
      ...["en", "ru", "kk"].map((one) => `${ORIGIN}${PATH}?lang=${one}`),
      ORIGIN + PATH,
    ]);
  });
});

describe("a code", () => {
  test.each([
    ["k3", "K3"],
    ["К3", "K3"],
    ["%D0%BA3", "K3"],
    ["K3.", "K3"],
    ["K%203", "K3"],
    ["w1", "W1"],
  ])("that is typed as %s leads to %s", async (typed, code) => {
    const answer = await ask(`/c/${ID}/r/${encodeURI(decodeURI(typed))}?lang=kk`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      302,
      `/c/${ID}/r/${code}?lang=kk`,
    ]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test.each(["K99", "K", "K33", "__proto__", "constructor", "%E0%A4%A", "x".repeat(500), "K3/x"])(
    "of nothing (%s) is the page for what is not there",
    async (code) => {
      for (const path of [`/c/${ID}/r/${code}`, `/c/${ID}/r/${code}/picture.png`]) {
        const answer = await ask(`${path}?lang=en`);
        expect(answer.status).toBe(404);
        expect(await answer.text()).toContain(CATALOGUES.en.problems["page-unknown"]);
      }
    },
  );

  test("in letters and digits of another script is an address like any other", async () => {
    const html = await htmlOf(`/c/water/r/${encodeURIComponent("ت٢")}?lang=ar`);
    expect(html).toContain('dir="rtl"');
    expect(html).toContain(`/c/water/r/${encodeURIComponent("ت٢")}/picture.png?lang=ar`);
  });

  test("of an unknown consultation is not there either", async () => {
    expect((await ask("/c/nowhere/r/K3")).status).toBe(404);
  });
});

describe("a group to compare with", () => {
  const group = `${KAZAKHSTAN.about[0]!.code}:${KAZAKHSTAN.about[0]!.options[0]!.code}`;

  test("stays on the way from the results, in each language, and is no part of the one address", async () => {
    const results = await htmlOf(`/c/${ID}/results?lang=en&segment=${group}`);
    const query = `segment=${encodeURIComponent(group)}`;
    expect(results).toContain(`href="${PATH}?${query}&amp;lang=en"`);
    const html = await htmlOf(`${PATH}?lang=en&segment=${group}&sort=gap`);
    expect(html).toContain(`href="${PATH}?${query}&amp;lang=kk"`);
    expect(addresses(html, "canonical")).toEqual([`${ORIGIN}${PATH}?lang=en`]);
  });
});

describe("where taking part may be dangerous", () => {
  test("the head says nothing, nothing is kept, and there is no picture", async () => {
    for (const language of LANGUAGES) {
      const { rate, common } = CATALOGUES[language];
      const answer = await ask(`/c/at-risk/r/K3?lang=${language}`);
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
      expect(answer.headers.has("ETag")).toBe(false);
      const html = await answer.text();
      const head = html.split("</head>")[0]!;
      expect(titleIn(head)).toBe(rate.page.title);
      expect(said(head, "og:title")).toBe(rate.page.title);
      expect(said(head, "og:description")).toBe(common.neutralDescription);
      expect(head).not.toMatch(/picture\.png|oembed/);
      expect(wordsOf(html)).toContain(K3.statement[language]);
    }
    expect((await ask("/c/at-risk/r/K3/picture.png")).status).toBe(404);
  });
});

describe("a browser", () => {
  test("may keep the page, and asks each time", async () => {
    const answer = await ask(`${PATH}?lang=en`);
    const tag = answer.headers.get("ETag")!;
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=3");
    expect((await ask(`${PATH}?lang=en`, { "If-None-Match": tag })).status).toBe(304);
    expect((await ask(`${PATH}?lang=kk`, { "If-None-Match": tag })).status).toBe(200);
  });
});

test("programs that have a release learn where its recommendations have pages", async () => {
  for (const endpoint of [API.results, API.resultsJson, API.resultsCsv, API.segmentsCsv]) {
    const { headers } = await ask(apiPath(endpoint, ID));
    expect(headers.get("Link-Template")).toBe(`"/c/${ID}/r/{code}"; rel="item"`);
  }
});
