import { beforeAll, describe, expect, test } from "vitest";
import { API } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { problemOf } from "../../support/client.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { sizeOf } from "../picture/read-png.ts";
import { releasedWorld } from "./released-world.ts";

/* Results elsewhere: the page that says how, frames, pictures, and what editors of other sites ask for. */

const ORIGIN = "https://consult.example.org";
const BASE = `/c/${KAZAKHSTAN.id}/results`;
const WITHOUT_RELEASE = { ...KAZAKHSTAN, id: "later" };
const HAN: Consultation = {
  ...KAZAKHSTAN,
  id: "han",
  title: { ...KAZAKHSTAN.title, en: "公開 “Council” <script>alert(1)</script>" },
};
const AT_RISK: Consultation = {
  ...KAZAKHSTAN,
  id: "at-risk",
  disclosure: "at-risk",
  release: { every: "day" },
  experts: undefined,
};

let app: App;

beforeAll(async () => {
  const world = await releasedWorld([HAN, AT_RISK, IN_ARABIC]);
  await addConsultation(world.db, WITHOUT_RELEASE);
  app = createApp(world);
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`${ORIGIN}${path}`, { headers });
const pageText = async (path: string) => (await ask(path)).text();

/** What stands in an element, as its reader gets it. */
const copied = (html: string, id: string): string => {
  const [, inside = ""] = new RegExp(`<textarea id="${id}"[^>]*>(.*?)</textarea>`, "s").exec(html)!;
  return inside.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
};

describe("the page to show and cite", () => {
  test("gives code with the whole address and every text escaped", async () => {
    const code = copied(await pageText("/c/han/results/share?lang=en"), "code");
    expect(code).toContain(`src="${ORIGIN}/c/han/results/embed?lang=en"`);
    expect(code).toContain('title="公開 “Council” &lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(code.match(/<script>/g)).toHaveLength(1);
    expect(code).toContain(`event.origin !== "${ORIGIN}"`);
  });

  test("cites a release by who asked, its number, its address and its fingerprint", async () => {
    const citation = copied(await pageText(`${BASE}/share?lang=en`), "citation");
    const { hash } = (
      (await (await ask(`/api/consultations/${KAZAKHSTAN.id}/releases`)).json()) as {
        releases: { hash: string }[];
      }
    ).releases[0]!;
    expect(citation).toBe(
      `${KAZAKHSTAN.organiser!.name["en"]}. ${KAZAKHSTAN.title["en"]}. Release 1, 9 November 2026 at 14:00 (Kazakhstan Time). ${ORIGIN}${BASE} (SHA-256 ${hash.slice(0, 12)}). CC BY 4.0`,
    );
  });

  test("before the first release has the code alone, and where taking part is dangerous none", async () => {
    const later = await pageText("/c/later/results/share?lang=en");
    expect(later).toContain('id="code"');
    expect(later).not.toContain('id="citation"');
    const dangerous = await pageText("/c/at-risk/results/share?lang=en");
    expect(dangerous).not.toContain('id="code"');
    expect(dangerous).toContain('id="citation"');
    for (const page of ["", "/share"]) {
      const html = await pageText(`/c/at-risk/results${page}`);
      expect(html).not.toContain("oembed");
    }
  });
});

describe("a chart as PNG", () => {
  test("is a picture to keep, of the same drawing twice as large", async () => {
    for (const [id, name, lang] of [
      [KAZAKHSTAN.id, "overview", "kk"],
      [KAZAKHSTAN.id, "K3", "ru"],
      ["water", "ت٢", "ar"],
    ] as const) {
      const path = `/c/${id}/results/${encodeURIComponent(name)}`;
      const answer = await ask(`${path}.png?lang=${lang}`);
      expect(answer.headers.get("Content-Type")).toBe("image/png");
      expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename=".*\.png"/);
      const svg = await pageText(`${path}.svg?lang=${lang}`);
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
      const size = sizeOf(new Uint8Array(await answer.arrayBuffer()));
      expect(size).toEqual([2 * Number(width), 2 * Number(height)]);
      expect(svg).toContain(`${ORIGIN}/c/${id}/results`);
    }
  });

  test("is refused where our font lacks letters, and not offered there", async () => {
    expect((await ask("/c/han/results/K3.svg?lang=en")).status).toBe(200);
    expect((await ask("/c/han/results/K3.png?lang=en")).status).toBe(404);
    const [han, usual] = [
      await pageText("/c/han/results/share?lang=en"),
      await pageText(`${BASE}/share?lang=en`),
    ];
    expect(han).toContain("K3.svg");
    expect(han).not.toContain(".png");
    expect(usual.match(/\.png\?/g)).toHaveLength(KAZAKHSTAN.recommendations.length + 1);
    for (const path of [`${BASE}/K99.png`, "/c/later/results/K3.png", `${BASE}/K3.gif`]) {
      expect((await ask(path)).status).toBe(404);
    }
  });
});

test("a consultation in which taking part is dangerous is in no frame", async () => {
  const answer = await ask("/c/at-risk/results/embed");
  expect(answer.status).toBe(403);
  expect(answer.headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
  expect((await ask("/c/at-risk/results/overview.png")).status).toBe(200);
});

describe("what editors of other sites ask for", () => {
  const oembed = (url: string, more = "", headers = {}) =>
    ask(`${API.oembed.path}?url=${encodeURIComponent(url)}${more}`, headers);

  test("is found in the head of the results, and is a frame of them", async () => {
    const html = await pageText(`${BASE}?lang=ru&sort=gap`);
    const [, href = ""] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
    const answer = await app.request(href.replaceAll("&amp;", "&"));
    const found = API.oembed.answers[200].parse(await answer.json());
    expect(found).toMatchObject({
      title: KAZAKHSTAN.title["ru"],
      author_name: KAZAKHSTAN.organiser!.name["ru"],
      provider_url: `${ORIGIN}/`,
      width: 720,
    });
    expect(found.html).toContain(`src="${ORIGIN}${BASE}/embed?lang=ru"`);
    expect(found.html).toContain(`width="720" height="${found.height}"`);
    expect(found.html).not.toContain("<script");
  });

  test("goes by the room that the asker has, and by the language that it names", async () => {
    const { width, height, title } = API.oembed.answers[200].parse(
      await (
        await oembed(`${ORIGIN}${BASE}/`, "&maxwidth=300&maxheight=400&format=json", {
          "Accept-Language": "kk",
        })
      ).json(),
    );
    expect([width, height]).toEqual([300, 400]);
    expect(title).toBe(KAZAKHSTAN.title["kk"]);
    const narrow = API.oembed.answers[200].parse(
      await (await oembed(`${ORIGIN}${BASE}`, "&maxwidth=280&maxheight=none")).json(),
    );
    expect(narrow.height).toBeGreaterThan(1_000);
    const later = await oembed(`${ORIGIN}/c/later/results/embed`);
    expect(later.status).toBe(200);
  });

  test.each([
    ["nothing", ""],
    ["no address", "results"],
    ["another site", `https://other.example${BASE}`],
    ["another port", `${ORIGIN}:8443${BASE}`],
    ["no encryption", `http://consult.example.org${BASE}`],
    ["a name before another site", `https://consult.example.org@other.example${BASE}`],
    ["a user", `https://user@consult.example.org${BASE}`],
    ["a script", `javascript:alert(1)//${BASE}`],
    ["a page of another kind", `${ORIGIN}/c/${KAZAKHSTAN.id}`],
    ["the console", `${ORIGIN}/organise`],
    ["an unknown consultation", `${ORIGIN}/c/nowhere/results`],
    ["a path that leads out", `${ORIGIN}/c/../organise/results`],
    ["half a letter", `${ORIGIN}/c/%E0%A4%A/results`],
    ["a very long one", `${ORIGIN}${BASE}?${"x".repeat(3_000)}`],
  ])("is refused for %s", async (_, url) => {
    expect(await problemOf(await oembed(url))).toEqual({ status: 404, title: "oembed-unknown" });
  });

  test("is JSON alone, and never of a consultation that must not be framed", async () => {
    const xml = await oembed(`${ORIGIN}${BASE}`, "&format=xml");
    expect(await problemOf(xml)).toEqual({ status: 501, title: "oembed-format" });
    const dangerous = await oembed(`${ORIGIN}/c/at-risk/results`);
    expect(await problemOf(dangerous)).toEqual({ status: 403, title: "embed-at-risk" });
  });
});
