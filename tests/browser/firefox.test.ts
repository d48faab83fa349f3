import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import type { Rating } from "../../domain/ballot/rating.ts";
import { firefoxPath, NO_FIREFOX, openFirefox } from "../support/firefox.ts";
import { CATALOGUES, LANGUAGE_NAMES } from "../support/languages.ts";
import { runCommand, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { WIDEST } from "./device-fonts.ts";
import { watchFaults } from "./examine.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";
import { offTheScale } from "./marks-on-scale.ts";
import { useReceipt } from "./respondent-ways.ts";
import { addWhatIsRead, PUBLISHED, READ, SEEN_BY_MOST } from "./to-read.ts";
import { newVisitor, RATE_PAGE, type Site, stored } from "./visitor.ts";

/* The main ways of respondents and readers in Firefox: every state of every page is looked at in Chromium. */

const path = await firefoxPath();
if (path === undefined) process.stderr.write(`${NO_FIREFOX}\n`);

const site = {} as Site;
const RESULTS = `/c/${READ.id}/results`;

/** A Firefox for the tests of a group. */
const useFirefox = (asked: { script: boolean; dark: boolean }) => {
  beforeAll(async () => {
    site.browser = await openFirefox({ path: path!, ...asked });
  });
  afterAll(() => site.browser?.close());
};

describe.skipIf(path === undefined)("in Firefox", () => {
  beforeAll(async () => {
    site.server = await startServer({ database: inject("databaseEndpoint") });
    await addWhatIsRead(site.server);
  });
  afterAll(() => site.server?.stop());

  describe("with JavaScript", () => {
    useFirefox({ script: true, dark: false });

    test("an expert comes by a link, keeps a draft, changes the language, sends without a network, changes it", async () => {
      const { output } = await runCommand(site.server.folder, "invite", [KAZAKHSTAN.id, "1"]);
      const visitor = await newVisitor(site, { language: "ru", width: 360 });
      const { page, text } = visitor;
      const faults = await watchFaults(page, site.server.url);
      await visitor.go(RATE_PAGE, `#invitation=${output.trim()}`);
      await expect.poll(() => page.url()).not.toContain("#");
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
      // Its own is white in the dark as well, and nothing answered looks like all of it.
      const bar = page.locator("progress");
      expect(await bar.evaluate((one) => getComputedStyle(one).appearance)).toBe("none");
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
        panel: "expert",
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

    test("the results are drawn where their means say, shown within another page, and printed", async () => {
      const { page, go, text } = await newVisitor(site, { language: "ru", width: 360 });
      const faults = await watchFaults(page, site.server.url);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await go(RESULTS);
        expect.soft(await misfits(page, [WIDEST]), `${width}`).toEqual([]);
        expect.soft(await offTheScale(page, PUBLISHED), `${width}`).toEqual([]);
      }
      // A4: Playwright hands inches on to where centimetres are asked for.
      const printed = await page.pdf({ width: "21in", height: "29.7in" });
      expect(printed.subarray(0, 5).toString()).toBe("%PDF-");
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

    test("nothing is cut off at 360 px on the pages that most people see", async () => {
      const { page } = await newVisitor(site, { width: 360 });
      for (const path of SEEN_BY_MOST) {
        await page.goto(path);
        expect.soft(await misfits(page, [WIDEST]), path).toEqual([]);
        await keepPicture(page, `firefox${path.replaceAll(/\W/g, "-")}`);
      }
    });
  });

  describe("without JavaScript, in the dark", () => {
    useFirefox({ script: false, dark: true });

    test("a respondent changes the language, sends, reads it back and changes it; the results are seen", async () => {
      const visitor = await newVisitor(site, { width: 360 });
      const { page, button } = visitor;
      const { form, saved, receipt: texts } = CATALOGUES.kk.rate;
      // Nothing tells there that a button stands still, which is waited for otherwise.
      const press = (name: string) => button(name).click({ force: true });
      const rated = (rating: Rating) => visitor.choice("W2", rating);
      const send = async () => {
        await press(form.review);
        await visitor.arrived(form.reviewHeading);
        await button(form.send).or(button(form.sendAgain)).click({ force: true });
        await visitor.arrived(saved.heading);
        return (await page.getByRole("code").textContent()) ?? "";
      };
      await visitor.go(RATE_PAGE);
      await rated(4).check({ force: true });
      await visitor.first("K14").check({ force: true });
      await press(LANGUAGE_NAMES.kk);
      await button(form.review).waitFor();
      expect(await rated(4).isChecked()).toBe(true);
      const receipt = await send();
      const ratings = { W2: 4 };
      expect(await stored(site, receipt)).toMatchObject({ revision: 1, ratings, first: ["K14"] });

      await page.goto(`${RATE_PAGE}/receipt?lang=kk`);
      await page.getByLabel(texts.label, { exact: true }).pressSequentially(receipt);
      await press(texts.open);
      await button(form.review).waitFor();
      expect(await rated(4).isChecked()).toBe(true);
      await rated(5).check({ force: true });
      expect(await send()).toBe(receipt);
      expect(await stored(site, receipt)).toMatchObject({ revision: 2, ratings: { W2: 5 } });

      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${RESULTS}?lang=kk`);
      expect.soft(await misfits(page, [WIDEST])).toEqual([]);
      expect.soft(await offTheScale(page, PUBLISHED)).toEqual([]);
      // One by which light letters can be read.
      const [red = 255] = await page
        .locator("html")
        .evaluate((one) => getComputedStyle(one).backgroundColor.match(/\d+/g)!.map(Number));
      expect(red).toBeLessThan(50);
    });
  });
});
