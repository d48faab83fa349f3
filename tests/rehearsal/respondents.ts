import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { pathOf, RATE, RESULTS } from "../../domain/paths.ts";
import type { Challenge } from "../../domain/work/challenge.ts";
import { FROM_ONE_PLACE } from "../../domain/work/limits.ts";
import { packed, solve } from "../../web/work/solve.ts";
import type { Release } from "../../domain/release/schema.ts";
import { readWorkbook } from "../../functions/draft/import/workbook.ts";
import { inboxPut } from "../../functions/store/inbox.ts";
import { listPool } from "../../functions/store/remarks.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { goodBallot, newReceipt, times } from "../support/client.ts";
import { HERE, type Installation } from "./site.ts";

/** What respondents and readers do. */
export const respondents = (at: Installation) =>
  describe("respondents", () => {
    const [first, second] = [newReceipt(), newReceipt()];

    test("find the pages, compressed", async () => {
      const { world } = at;
      const home = await world.site.request("/", { headers: { "Accept-Encoding": "gzip" } });
      expect([home.status, home.headers.get("Content-Encoding")]).toEqual([200, "gzip"]);
      const html = gunzipSync(Buffer.from(await home.arrayBuffer())).toString();
      expect(html).toMatch(/\/assets\/style-[\w-]+\.css/);
      expect((await world.get(pathOf(RATE, { id: HERE }))).status).toBe(200);
    });

    test("send ballots, read them back, change and withdraw them, and write reasons", async () => {
      const { world } = at;
      for (const receipt of [first, second, ...times(12, newReceipt)]) {
        expect((await world.put(HERE, receipt, goodBallot())).status).toBe(201);
      }
      const form = { receipt: newReceipt(), revision: "1", "rating.W1": "5", do: "send" };
      const sent = await world.site.request(`/c/${HERE}?lang=en`, {
        method: "POST",
        body: new URLSearchParams(form),
      });
      expect(sent.status).toBe(200);
      expect((await world.client.get(form.receipt)).status).toBe(200);
      expect((await world.put(HERE, second, goodBallot({ revision: 2 }))).status).toBe(200);
      expect((await world.client.withdraw(form.receipt)).ok).toBe(true);
      for (const receipt of [first, second]) {
        expect((await world.reason(HERE, receipt, `Written by ${receipt}`)).status).toBe(200);
      }
    });

    test("are asked for work where many come from one place, as the edge tells it", async () => {
      const { world } = at;
      const [here, there] = ["203.0.113.7", "203.0.114.7"];
      const put = (from: string, receipt = newReceipt(), more = {}) =>
        world.put(HERE, receipt, goodBallot(more), from);
      let receipt = newReceipt();
      let asked = await put(here, receipt);
      // From half full on it is chance.
      for (let sent = 1; asked.status === 201 && sent <= FROM_ONE_PLACE.atOnce; sent++) {
        receipt = newReceipt();
        asked = await put(here, receipt);
      }
      const { title, work } = (await asked.json()) as { title: string; work: Challenge };
      expect([asked.status, title]).toEqual([428, "work-needed"]);
      expect((await put(there)).status).toBe(201);
      expect((await put(here, receipt, { work: packed(await solve(work)) })).status).toBe(201);
    });

    test("are counted and told", async () => {
      const { account, world } = at;
      await world.fatten();
      expect(await account.run("Tally")).toMatchObject({ gaps: [], complete: true });
      await account.run("Release");
      account.clock.now += 15_000;
      const results = await world.get(apiPath(API.results, HERE));
      const release = (await results.json()) as Release;
      expect([results.status, release.release]).toEqual([200, 1]);
      const book = await world.get(apiPath(API.resultsXlsx, HERE));
      expect(readWorkbook(new Uint8Array(await book.arrayBuffer()))).toHaveLength(7);
      const pages = [
        pathOf(RESULTS, { id: HERE }),
        apiPath(API.resultsCsv, HERE),
        apiPath(API.releases, HERE),
      ];
      for (const path of pages) expect([path, (await world.get(path)).status]).toEqual([path, 200]);
    });

    test("are heard: what they wrote is mixed, also where a change was cut short, judged and withdrawn", async () => {
      const { account, world } = at;
      const { db } = world;
      await account.run("Mix");
      const [pooled] = await listPool(db, HERE);
      const remark = { ...pooled!, text: "Something else" };
      const left = inboxPut(db, HERE, undefined, { remark, day: "2026-01-01" });
      expect(await writeAll(db, [left])).toBe(true);
      await account.run("Mix");
      const judged = await world.accept(HERE);
      expect(judged.status).toBe(303);
      for (const receipt of [first, second]) {
        expect((await world.withdrawReasons(HERE, receipt)).ok).toBe(true);
      }
    });
  });
