import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import type { Release } from "../../domain/release/schema.ts";
import { servicesBeside } from "../support/beside.ts";
import { firefoxPath, NO_FIREFOX, openFirefox } from "../support/firefox.ts";
import { CATALOGUES, LANGUAGE_NAMES } from "../support/languages.ts";
import { IN_ARABIC } from "../support/other-scripts.ts";
import { runCommand, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { publish } from "./console-releases.ts";
import { WIDEST } from "./device-fonts.ts";
import { watchFaults } from "./examine.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";
import { offTheScale } from "./marks-on-scale.ts";
import { addTo } from "./more-consultations.ts";
import { useReceipt } from "./respondent-ways.ts";
import { newVisitor, RATE_PAGE, type Site, stored } from "./visitor.ts";

/* The main ways of respondents and readers in Firefox: every state of every page is looked at in Chromium. */

const path = await firefoxPath();
if (path === undefined) console.warn(NO_FIREFOX);

const site = {} as Site;
const RESULTS = `${RATE_PAGE}/results`;

/** A Firefox for the tests of a group. */
const useFirefox = (asked: { script: boolean; dark: boolean }) => {
  beforeAll(async () => {
    site.browser = await openFirefox({ path: path!, ...asked });
  });
  afterAll(async () => {
    const { execSync } = await import("node:child_process");
    console.warn(execSync("ps -eo pid,ppid,cputimes,nlwp,args | grep firefox-esr | cut -c1-150").toString(), process.cpuUsage());
    const t=performance.now();
    await site.browser?.close();
    console.warn("close", performance.now()-t);
  });
};

const release = async () =>
  (await (
    await fetch(`${site.server.url}${apiPath(API.results, KAZAKHSTAN.id)}`)
  ).json()) as Release;

describe.skipIf(path === undefined)("in Firefox", () => {
  beforeAll(async () => {
    site.server = await startServer({ database: inject("databaseEndpoint") });
    await publish(await servicesBeside(site.server), KAZAKHSTAN);
    await addTo(site.server, IN_ARABIC);
  });
  afterAll(() => site.server?.stop());

  describe("with JavaScript", () => {
    useFirefox({ script: true, dark: false });

    test("a respondent keeps a draft, changes the language, sends without a network, changes it", async () => {
      const visitor = await newVisitor(site, { language: "ru", width: 360 });
      const { page, text } = visitor;
      const faults = await watchFaults(page, site.server.url);
      await visitor.go(RATE_PAGE);
      await visitor.choice("W2", 4).check();
      await page.getByRole("checkbox", { name: text.rate.answers.draftKeep }).check();
      await visitor.choice("K14", 1).check();
      await visitor.first("K14").check();
      await visitor.go(RATE_PAGE);
      await page.getByText(text.rate.answers.draftBack).waitFor();
      const entered = await visitor.entered();
      for (const language of ["kk", "ru"] as const) {
        await visitor.button(LANGUAGE_NAMES[language]).click();
        await page.locator(`html[lang=${language}]`).waitFor();
        expect(await visitor.entered()).toEqual(entered);
      }
      await visitor.check();
      await visitor.arrived(text.rate.form.reviewHeading);
      expect.soft(await misfits(page, [WIDEST])).toEqual([]);
      await page.context().setOffline(true);
      await visitor.send();
      await visitor.button(text.rate.form.tryNow).waitFor();
      await page.context().setOffline(false);
      const receipt = await visitor.savedReceipt();
      expect(await stored(site, receipt)).toMatchObject({
        revision: 1,
        ratings: { W2: 4, K14: 1 },
        first: ["K14"],
      });
      expect.soft(await misfits(page, [WIDEST])).toEqual([]);

      await useReceipt(visitor, receipt, "open");
      expect(await visitor.choice("W2", 4).isChecked()).toBe(true);
      await visitor.choice("W2", 5).check();
      await visitor.send();
      expect(await visitor.savedReceipt()).toBe(receipt);
      expect(await stored(site, receipt)).toMatchObject({
        revision: 2,
        ratings: { W2: 5, K14: 1 },
      });
      expect(await faults()).toEqual([]);
    });

    test("an expert comes by a link with the code behind the address", async () => {
      const { output } = await runCommand(site.server.folder, "invite", [KAZAKHSTAN.id, "1"]);
      const visitor = await newVisitor(site);
      await visitor.go(RATE_PAGE, `#invitation=${output.trim()}`);
      expect(visitor.page.url()).not.toContain("#");
      await visitor.choice("K3", 2).check();
      await visitor.send();
      const { panel } = await stored(site, await visitor.savedReceipt());
      expect(panel).toBe("expert");
    });

    test("the results are drawn where their means say, shown within another page, and printed", async () => {
      const { page, go, text } = await newVisitor(site, { language: "ru", width: 360 });
      const faults = await watchFaults(page, site.server.url);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await go(RESULTS);
        expect.soft(await misfits(page, [WIDEST]), `${width}`).toEqual([]);
        expect.soft(await offTheScale(page, await release()), `${width}`).toEqual([]);
      }
      expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
      expect(await faults()).toEqual([]);
      const other = createServer((_, answer) => {
        answer.setHeader("Content-Type", "text/html");
        answer.end(`<iframe src="${site.server.url}${RESULTS}/embed?lang=ru"></iframe>`);
      }).listen(0, "localhost");
      onTestFinished(() => void other.close());
      await once(other, "listening");
      await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
      const embedded = page.frameLocator("iframe");
      await embedded.getByRole("heading", { name: KAZAKHSTAN.title.ru }).waitFor();
      await embedded.getByRole("link", { name: text.results.embed.whole }).waitFor();
    });

    test.each(["en", "ru", "kk", "ar"])("nothing is cut off at 360 px in %s", async (language) => {
      const id = language === "ar" ? IN_ARABIC.id : KAZAKHSTAN.id;
      const { page, go } = await newVisitor(site, { language: language as "en", width: 360 });
      for (const part of ["", "/about", "/paper", "/receipt", "/results"]) {
        await go(`/c/${id}${part}`);
        expect.soft(await misfits(page, [WIDEST]), part).toEqual([]);
        await keepPicture(page, `firefox-${language}${part.replace("/", "-")}`);
      }
      await go("/");
      expect.soft(await misfits(page, [WIDEST]), "home").toEqual([]);
    });
  });

  describe("without JavaScript, in the dark", () => {
    useFirefox({ script: false, dark: true });

    test("a respondent changes the language, sends, reads it back, changes it; a reader sees the results", async () => {
      const visitor = await newVisitor(site, { language: "en", width: 360 });
      const { page, button } = visitor;
      const { form, saved } = CATALOGUES.kk.rate;
      // Nobody waits there for a button to stand still.
      const press = (name: string) => button(name).click({ force: true });
      await visitor.go(RATE_PAGE);
      await visitor.choice("W2", 4).check({ force: true });
      await visitor.first("K14").check({ force: true });
      await press(LANGUAGE_NAMES.kk);
      await button(form.review).waitFor();
      expect(await visitor.choice("W2", 4).isChecked()).toBe(true);
      await press(form.review);
      await visitor.arrived(form.reviewHeading);
      await press(form.send);
      await visitor.arrived(saved.heading);
    });
  });
});
