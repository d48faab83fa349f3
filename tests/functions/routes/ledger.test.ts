import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { LEDGER_COLUMNS } from "../../../domain/ledger/table.ts";
import {
  BRIEFING,
  LEDGER,
  LEDGER_CHART,
  LEDGER_EMBED,
  LEDGER_PNG,
  LETTER,
  pathOf,
  RESULTS,
  SHARE,
} from "../../../domain/paths.ts";
import type { ResponseEntry } from "../../../domain/response/entry.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { problemOf } from "../../support/client.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { answered } from "../../domain/ledger/cases.ts";
import { wordsOf } from "../../web/results/made.ts";
import { sizeOf } from "../picture/read-png.ts";
import { releasedWorld } from "./released-world.ts";

/* The ledger as anybody asks for it: pages, files, frames, and what changes them. */

const ID = KAZAKHSTAN.id;
const FORMULA: Consultation = {
  ...KAZAKHSTAN,
  id: "formula",
  recommendations: KAZAKHSTAN.recommendations.map((one, place) =>
    place === 0 ? { ...one, title: { ...one.title, en: "=HYPERLINK(1)" } } : one,
  ),
};
const LATER: Consultation = { ...KAZAKHSTAN, id: "later" };

let app: App;
let world: Awaited<ReturnType<typeof releasedWorld>>;
// The first release is of 9 November 2026, 14:00 in Almaty.
const clock = { now: new Date("2027-06-09T12:00:00Z") };

const record = async (id: string, entry: ResponseEntry) =>
  expect(await writeAll(world.db, [responsePut(world.db, id, entry)])).toBe(true);

beforeAll(async () => {
  const made = await releasedWorld([AT_RISK, FORMULA]);
  world = { ...made, now: () => clock.now };
  await addConsultation(world.db, LATER);
  await record(ID, answered(1, "K2", "2026-12-01", { addressee: "K", promised: "2027-02-01" }));
  await record(
    ID,
    answered(2, "K3", "2027-01-01", {
      addressee: "K",
      by: "organiser",
      status: "rejected",
      source: { title: "@Official gazette" },
    }),
  );
  app = createApp(world);
});

const ORIGIN = "https://consult.example.org";
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(ORIGIN + path, { headers });
const page = async (path: string) => (await ask(path)).text();
const at = (path: string, id = ID, addressee = "K") => pathOf(path, { id, addressee, lang: "en" });

describe("as JSON", () => {
  const json = async (id: string, query = "") =>
    API.ledger.answers[200].parse(await (await ask(apiPath(API.ledger, id) + query)).json());

  test("is what the page says: the same order, days and answers", async () => {
    for (const by of ["both", "public", "expert"]) {
      const found = await json(ID, `?by=${by}`);
      expect(found).toMatchObject({ by, since: "2026-11-09", day: "2027-06-09", top: 10 });
      const html = await page(`${at(LEDGER)}&by=${by}`);
      const codes = [...html.matchAll(/<th scope="row"><a [^>]*\/r\/([^?"]+)\?/g)];
      expect(codes.map(([, code]) => code)).toEqual(found.recommendations.map(({ code }) => code));
      const [silent] = found.recommendations.filter(({ code }) => code === "K5");
      expect(silent!.silence).toEqual({ days: 212, answeredOn: null });
      expect(wordsOf(html)).toContain("212 days");
    }
    const { recommendations, addressees, release } = await json(ID);
    const of = (code: string) => recommendations.find((one) => one.code === code)!;
    expect(of("K2")).toMatchObject({
      status: "accepted",
      answer: { number: 1, by: "addressee" },
      silence: { days: 22, answeredOn: "2026-12-01" },
      promises: [{ recommendation: "K2", day: "2027-02-01", answer: 1, state: "passed" }],
    });
    expect(of("K3")).toMatchObject({ status: "rejected", answer: { by: "organiser" } });
    expect(addressees[1]!.passed).toHaveLength(1);
    expect(release).toMatchObject({ release: 1, simulated: false });
  });

  test("is there before the first release, and counts nothing", async () => {
    const found = await json("later", "?by=expert");
    expect(found).toMatchObject({ since: null, release: null, by: null });
    expect(found.recommendations.every(({ silence }) => silence === null)).toBe(true);
  });

  test("is asked for again each time, and answered 304 while it is the same", async () => {
    const first = await ask(apiPath(API.ledger, ID));
    const tag = first.headers.get("ETag")!;
    expect(first.headers.get("Cache-Control")).toBe("no-cache");
    const again = { "If-None-Match": tag };
    expect((await ask(apiPath(API.ledger, ID), again)).status).toBe(304);
    expect((await ask(`${apiPath(API.ledger, ID)}?by=expert`, again)).status).toBe(200);
  });
});

describe("as a table", () => {
  const table = async (id: string, lang: string) => {
    const answer = await ask(`${apiPath(API.ledgerCsv, id)}?lang=${lang}`);
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toBe(
      `attachment; filename="${id}-ledger-2027-06-09.csv"`,
    );
    return (await answer.text()).trim().split("\r\n");
  };

  test.each(LANGUAGES)("has a row for each recommendation, its words in %s", async (language) => {
    const [names, ...rows] = await table(ID, language);
    expect(names).toBe(LEDGER_COLUMNS.join(","));
    expect(rows).toHaveLength(KAZAKHSTAN.recommendations.length);
    const row = rows.find((one) => one.includes(",K3,"))!;
    expect(row).toContain(KAZAKHSTAN.recommendations[6]!.title[language]);
    expect(row).toContain(`,rejected,${CATALOGUES[language].response.statuses.rejected},`);
    expect(row).toContain(",2026-11-09,2027-01-01,53,");
  });

  test("holds no formula, whoever wrote the text", async () => {
    const rows = await table("formula", "en");
    expect(rows.join("\n")).toContain(",'=HYPERLINK(1),");
    const quoted = await table(ID, "en");
    expect(quoted.join("\n")).toContain(",organiser,'@Official gazette,");
  });
});

describe("as a picture", () => {
  test.each(LANGUAGES)("is a file to keep, in %s", async (lang) => {
    const path = pathOf(LEDGER_CHART, { id: ID, lang });
    const answer = await ask(path);
    expect(answer.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toBe(
      `attachment; filename="${ID}-ledger-2027-06-09.svg"`,
    );
    const svg = await answer.text();
    expect(svg).toContain(KAZAKHSTAN.title[lang as "en"]);
    expect(svg).toContain(`${ORIGIN}/c/${ID}/ledger`);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
    const png = await ask(pathOf(LEDGER_PNG, { id: ID, lang }));
    const size = sizeOf(new Uint8Array(await png.arrayBuffer()));
    expect(size).toEqual([2 * Number(width), 2 * Number(height)]);
  });

  test("is of what is chosen; of nothing, and before the first release, there is none", async () => {
    const svg = await page(`${at(LEDGER_CHART)}&addressee=W`);
    expect(svg).toContain(">W1 212<");
    expect(svg).not.toContain("K5");
    for (const path of [at(LEDGER_CHART, "later"), `${at(LEDGER_CHART)}&status=done`]) {
      expect((await ask(path)).status).toBe(404);
    }
  });
});

describe("within other sites' pages", () => {
  test("is a frame, and offered on the page that says how", async () => {
    const answer = await ask(at(LEDGER_EMBED));
    expect(answer.headers.get("Content-Security-Policy")).toContain("frame-ancestors *");
    const share = await page(at(SHARE));
    expect(share).toContain(`src=&quot;${ORIGIN}/c/${ID}/ledger/embed?lang=en&quot;`);
    for (const path of [LEDGER, LETTER, BRIEFING, LEDGER_CHART]) {
      const policy = (await ask(at(path))).headers.get("Content-Security-Policy");
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  test("is refused where taking part is dangerous, and offered nowhere", async () => {
    const answer = await ask(at(LEDGER_EMBED, "at-risk"), { Accept: "application/problem+json" });
    expect(await problemOf(answer)).toEqual({ status: 403, title: "embed-at-risk" });
    expect(await page(at(SHARE, "at-risk"))).not.toContain("ledger/embed");
  });
});

describe("pages", () => {
  test.each([LETTER, BRIEFING])("%s is for addressees of the consultation alone", async (path) => {
    expect((await ask(at(path))).status).toBe(200);
    for (const addressee of ["X", "k", "__proto__", "constructor", "W1"]) {
      expect((await ask(at(path, ID, addressee))).status).toBe(404);
    }
    expect((await ask(at(path, "nowhere"))).status).toBe(404);
    expect((await ask(at(path, "later"))).status).toBe(200);
  });

  test("of people at risk stay on no device, under a title that says nothing", async () => {
    for (const path of [LEDGER, LETTER, BRIEFING]) {
      const quiet = await ask(at(path, "at-risk"));
      expect(quiet.headers.get("Cache-Control")).toBe("no-store");
      expect(quiet.headers.has("ETag")).toBe(false);
      const [head] = (await quiet.text()).split("</head>");
      expect(head).toContain(`<title>${CATALOGUES.en.rate.page.title}</title>`);
      expect(head).not.toContain("Kazakhstan");
    }
  });

  test("are linked from the results and from the list of consultations", async () => {
    const link = `/c/${ID}/ledger?lang=en`;
    expect(await page(at(RESULTS))).toContain(link);
    expect(await page("/?lang=en")).toContain(link);
    expect(await page("/?lang=en")).not.toContain("/c/later/ledger");
  });

  test("have no script but that of the frame, and need none", async () => {
    for (const path of [LEDGER, LETTER, BRIEFING]) {
      expect(await page(at(path))).not.toContain("<script");
    }
  });

  test("are kept all day, and made anew by a day, an answer, a release's day or a choice", async () => {
    const first = await ask(at(LEDGER));
    const again = { "If-None-Match": first.headers.get("ETag")! };
    clock.now = new Date("2027-06-09T18:59:59.999Z");
    expect((await ask(at(LEDGER), again)).status).toBe(304);
    expect((await ask(`${at(LEDGER)}&by=expert`, again)).status).toBe(200);
    // Midnight in Almaty.
    clock.now = new Date("2027-06-09T19:00:00Z");
    const next = await ask(at(LEDGER), again);
    expect(next.status).toBe(200);
    expect(wordsOf(await next.text())).toContain("213 days");
    const number = 3;
    await record(ID, answered(number, "K5", "2027-06-09", { addressee: "K" }));
    clock.now = new Date("2027-06-09T19:00:02Z");
    const after = await ask(at(LEDGER), { "If-None-Match": next.headers.get("ETag")! });
    expect(after.status).toBe(200);
    expect(wordsOf(await after.text())).toContain("Answered on 9 June 2027, after 212 days");
    // The same as one that was made that very moment, in a process that has nothing in memory.
    for (const path of [LEDGER, LETTER, BRIEFING]) {
      const fresh = createApp(world);
      expect(await page(at(path))).toBe(await (await fresh.request(ORIGIN + at(path))).text());
    }
  });
});
