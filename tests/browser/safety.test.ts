import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES, LANGUAGE_NAMES } from "../support/languages.ts";
import { pageWeight } from "../bench/page-weight.ts";
import { simulated } from "../support/simulated.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { isAskedIn } from "./axe.ts";
import { unnamed, untranslated, watchFaults } from "./examine.ts";
import { misfits } from "./layout.ts";
import { answerOnce, MODES, newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

const site = useSite();

const PAGES = ["/", RATE_PAGE, `${RATE_PAGE}/receipt`, `${RATE_PAGE}/results`, "/nowhere"];
/** Those on which a release is seen. */
const PAGES_OF_A_RELEASE = PAGES.slice(0, 2).concat(`${RATE_PAGE}/results`);

/** What is wrong with the page as it stands. */
async function examine(
  { page }: { page: Parameters<typeof unnamed>[0] },
  language: "en" | "ru" | "kk",
) {
  return {
    unnamed: await unnamed(page),
    untranslated: await untranslated(page, language),
    misfits: await misfits(page),
  };
}
const FINE = { unnamed: [], untranslated: [], misfits: [] };

/** A 404 page is an answer with that status, which Chromium notes in the console. */
const expected = (fault: string) => !/status of 404/.test(fault);

const look = (paths: readonly string[]) =>
  describe.each(MODES)("$mode", ({ script }) => {
    // With the script in every language; without it in one by turns: what differs is the same in both.
    const cases = paths.flatMap((path, turn) =>
      LANGUAGES.filter((language) => script || isAskedIn(language, turn)).map((language) => ({
        path,
        language,
      })),
    );
    test.each(cases)("$path in $language", async ({ path, language }) => {
      const visitor = await newVisitor(site, { language, script, width: 360 });
      const faults = await watchFaults(visitor.page, site.server.url);
      await visitor.go(path);
      expect(await examine(visitor, language)).toEqual(FINE);
      for (const [code, name] of Object.entries(LANGUAGE_NAMES)) {
        const choice = visitor.page
          .getByRole("navigation")
          .first()
          .getByText(name, { exact: true });
        expect(await choice.getAttribute("lang")).toBe(code);
      }
      expect((await faults()).filter(expected)).toEqual([]);
    });
  });

describe("before the first release, at 360 px, there is nothing amiss on", () => look(PAGES));

describe("with results, at 360 px, there is nothing amiss on", () => {
  beforeAll(() => simulated(site.server, KAZAKHSTAN.id, { ballots: 60, experts: 15, seed: 1 }));
  look(PAGES_OF_A_RELEASE);
});

describe.each(MODES)("a whole journey $mode", ({ script }) => {
  test.each(LANGUAGES)("leaves nothing on the device and has no fault, in %s", async (language) => {
    const visitor = await newVisitor(site, { language, script, width: 360 });
    const { page, text, button, arrived } = visitor;
    const faults = await watchFaults(page, site.server.url);
    const fine = async () => expect(await examine(visitor, language)).toEqual(FINE);
    const refused = (fault: string) => !/status of (400|422)/.test(fault);

    await visitor.go(RATE_PAGE);
    await visitor.check();
    await visitor.refusal();
    await fine();
    const receipt = await answerOnce(visitor);
    await fine();
    if (script) {
      // Copying may be refused by the browser; both answers are sentences of the page.
      await button(text.rate.saved.copy).click();
      await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
      const coming = page.waitForEvent("download");
      await button(text.rate.saved.saveFile).click();
      expect((await coming).suggestedFilename()).toBe("kenes.txt");
    }
    await button(text.rate.saved.change).click();
    await button(text.rate.form.review).waitFor();
    await fine();
    await visitor.go(`${RATE_PAGE}/receipt`);
    await page.getByLabel(text.rate.receipt.label, { exact: true }).fill(receipt);
    await button(text.rate.receipt.withdraw).click();
    await arrived(text.rate.receipt.confirmTitle);
    await fine();
    await button(text.rate.receipt.confirm).click();
    await arrived(text.rate.receipt.withdrawnTitle);
    await fine();
    expect((await faults()).filter(refused)).toEqual([]);
  });
});

test.each(LANGUAGES)("a first visit of the rate page is light, in %s", async (language) => {
  const { bytes, requests, script } = await pageWeight(
    `${site.server.url}${RATE_PAGE}?lang=${language}`,
  );
  expect(bytes).toBeLessThanOrEqual(60_000);
  expect(requests).toBe(1);
  expect(script).toBeLessThanOrEqual(14_000);
  expect(script).toBeGreaterThan(0);
});
