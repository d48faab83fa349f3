import { describe, expect, test } from "vitest";
import { AT_RISK } from "../../support/at-risk.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { readAtom, readCalendar } from "../../web/news/reading.ts";
import { at, FILES, ORIGIN, useNews } from "./news-world.ts";

/* News as feed readers and calendars fetch them, by address and language. */

const news = useNews();
const { ask } = news;
const atom = async (path: string) => readAtom(await (await ask(path)).text());

describe("the files", () => {
  test.each([
    ["feed.atom", "application/atom+xml; charset=utf-8"],
    ["feed.json", "application/feed+json; charset=utf-8"],
    ["calendar.ics", "text/calendar; charset=utf-8"],
  ])("%s", async (file, type) => {
    const reply = await ask(at(file));
    expect(reply.status).toBe(200);
    expect(reply.headers.get("Content-Type")).toBe(type);
    expect(reply.headers.get("Cache-Control")).toBe("public, max-age=300");
    expect(reply.headers.get("Vary")).toContain("Accept-Language");
    expect(reply.headers.get("X-Content-Type-Options")).toBe("nosniff");
    // Whoever asks for the head alone is told the same.
    const head = await news.app.request(`${ORIGIN}${at(file)}`, { method: "HEAD" });
    expect([head.status, head.headers.get("ETag")]).toEqual([200, reply.headers.get("ETag")]);
  });

  test("say what happened, with whole addresses of the installation", async () => {
    const { entries, self } = await atom(at("feed.atom"));
    expect(self).toBe(`${ORIGIN}${at("feed.atom")}`);
    expect(entries.map(({ id, address }) => [id, address])).toEqual([
      [
        `tag:consult.example.org,2026-12-19:kazakhstan-2019/response/2`,
        `${ORIGIN}/c/kazakhstan-2019/r/W1?lang=en`,
      ],
      [
        `tag:consult.example.org,2026-12-19:kazakhstan-2019/response/1`,
        `${ORIGIN}/c/kazakhstan-2019/r/K3?lang=en`,
      ],
      [expect.stringMatching(/release\/1$/), `${ORIGIN}/c/kazakhstan-2019/results?lang=en`],
    ]);
    expect(entries[2]!.title).toBe("Final results: release 1");
    const { events } = readCalendar(await (await ask(at("calendar.ics"))).text());
    expect(events.map(({ UID }) => UID)).toEqual(["kazakhstan-2019/promise/1@consult.example.org"]);
  });

  test("are in the language that is asked for, or that the reader prefers", async () => {
    expect((await atom(at("feed.atom", "?lang=kk"))).title).toContain("жаңалықтар");
    const preferred = await ask(at("feed.atom", ""), { "Accept-Language": "ru" });
    expect(readAtom(await preferred.text()).title).toContain("новости");
    const arabic = await ask(at("feed.atom", "?lang=ar", IN_ARABIC.id));
    expect(await arabic.text()).toContain('xml:lang="ar"');
  });

  test("are narrowed to an addressee and a recommendation, and of an unknown one there are none", async () => {
    const last = async (query: string) =>
      (await atom(at("feed.atom", query))).entries.map(({ id }) =>
        id.split("/").slice(-2).join("/"),
      );
    expect(await last("?lang=en&addressee=W")).toEqual(["response/2", "release/1"]);
    expect(await last("?lang=en&recommendation=K3")).toEqual(["response/1", "release/1"]);
    expect(await last("?lang=en&recommendation=K4")).toEqual(["release/1"]);
    expect(await last("?lang=en&addressee=W&recommendation=K3")).toEqual(["release/1"]);
    for (const file of FILES) {
      for (const query of [
        "addressee=X",
        "recommendation=K99",
        "recommendation=",
        "addressee=__proto__",
      ]) {
        expect((await ask(at(file, `?${query}`))).status).toBe(404);
      }
      expect((await ask(at(file, "?lang=en", "nobody"))).status).toBe(404);
    }
    const { events } = readCalendar(
      await (await ask(at("calendar.ics", "?recommendation=K4"))).text(),
    );
    expect(events).toEqual([]);
  });

  test("take nothing but to be read", async () => {
    const reply = await news.app.request(`${ORIGIN}${at("feed.atom")}`, {
      method: "POST",
      body: "x",
    });
    expect(reply.status).toBe(405);
  });
});

describe("where following may be dangerous", () => {
  test.each(FILES)("nothing is kept on the way or the device: %s", async (file) => {
    const reply = await ask(at(file, "?lang=en", AT_RISK.id), { "If-None-Match": "*" });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("Cache-Control")).toBe("no-store");
    expect(reply.headers.get("ETag")).toBeNull();
    expect(reply.headers.get("Last-Modified")).toBeNull();
  });

  test("the pages name no feed in their heads, and say what following does", async () => {
    const [plain, risk] = await Promise.all(
      [KAZAKHSTAN.id, AT_RISK.id].map(async (id) =>
        (await ask(`/c/${id}/results/share?lang=en`)).text(),
      ),
    );
    const named =
      /<link rel="alternate" type="application\/(atom\+xml|feed\+json)" href="([^"]+)"/g;
    expect([...plain!.matchAll(named)].map(([, , href]) => href)).toEqual([
      "/c/kazakhstan-2019/feed.atom?lang=en",
      "/c/kazakhstan-2019/feed.json?lang=en",
    ]);
    expect([...risk!.matchAll(named)]).toEqual([]);
    expect(plain).toContain("No e-mail address is asked for or kept");
    expect(risk).toContain("do not follow");
    expect(
      (await (await ask("/c/kazakhstan-2019/results?lang=en")).text()).match(named),
    ).toHaveLength(2);
  });

  test("every link of the page to follow leads to a file", async () => {
    const html = await (await ask("/c/kazakhstan-2019/results/share?lang=kk")).text();
    const links = [
      ...html.matchAll(/<a [^>]*href="([^"]*(?:feed\.atom|feed\.json|calendar\.ics)[^"]*)"/g),
    ].map(([, href]) => href!.replaceAll("&amp;", "&"));
    expect(links).toHaveLength(3 + 2 * KAZAKHSTAN.addressees.length);
    for (const link of links) expect([link, (await ask(link)).status]).toEqual([link, 200]);
  });
});
