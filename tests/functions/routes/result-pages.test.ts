import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../support/languages.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { createApp } from "../../../functions/app.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { releaseWhenDue } from "../../../functions/jobs/release.ts";
import type { App } from "../../../functions/http/environment.ts";
import { clientOf, goodBallot, newReceipt, problemOf, times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const BASE = `/c/${KAZAKHSTAN.id}/results`;
let app: App;
let release: Release;

beforeAll(async () => {
  // A secret that is always the same, so that the noise is too.
  const world = {
    ...(await freshWorld()),
    random: (bytes: number) => new Uint8Array(bytes).fill(3),
  };
  app = createApp(world);
  const client = clientOf(app);
  // Recommendations are rated the higher the later they stand in the catalogue.
  await Promise.all(
    times(120, (index) => {
      const ratings = Object.fromEntries(
        KAZAKHSTAN.recommendations.map(({ code }, place) => [
          code,
          Math.min(5, 1 + Math.floor((place + (index % 6)) / 5)),
        ]),
      );
      const region = index < 90 ? "almaty" : "astana";
      const about = index < 117 ? { region } : { region: "abroad" };
      return client.put(newReceipt(), goodBallot({ ratings, about, first: ["W2"] }));
    }),
  );
  const count = await ballotCounter(world, consultationsOf(world));
  await count({ emptyPages: 1, outOfTime: () => false });
  expect(await releaseWhenDue(world, KAZAKHSTAN)).toEqual({ released: 1 });
  release = (await (
    await app.request(`/api/consultations/${KAZAKHSTAN.id}/results`)
  ).json()) as Release;
});

const page = async (query: string) => (await app.request(`${BASE}?lang=en&${query}`)).text();
/** The codes of the lines from top to bottom. */
const lines = (html: string) =>
  [...html.matchAll(/<li class="overview-row" id="(\w+)"/g)].map(([, code]) => code);
const one = async (query: string) =>
  (await app.request(`/c/${KAZAKHSTAN.id}/r/K3?lang=en&${query}`)).text();

describe("the order", () => {
  const codes = KAZAKHSTAN.recommendations.map((one) => one.code);

  test("is by the public's mean unless another is asked for that exists", async () => {
    const byMean = release.recommendations
      .toSorted((a, b) => (a.panels.public.rank ?? 99) - (b.panels.public.rank ?? 99))
      .map((one) => one.code);
    expect(lines(await page(""))).toEqual(byMean);
    expect(lines(await page("sort=nonsense"))).toEqual(byMean);
    // Nothing is shown of experts, so nothing can be in their order, nor by the gap.
    expect(lines(await page("sort=expert"))).toEqual(byMean);
    expect(lines(await page("sort=gap"))).toEqual(byMean);
    expect(lines(await page("sort=catalogue"))).toEqual(codes);
  });

  test("can be by what to do first, and by disagreement", async () => {
    expect(lines(await page("sort=first"))[0]).toBe("W2");
    const most = Math.max(
      ...release.recommendations.map((one) => one.panels.public.disagreement ?? 0),
    );
    const [first] = lines(await page("sort=disagreement"));
    const found = release.recommendations.find((one) => one.code === first)!;
    expect(found.panels.public.disagreement).toBe(most);
  });

  test("within each addressee makes a list for each", async () => {
    const html = await page("by=addressee");
    expect(lines(html).slice(0, 4).toSorted()).toEqual(["W1", "W2", "W3", "W4"]);
    for (const { name } of KAZAKHSTAN.addressees) {
      expect(html).toContain(`<h4>${name.en}</h4>`);
    }
  });

  test("and the other choices are kept by each link, and by the languages", async () => {
    const html = await page("sort=first&by=addressee&segment=region:almaty");
    expect(html).toContain(
      `${BASE}?sort=first&amp;by=addressee&amp;segment=region%3Aalmaty&amp;lang=kk`,
    );
    expect(html).toContain(
      `${BASE}?sort=catalogue&amp;by=addressee&amp;segment=region%3Aalmaty&amp;lang=en`,
    );
  });
});

describe("a group", () => {
  test("that is chosen is compared with everybody", async () => {
    const html = await page("segment=region:almaty");
    expect(html).toMatch(/Compared with: [^<]*City of Almaty, about \d+\./);
    expect(html.match(/City of Almaty [\d.]+ \(n\s≈\s\d+\)/g)).toHaveLength(
      KAZAKHSTAN.recommendations.length,
    );
    expect(await one("segment=region:almaty")).toMatch(/City of Almaty: mean [\d.]+ on the scale/);
  });

  test("that is hidden says why, and one that does not exist is none", async () => {
    expect(await page("segment=region:abroad")).toContain("Nothing is shown of this group");
    expect(await page("segment=region:atlantis")).not.toContain('id="group"');
    expect(await page("segment=__proto__:x")).not.toContain('id="group"');
  });
});

describe("charts as files", () => {
  test.each(["overview", "K3"])("%s is a picture to keep, in each language", async (name) => {
    for (const lang of ["en", "ru", "kk"]) {
      const answer = await app.request(`${BASE}/${name}.svg?lang=${lang}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
      expect(answer.headers.get("Content-Disposition")).toBe(
        `attachment; filename="${KAZAKHSTAN.id}-1-${name}.svg"`,
      );
      const svg = await answer.text();
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="900" height="\d+"/);
      expect(svg).toContain(KAZAKHSTAN.title[lang as "en"]);
    }
  });

  test.each(["K99", "k3", "__proto__", "constructor"])("%s.svg is refused", async (name) => {
    expect((await app.request(`${BASE}/${name}.svg`)).status).toBe(404);
  });

  test("before the first release are refused", async () => {
    const empty = createApp(await freshWorld());
    const answer = await empty.request(`${BASE}/overview.svg?lang=en`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Type")).toContain("text/html");
  });
});

describe("being shown in a frame", () => {
  const policy = async (path: string) => {
    const { headers } = await app.request(path);
    expect(headers.has("Kenes-Framed")).toBe(false);
    return headers.get("Content-Security-Policy");
  };

  test("is for the one page that is made for it", async () => {
    expect(await policy(`${BASE}/embed`)).toContain("frame-ancestors *");
    expect(await policy(`${BASE}/embed`)).toContain("default-src 'none'");
  });

  test.each(["/", BASE, `/c/${KAZAKHSTAN.id}`, `${BASE}/K3.svg`, `${BASE}/embed/x`, "/nowhere"])(
    "is not for %s",
    async (path) => {
      expect(await policy(path)).toContain("frame-ancestors 'none'");
    },
  );

  test("shows the highest priorities and the way to the whole", async () => {
    const html = await (await app.request(`${BASE}/embed?lang=kk`)).text();
    expect(html).toContain('<html lang="kk"');
    expect(html).toContain(`href="${BASE}?lang=kk" target="_blank" rel="noopener"`);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/share.js">']);
  });
});

test("segments are a file of their own", async () => {
  const answer = await app.request(`/api/consultations/${KAZAKHSTAN.id}/segments.csv`);
  const lines = (await answer.text()).trim().split("\r\n");
  const groups = countingPlan(KAZAKHSTAN).segments.length;
  const answers = KAZAKHSTAN.about.reduce((sum, { options }) => sum + options.length + 1, 0);
  expect(groups).toBe(answers + LANGUAGES.length);
  expect(lines).toHaveLength(1 + groups * KAZAKHSTAN.recommendations.length);
  const unknown = await app.request("/api/consultations/nowhere/segments.csv");
  expect(await problemOf(unknown)).toEqual({ status: 404, title: "consultation-unknown" });
});
