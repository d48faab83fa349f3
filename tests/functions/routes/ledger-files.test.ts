import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { LEDGER_COLUMNS } from "../../../domain/ledger/table.ts";
import { LEDGER, LEDGER_CHART, LEDGER_PNG, pathOf } from "../../../domain/paths.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { wordsOf } from "../../web/results/made.ts";
import { sizeOf } from "../picture/read-png.ts";
import { at, ID, ledgerWorld, ORIGIN } from "./ledger-world.ts";

/* The ledger as files, and that they say what the page says. */

let ledger: Awaited<ReturnType<typeof ledgerWorld>>;
beforeAll(async () => {
  ledger = await ledgerWorld();
});
const ask = (...asked: Parameters<typeof ledger.ask>) => ledger.ask(...asked);
const page = (path: string) => ledger.page(path);

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
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=3");
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
