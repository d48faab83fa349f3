import { expect, onTestFinished, test } from "vitest";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { listResponses } from "../../functions/store/responses.ts";
import { listEntries } from "../../functions/store/log.ts";
import { CATALOGUES } from "../support/languages.ts";
import { browserCookie } from "../support/signed-in.ts";
import { axeFindings } from "./axe.ts";
import { useConsole } from "./console-world.ts";
import { watchFaults } from "./examine.ts";
import { formatDay } from "../../web/text.ts";
import { MODES } from "./visitor.ts";

/** A day that can be promised today. */
const PROMISED = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);

/* An organiser hands out a link, and the addressee answers for itself. */

const world = useConsole(async ({ add }) => {
  for (const { script } of MODES) await add({ id: `answers-${script}` });
});

test.each(MODES)("a link is made, used once, and its desk answers, $mode", async ({ script }) => {
  const id = `answers-${script}`;
  const { url, browser, anna } = world;
  const person = async (language: "en" | "kk", more: object = {}) => {
    const context = await browser.newContext({ baseURL: url, bypassCSP: true, ...more });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    return { page, faults: await watchFaults(page, url), text: CATALOGUES[language], context };
  };
  const organiser = await person("en", { viewport: { width: 1280, height: 900 } });
  await organiser.context.addCookies([browserCookie(anna, url)]);
  const console = organisePath(ORGANISE.responsesPage, { id, lang: "en" });
  await organiser.page.goto(console);
  await organiser.page.getByRole("button", { name: /Government of Kazakhstan/ }).click();
  const link = await organiser.page.locator(".one-time-link").innerText();
  const code = link.split("#")[1]!;

  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: script };
  const { page, text, faults } = await person("kk", phone);
  const words = text.responding;
  await page.goto(link.replace("#", "?lang=kk#"));
  if (script) {
    // The code has left the address, and so the history.
    await expect.poll(() => page.locator("#code").inputValue()).toBe(code);
    expect(page.url()).not.toContain(code);
  } else await page.locator("#code").fill(code);
  await page.getByRole("button", { name: words.desk.openButton }).click();
  await page.getByText("Қазақстан үкіметі").first().waitFor();

  await page.locator("a[href*='recommendation=K1']").click();
  await page.locator("#status").selectOption("accepted");
  await page.locator("#original").selectOption("kk");
  await page.locator("#statement-kk").fill("Келісеміз. Жоспар дайындалып жатыр.");
  await page.locator("#evidence").fill("https://gov.example/plan");
  await page.locator("#promised").fill(PROMISED);
  await page.getByRole("button", { name: words.form.send }).click();
  await page.getByText(words.desk.recorded.replace("{number}", "1")).waitFor();
  await page.waitForLoadState("domcontentloaded");
  expect(await page.getByRole("main").innerText()).toContain(formatDay("kk", PROMISED));
  expect(await listResponses(world.services.db, id)).toMatchObject([
    { by: "addressee", status: "accepted", promised: PROMISED, original: "kk" },
  ]);
  expect(await axeFindingsWhere(script, page)).toEqual([]);

  // It is left; its link opens nothing any more, for nobody.
  await page.getByRole("button", { name: words.desk.leave }).click();
  await page.getByText(words.desk.left).waitFor();
  await page.locator("#code").fill(code);
  await page.getByRole("button", { name: words.desk.openButton }).click();
  await page.waitForLoadState("domcontentloaded");
  expect(await page.getByRole("alert").innerText()).toBe(text.problems["desk-link-refused"]);

  await organiser.page.goto(`${console}&recommendation=K1`);
  const shown = await organiser.page.getByRole("main").innerText();
  expect(shown).toContain("Answered by the addressee itself: Government of Kazakhstan");
  expect(shown).toContain("gov.example/plan");
  const log = await listEntries(world.services.db, id);
  expect(log.map(({ action }) => action)).toEqual([
    "desk-link-made",
    "desk-opened",
    "desk-response-recorded",
  ]);
  expect((await organiser.faults()).filter((fault) => !fault.startsWith("cookie"))).toEqual([]);
  // The refusal of the used link is the one thing that a browser complains of.
  expect((await faults()).filter((fault) => !/^cookie|403 \(Forbidden\)/.test(fault))).toEqual([]);
});

/** axe runs as a script. */
const axeFindingsWhere = (script: boolean, page: Parameters<typeof axeFindings>[0]) =>
  script ? axeFindings(page) : [];
