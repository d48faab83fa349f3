import { expect, onTestFinished, test } from "vitest";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { outcomeOf } from "../../functions/store/pool-change.ts";
import { write, wrote } from "../functions/moderation/moderating.ts";
import { browserCookie } from "../support/signed-in.ts";
import { useConsole } from "./console-world.ts";

/* The queue of texts: judged by keys alone, and without a script. */

const TEXTS = ["One", "Two", "Three"];
const site = useConsole(async (world) => {
  for (const id of ["by-keys", "plainly"]) {
    await world.add({ id }, { bolat: "moderator" });
    await write(
      world.services,
      TEXTS.map((text) => wrote(text, { code: "K1" })),
      id,
    );
  }
});

async function queueOf(id: string, javaScriptEnabled: boolean) {
  const context = await site.browser.newContext({ baseURL: site.url, javaScriptEnabled });
  onTestFinished(() => context.close());
  await context.addCookies([browserCookie(site.bolat, site.url)]);
  const page = await context.newPage();
  await page.goto(organisePath(ORGANISE.moderation, { id, lang: "en" }));
  return page;
}
const outcome = (id: string, text: string) =>
  outcomeOf(site.services.db, id, wrote(text, { code: "K1" }));

test("by keys alone: accept, refuse, leave, undo, save; off in fields and where it is switched off", async () => {
  const page = await queueOf("by-keys", true);
  await page.waitForSelector("html[data-ready]");
  const [first, second, third] = (await page.locator(".judged .written").allTextContents()) as [
    string,
    string,
    string,
  ];
  const chosen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>(".verdicts input:checked")].map(
        ({ value }) => value,
      ),
    );
  const at = () => page.evaluate(() => document.activeElement?.id);
  const progress = page.getByRole("status");

  await page.keyboard.press("n");
  expect(await at()).toBe("text-0");
  await page.keyboard.press("a");
  expect([await chosen(), await at()]).toEqual([["accept", "", ""], "text-1"]);
  // As on a Kazakh keyboard, where the key is called otherwise.
  await page.evaluate(() =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent("keydown", { key: "ф", code: "KeyA", bubbles: true }),
    ),
  );
  expect(await chosen()).toEqual(["accept", "accept", ""]);
  await page.keyboard.press("u");
  expect([await chosen(), await at()]).toEqual([["accept", "", ""], "text-1"]);
  await page.keyboard.press("3");
  await page.keyboard.press("p");
  expect([await chosen(), await at()]).toEqual([["accept", "insult", ""], "text-1"]);
  expect(await progress.last().textContent()).toContain("2 of 3");

  // Where something is typed or chosen, a letter is a letter; with another key held, it is the browser's.
  await page.locator("#code").focus();
  await page.keyboard.press("a");
  await page.locator("#text-2").focus();
  await page.keyboard.press("Control+1");
  expect(await chosen()).toEqual(["accept", "insult", ""]);
  await page.getByLabel("Use single keys").uncheck();
  await page.locator("#text-2").focus();
  await page.keyboard.press("a");
  expect(await chosen()).toEqual(["accept", "insult", ""]);
  // The switch is remembered.
  await page.getByLabel("Use single keys").check();

  await page.locator("#text-1").focus();
  await page.keyboard.press("s");
  await page.getByText("Your decisions were saved").waitFor();
  expect(await outcome("by-keys", first)).toEqual({ state: "accepted" });
  expect(await outcome("by-keys", second)).toEqual({ state: "refused", refusal: "insult" });
  expect(await outcome("by-keys", third)).toEqual({ state: "waiting" });
  await expect.poll(() => page.locator(".judged .written").allTextContents()).toEqual([third]);
});

test("what was chosen and not saved is not lost without a question", async () => {
  const page = await queueOf("by-keys", true);
  await page.waitForSelector("html[data-ready]");
  await page.keyboard.press("a");
  const asked = page.waitForEvent("dialog");
  const left = page.goto(site.url).catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await left;
});

test("without a script: narrowed, judged, taken back; nothing is said of keys", async () => {
  const page = await queueOf("plainly", false);
  expect(await page.getByText("Use single keys").isVisible()).toBe(false);
  await page.getByLabel("About").selectOption("K1");
  await page.getByRole("button", { name: "Show" }).click();
  const card = page.locator(".judged", { hasText: "Two" });
  await card.getByLabel("Refuse: off topic").check();
  await page.locator(".judged", { hasText: "Three" }).getByLabel("Accept").check();
  await page.getByRole("button", { name: "Save these decisions" }).click();
  await page.getByText("Your decisions were saved").waitFor();
  expect(page.url()).toContain("code=K1");
  await expect.poll(() => page.locator("#texts .written").allTextContents()).toEqual(["One"]);
  expect(await outcome("plainly", "Two")).toEqual({ state: "refused", refusal: "off-topic" });
  await page.getByText("Your last 2 decisions").click();
  await page
    .locator("form.entry", { hasText: "Two" })
    .getByRole("button", { name: "Take back" })
    .click();
  await page.getByText("Your decision was taken back").waitFor();
  expect(await outcome("plainly", "Two")).toEqual({ state: "waiting" });
  expect(await outcome("plainly", "Three")).toEqual({ state: "accepted" });
});
