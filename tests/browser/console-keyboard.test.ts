import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { browserCookie } from "../support/signed-in.ts";
import type { Place } from "./console-state.ts";
import { CONSOLE_STATES } from "./console-states.ts";
import { useConsole } from "./console-world.ts";
import { amissOn, walk } from "./keyboard.ts";

/* The console with Tab alone: every control is reached, and whoever looks sees where they are. */

const WALKED = [
  "export: proposed by somebody else",
  "export: ready",
  "life: closing proposed by somebody else",
  "life: open, a correction without its notes",
  "channels: two",
  "team: two links that nobody has used",
  "edit: dates that cannot be, and translations that may no longer fit",
];
const states = CONSOLE_STATES.filter(({ name }) => WALKED.includes(name));
const places = new Map<string, Place>();
const site = useConsole(async (world) => {
  for (const { name, put } of states) {
    places.set(name, await put(world, `walked-${places.size}`));
  }
});

test("all of these are there", () => expect(states).toHaveLength(WALKED.length));

/** Notes where the focus has been; the controls without such a note were passed by. */
const noteFocus = () =>
  addEventListener("focusin", ({ target }) => ((target as HTMLElement).dataset["reached"] = ""));
const passedBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = "a[href], button, summary, input:not([type=hidden]), select, textarea";
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter(
        (one) =>
          one.checkVisibility() && !one.matches(".visually-hidden") && !("reached" in one.dataset),
      )
      .map((one) => `${one.tagName} ${one.getAttribute("name")} ${one.textContent?.trim()}`);
  });

const cases = states.map((state, index) => ({ ...state, width: index % 2 === 0 ? 320 : 1280 }));

test.each(cases)("$name, at $width px", async ({ name, width }) => {
  const { path, who } = places.get(name)!;
  const context = await site.browser.newContext({
    baseURL: site.url,
    viewport: { width, height: 600 },
    // Without gliding: where the focus is is asked at once.
    reducedMotion: "reduce",
  });
  onTestFinished(() => context.close());
  await context.addCookies([browserCookie(who!, site.url)]);
  const page = await context.newPage();
  await page.goto(`${path}?lang=kk`);
  await page.evaluate(noteFocus);
  await page.locator("body").focus();
  const there = await walk(page, "Tab");
  expect.soft(await passedBy(page)).toEqual([]);
  const back = await walk(page, "Shift+Tab");
  expect(there.length).toBeGreaterThanOrEqual(12);
  for (const way of [there, back]) {
    expect.soft(amissOn(way)).toEqual({ unseen: [], behind: [], outOfView: [] });
  }
});
