import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { COMPARE_COLUMNS } from "../../../domain/release/compare-table.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { problemOf } from "../../support/client.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { register } from "../../browser/console-releases.ts";
import { wordsOf } from "../../web/results/made.ts";
import { ALONE, EMPTY, LATER, publishCompared, releaseOf } from "./compare-world.ts";

let app: App;
let world: Services;
const { compare, problems, council } = CATALOGUES.en;
const page = (id: string, query: string) => app.request(`/c/${id}/compare?lang=en&${query}`);
const table = (id: string, query: string) =>
  app.request(`/api/consultations/${id}/compare.csv?lang=en&${query}`);
const rowsOf = async (answer: Response) => {
  expect(answer.status).toBe(200);
  return parse<Record<string, string>>(await answer.text(), { columns: true });
};

beforeAll(async () => {
  world = await freshWorld();
  for (const one of [LATER, ALONE, EMPTY]) await addConsultation(world.db, one);
  await publishCompared(world);
  app = createApp(world);
});

describe("two releases of a consultation", () => {
  test("stand side by side with their published figures, and no difference is called one", async () => {
    const html = await (await page(KAZAKHSTAN.id, "from=2&to=3")).text();
    expect(html).toContain(compare.samePeople);
    expect(html).not.toContain("joined-differs");
    for (const words of [council.waves.higher, council.waves.lower, council.waves.alike]) {
      expect(html).not.toContain(words);
    }
    for (const { code } of KAZAKHSTAN.recommendations) {
      expect(html).toContain(`href="/c/${KAZAKHSTAN.id}/r/${code}?lang=en"`);
    }
    const then = releaseOf(KAZAKHSTAN, 2).ballots.public!;
    const now = releaseOf(KAZAKHSTAN, 3).ballots.public!;
    expect(wordsOf(html)).toContain(compare.ballots.more.replace("{count}", String(now - then)));
  });

  test("are a table of fixed columns, of which each figure is that of its release", async () => {
    const answer = await table(KAZAKHSTAN.id, "from=1&to=3");
    expect(answer.headers.get("Content-Disposition")).toContain(
      `${KAZAKHSTAN.id}-1-beside-${KAZAKHSTAN.id}-3.csv`,
    );
    const rows = await rowsOf(answer);
    expect(Object.keys(rows[0]!)).toEqual([...COMPARE_COLUMNS]);
    expect(rows).toHaveLength(2 * KAZAKHSTAN.recommendations.length);
    const [before, after] = [releaseOf(KAZAKHSTAN, 1), releaseOf(KAZAKHSTAN, 3)];
    for (const row of rows) {
      const panel = row["panel"] as "public" | "expert";
      const of = (release: typeof before) =>
        release.recommendations.find(({ code }) => code === row["code"])!.panels[panel];
      const cell = (value: number | null) => (value === null ? "" : String(value));
      expect(row["mean_then"]).toBe(cell(of(before).mean));
      expect(row["mean_now"]).toBe(cell(of(after).mean));
      expect(row["rank_to_now"]).toBe(cell(of(after).rankRange?.[1] ?? null));
      expect(row["not_compared"]).toBe("same-people");
      for (const name of ["difference", "delta", "differs", "size"]) expect(row[name]).toBe("");
      // What is hidden is named by the columns that it leaves empty, and by no other.
      for (const end of ["then", "now"]) {
        const named = row[`hidden_${end}`]!.split(" ").filter(Boolean);
        const columns = named.map((one) => `${one.split("=")[0]}_${end}`);
        const empty = Object.keys(row).filter(
          (name) => name.endsWith(`_${end}`) && !name.startsWith("hidden") && row[name] === "",
        );
        expect(columns.toSorted()).toEqual(empty.toSorted());
      }
      expect(row["hidden_then"]!.includes("mean=")).toBe(panel === "expert");
    }
  });

  test("come in the order of their numbers, and usually are the first and the newest", async () => {
    const asked = async (query: string) => {
      const [row] = await rowsOf(await table(KAZAKHSTAN.id, query));
      return [row!["release_then"], row!["release_now"]];
    };
    expect(await asked("from=3&to=2")).toEqual(["2", "3"]);
    expect(await asked("")).toEqual(["1", "3"]);
    expect(await asked("from=&to=&with=")).toEqual(["1", "3"]);
    expect(await asked("from=3")).toEqual(["1", "3"]);
    expect(await asked("to=1")).toEqual(["1", "3"]);
    expect(await asked("to=2")).toEqual(["1", "2"]);
  });
});

describe("two waves", () => {
  test("are compared as the methods say, from either of them", async () => {
    for (const [id, other] of [
      [KAZAKHSTAN.id, LATER.id],
      [LATER.id, KAZAKHSTAN.id],
    ] as const) {
      const html = await (await page(id, `with=${other}`)).text();
      const panel = CATALOGUES.en.common.panels.public;
      expect(html).toContain(compare.higher.replace("{panel}", panel));
      expect(html).toContain("joined-differs");
      expect(html).toContain(council.waves.because["wording-changed"]);
      expect(html).not.toContain(compare.samePeople);
      const rows = await rowsOf(await table(id, `with=${other}`));
      expect(rows[0]).toMatchObject({
        kind: "waves",
        consultation_then: KAZAKHSTAN.id,
        consultation_now: LATER.id,
      });
      const differing = rows.filter((row) => row["differs"] === "true");
      expect(differing.length).toBeGreaterThan(3);
      // A number below 0 stays one: no apostrophe before it.
      for (const row of differing) {
        expect(Number(row["difference"])).toBeGreaterThan(0);
        expect(Number.isFinite(Number(row["difference_low"]))).toBe(true);
      }
      const changed = rows.filter((row) => row["not_compared"] === "wording-changed");
      expect(changed.map((row) => row["code"])).toEqual(["W4", "W4"]);
    }
  });
});

describe("what cannot be compared", () => {
  test.each([
    ["from=2&to=2", 400, "compare-same"],
    ["from=1&to=9", 404, "compare-unknown"],
    ["from=0&to=2", 404, "compare-unknown"],
    ["from=1e0&to=2", 404, "compare-unknown"],
    ["from=-1", 404, "compare-unknown"],
    ["from=1&with=later", 400, "compare-unclear"],
    ["with=alone", 404, "compare-unknown"],
    ["with=kazakhstan-2019", 404, "compare-unknown"],
    ["with=../../x", 404, "compare-unknown"],
  ] as const)("%s is refused, with the form to choose anew", async (query, status, title) => {
    expect(await problemOf(await table(KAZAKHSTAN.id, query))).toEqual({ status, title });
    const answer = await page(KAZAKHSTAN.id, query);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toContain(problems[title]);
    expect(html).toContain('name="from"');
  });

  test("is said in words where there is nothing yet", async () => {
    expect(await (await page(EMPTY.id, "")).text()).toContain(compare.none.wave);
    expect(await (await page(ALONE.id, `with=${EMPTY.id}`)).text()).toContain(compare.none.wave);
    const lonely = { ...ALONE, id: "lonely" };
    const other = await freshWorld(lonely);
    const fresh = createApp(other);
    const words = async () => (await fresh.request("/c/lonely/compare?lang=en")).text();
    expect(await words()).toContain(compare.none.zero);
    await register(other, releaseOf(lonely, 1), 1);
    const second = createApp(other);
    const answer = await second.request("/c/lonely/compare?lang=en");
    expect(await answer.text()).toContain(compare.none.one);
    const file = await second.request("/api/consultations/lonely/compare.csv");
    expect(await problemOf(file)).toEqual({ status: 404, title: "release-unknown" });
  });
});

test("the page and the table are made once, and answered by their tag", async () => {
  for (const ask of [page, table]) {
    const first = await ask(KAZAKHSTAN.id, "from=1&to=2");
    const tag = first.headers.get("ETag")!;
    const url = ask === page ? "/c/" : "/api/consultations/";
    const end = ask === page ? "compare" : "compare.csv";
    const again = await app.request(`${url}${KAZAKHSTAN.id}/${end}?lang=en&from=1&to=2`, {
      headers: { "If-None-Match": tag },
    });
    expect(again.status).toBe(304);
    expect((await ask(KAZAKHSTAN.id, "from=1&to=3")).headers.get("ETag")).not.toBe(tag);
  }
});

test("results, and the page of a recommendation, lead there", async () => {
  const results = await (await app.request(`/c/${KAZAKHSTAN.id}/results?lang=en`)).text();
  expect(results).toContain(`href="/c/${KAZAKHSTAN.id}/compare?lang=en"`);
  expect(results).toContain(`href="/c/${KAZAKHSTAN.id}/compare?with=later&amp;lang=en"`);
  const one = await (await app.request(`/c/${LATER.id}/r/K3?lang=en`)).text();
  expect(one).toContain(`href="/c/later/compare?with=${KAZAKHSTAN.id}&amp;lang=en"`);
});
