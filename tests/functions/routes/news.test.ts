import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { putIf } from "../../../functions/store/put-if.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { IN_ARABIC } from "../../support/other-scripts.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { answer } from "../../domain/news/records.ts";
import { readAtom, readCalendar } from "../../web/news/reading.ts";
import { releasedWorld } from "./released-world.ts";

/* News as feed readers and calendars fetch them: by address, language and condition. */

const ORIGIN = "https://consult.example.org";
const MOVED: Consultation = {
  ...KAZAKHSTAN,
  id: "moved",
  opensAt: "2026-01-10T04:00:00Z",
  closesAt: "2026-02-28T19:00:00Z",
};

let services: Services;
let app: App;
let clock = Date.parse("2026-12-20T10:00:00Z");

const record = async (entry: ResponseEntry, id: string = KAZAKHSTAN.id) => {
  expect(await putIf(services.db, responsePut(services.db, id, entry))).toBe(true);
};

beforeAll(async () => {
  services = { ...(await releasedWorld([MOVED, AT_RISK, IN_ARABIC])), now: () => new Date(clock) };
  app = createApp(services);
  await record(answer(1, "2026-12-19T08:00:00Z", { recommendation: "K3", promised: "2027-01-15" }));
  await record(answer(2, "2026-12-19T09:00:00Z", { recommendation: "W1", addressee: "W" }));
  await record(answer(1, "2026-12-19T08:00:00Z", { recommendation: "K3" }), AT_RISK.id);
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`${ORIGIN}${path}`, { headers });
const FILES = ["feed.atom", "feed.json", "calendar.ics"];
const at = (file: string, query = "?lang=en", id: string = KAZAKHSTAN.id) =>
  `/c/${id}/${file}${query}`;
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
    const head = await app.request(`${ORIGIN}${at(file)}`, { method: "HEAD" });
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
    const reply = await app.request(`${ORIGIN}${at("feed.atom")}`, { method: "POST", body: "x" });
    expect(reply.status).toBe(405);
  });
});

describe("whoever has it already", () => {
  test.each(FILES)("is told so: %s", async (file) => {
    const first = await ask(at(file));
    const [tag, modified] = [first.headers.get("ETag")!, first.headers.get("Last-Modified")!];
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(new Date(modified).toUTCString()).toBe(modified);
    for (const headers of [
      { "If-None-Match": tag },
      { "If-None-Match": `W/${tag}` },
      { "If-None-Match": `"x", ${tag}`, "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT" },
      { "If-None-Match": "*" },
      { "If-Modified-Since": modified },
    ] as Record<string, string>[]) {
      const again = await ask(at(file), headers);
      expect([headers, again.status, await again.text()]).toEqual([headers, 304, ""]);
      expect(again.headers.get("ETag")).toBe(tag);
      expect(again.headers.get("Last-Modified")).toBe(modified);
      expect(again.headers.get("Cache-Control")).toBe("public, max-age=300");
    }
  });

  test.each([
    { "If-None-Match": "abc" },
    { "If-None-Match": '"' },
    { "If-None-Match": "" },
    { "If-None-Match": '"x"', "If-Modified-Since": "Fri, 31 Dec 2026 23:59:59 GMT" },
    { "If-Modified-Since": "Fri, 31 Dec 2027 23:59:59 GMT" },
    { "If-Modified-Since": "never" },
    { "If-Modified-Since": "1766000000" },
    { "If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT" },
  ] as Record<string, string>[])("but not who sends what nobody can read: %o", async (headers) => {
    for (const file of FILES) {
      expect((await ask(at(file), headers)).status).toBe(200);
    }
  });

  test("in another language, or of another part, has it not", async () => {
    const tag = (await ask(at("feed.atom"))).headers.get("ETag")!;
    for (const query of ["?lang=ru", "?lang=en&addressee=K"]) {
      expect((await ask(at("feed.atom", query), { "If-None-Match": tag })).status).toBe(200);
    }
  });

  test("is sent it compressed, and known again by what that came with", async () => {
    const first = await ask(at("feed.atom"), { "Accept-Encoding": "gzip" });
    expect(first.headers.get("Content-Encoding")).toBe("gzip");
    const tag = first.headers.get("ETag")!;
    expect(tag).toMatch(/^W\//);
    expect(
      (await ask(at("feed.atom"), { "If-None-Match": tag, "Accept-Encoding": "gzip" })).status,
    ).toBe(304);
  });

  test("is sent it anew when something is new", async () => {
    const first = await ask(at("feed.atom", "?lang=en", MOVED.id));
    const [tag, modified] = [first.headers.get("ETag")!, first.headers.get("Last-Modified")!];
    clock += 60_000;
    await record(answer(1, new Date(clock).toISOString(), { recommendation: "K1" }), MOVED.id);
    clock += 2_000;
    const conditions: Record<string, string>[] = [
      { "If-None-Match": tag },
      { "If-Modified-Since": modified },
    ];
    for (const headers of conditions) {
      expect((await ask(at("feed.atom", "?lang=en", MOVED.id), headers)).status).toBe(200);
    }
    const now = await ask(at("feed.atom", "?lang=en", MOVED.id));
    expect(Date.parse(now.headers.get("Last-Modified")!)).toBeGreaterThan(Date.parse(modified));
    const ids = readAtom(await now.text()).entries.map(({ id }) => id);
    expect(ids).toEqual([ids[0], ...readAtom(await first.text()).entries.map(({ id }) => id)]);
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
