import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import { PANELS } from "../../domain/ballot/ballot.ts";
import { LANGUAGES, type Language } from "../support/languages.ts";
import type { Release } from "../../domain/release/schema.ts";
import { runCommand } from "../support/server.ts";
import { hiddenMark } from "../../web/results/facts/hidden.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import {
  MODES,
  newVisitor,
  RATE_PAGE,
  stored,
  typeInvitation,
  useSite,
  type Visitor,
} from "./visitor.ts";

/*
 * One rating from the page to the CSV. The steps follow one another on one server: answers are
 * given by hand in both ways while simulated ones make a release possible, then it is read.
 */
const site = useSite();
const journeys = MODES.map((one) => ({ ...one, language: one.script ? "ru" : "kk" }) as const);

/** Made-up ballots on their way, meanwhile. */
let simulation: ReturnType<typeof runCommand>;
beforeAll(() => {
  const words = ["--ballots", "60", "--experts", "15", "--seed", "1"];
  simulation = runCommand(site.server.folder, "simulate", words);
});

async function answer(visitor: Visitor): Promise<void> {
  await visitor.choice("W2", 4).check();
  await visitor.choice("K14", 1).check();
  await visitor.choice("K3", "no-opinion").check();
  await visitor.first("K14").check();
}

const GIVEN = { revision: 1, ratings: { W2: 4, K14: 1, K3: "no-opinion" }, first: ["K14"] };

describe.each(journeys)("$mode", ({ script, language }) => {
  test("a respondent rates, sends, and holds the receipt of exactly these answers", async () => {
    const visitor = await newVisitor(site, { language, script });
    await visitor.go(RATE_PAGE);
    await answer(visitor);
    await visitor.send();
    const receipt = await visitor.savedReceipt();
    expect(await visitor.page.getByText(visitor.text.rate.saved.savedPublic).count()).toBe(1);
    expect(await stored(site, receipt)).toMatchObject({ ...GIVEN, language, panel: "public" });
  });

  test("an expert with an invitation does the same and counts with the experts", async () => {
    const { output } = await runCommand(site.server.folder, "invite", [KAZAKHSTAN.id, "1"]);
    const code = output.trim();
    const visitor = await newVisitor(site, { language, script });
    if (script) {
      await visitor.go(RATE_PAGE, `#invitation=${code}`);
      expect(visitor.page.url()).not.toContain("#");
      const field = visitor.page.getByLabel(visitor.text.rate.form.invitation, { exact: true });
      expect(await field.inputValue()).toBe(code);
      const { asExpert } = visitor.text.rate.answers;
      expect(await visitor.page.getByText(asExpert).isVisible()).toBe(true);
    } else {
      await visitor.go(RATE_PAGE);
      await typeInvitation(visitor, code);
    }
    await answer(visitor);
    await visitor.send();
    const receipt = await visitor.savedReceipt();
    expect(await visitor.page.getByText(visitor.text.rate.saved.savedExpert).count()).toBe(1);
    expect(await stored(site, receipt)).toMatchObject({ ...GIVEN, language, panel: "expert" });
  });
});

/** The newest release as the API gives it; none before the first. */
async function newestRelease(): Promise<Release | undefined> {
  const answer = await fetch(`${site.server.url}${apiPath(API.results, KAZAKHSTAN.id)}`);
  return answer.ok ? ((await answer.json()) as Release) : undefined;
}

test("a release of both panels appears, and a recount finds every ballot in the tally", async () => {
  const { code, output } = await simulation;
  expect([code, output]).toEqual([0, expect.stringContaining("Saved 75 of 75")]);
  // A panel that just missed the first release has to wait a minute for the second. All experts, who are sent last: no newer
  // one comes while the tests below read it.
  const bothPanels = async () => {
    const ballots = (await newestRelease())?.ballots;
    return typeof ballots?.public === "number" && ballots.expert === 17;
  };
  await expect.poll(bothPanels, { interval: 500 }).toBe(true);
  expect((await newestRelease())?.simulated).toBe(true);

  // Two by hand in each panel, one for each way.
  const recount = await runCommand(site.server.folder, "recount", [KAZAKHSTAN.id]);
  expect(recount.output).toContain("public: 62 ballots, tally 62");
  expect(recount.output).toContain("expert: 17 ballots, tally 17");
  expect(recount.code).toBe(0);
});

/** As the language writes it; fewer than a hundred ratings have one decimal. */
const written = (language: Language, mean: number): string =>
  language === "en" ? mean.toFixed(1) : mean.toFixed(1).replace(".", ",");

describe.each(journeys)("the results $mode", ({ script }) => {
  test.each(LANGUAGES)("show the means of both panels in %s, and say: simulated", async (lang) => {
    const { page, text, go } = await newVisitor(site, { language: lang, script });
    await go(`${RATE_PAGE}/results`);
    const release = await newestRelease();
    await page.getByText(text.results.simulated).waitFor();
    await page.locator(".analysts > summary").click();
    const rows = await page
      .getByRole("table")
      .getByRole("row")
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent?.trim())),
      );
    for (const { code, panels } of release!.recommendations) {
      const title = KAZAKHSTAN.recommendations.find((one) => one.code === code)!.title[lang];
      const own = await fetch(`${site.server.url}/c/${KAZAKHSTAN.id}/r/${code}?lang=${lang}`);
      const chart = /<svg class="chart"[^>]*aria-label="([^"]*)".*?<\/svg>/s.exec(
        await own.text(),
      )!;
      const start = rows.findIndex(([first]) => first === `${code} ${title}`);
      expect(start).toBeGreaterThan(0);
      for (const [index, panel] of PANELS.entries()) {
        const { mean } = panels[panel];
        const cells = rows[start + index]!.slice(index === 0 ? 1 : 0);
        const shown =
          mean === null ? hiddenMark(panels[panel].hidden["mean"]) : written(lang, mean);
        expect([cells[0], cells[2]]).toEqual([text.common.panels[panel], shown]);
        if (mean === null) continue;
        for (const said of chart) expect(said).toContain(shown);
      }
    }
  });

  test("lead to a CSV that holds the same figures", async () => {
    const { page, text, go } = await newVisitor(site, { language: "kk", script });
    await go(`${RATE_PAGE}/results`);
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: text.results.downloads.csv }).click();
    const release = (await newestRelease())!;
    const file = await readFile(await (await coming).path(), "utf8");
    const [header = "", ...lines] = file.trimEnd().split("\r\n");
    const names = header.split(",");
    const table = lines
      .map((line) => {
        // The wording comes behind all figures, so no comma of a text is before one.
        const cells = line.split(",");
        return Object.fromEntries(names.map((name, index) => [name, cells[index]]));
      })
      .filter(({ group }) => group === "all");
    expect(table).toHaveLength(2 * KAZAKHSTAN.recommendations.length);
    const written = (value: number | null | undefined) => String(value ?? "");
    for (const { code, panels } of release.recommendations) {
      for (const panel of PANELS) {
        const figures = panels[panel];
        const row = table.find((one) => one["code"] === code && one["panel"] === panel);
        expect(row).toMatchObject({
          release: String(release.release),
          simulated: "true",
          ballots: written(release.ballots[panel]),
          rated: written(figures.rated),
          mean: written(figures.mean),
          interval_low: written(figures.interval?.[0]),
          interval_high: written(figures.interval?.[1]),
          rank: written(figures.rank),
          ...Object.fromEntries(figures.counts.map((n, i) => [`count_${i + 1}`, written(n)])),
        });
      }
    }
  });
});
