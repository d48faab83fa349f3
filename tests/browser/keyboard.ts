import type { Locator, Page } from "playwright-core";

/** Where the focus is after a step, and whether somebody who looks can tell. */
export interface Focus {
  what: string;
  /** By how much it stands higher than where the focus was before, both measured at this moment. */
  rise: number;
  /** It looks different from when it does not have the focus. */
  seen: boolean;
  /** The sticky line that it lies behind, if only partly. */
  behind: string | undefined;
  /** It lies within the window, at least its first line. */
  inView: boolean;
}

/** Lines that stay where they are while the page moves. */
const STICKY = ".progress, .leave, .save-bar";

/**
 * The most steps from one end of a page to the other; more would be a trap. The longest page takes about
 * 200, a few more where the browser's fields of a date have more parts.
 */
const MOST_STEPS = 400;

/** `undefined` where it has only moved on within one field, as from the day to the month of a date. */
const focusNow = (page: Page): Promise<Focus | undefined> =>
  page.evaluate((STICKY) => {
    const one = document.activeElement as HTMLElement;
    const page = window as unknown as { before?: Element; at?: Element };
    if (page.at === one) return undefined;
    page.at = one;
    // Chromium gives a label no style of focus: what is seen is the field itself.
    const look = () => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
      const outline = outlineStyle === "none" ? "" : `${outlineStyle} ${outlineWidth}`;
      return [outline, outline && outlineColor, boxShadow].join();
    };
    const focused = look();
    one.blur();
    // The calendar button of a date does not let go by that.
    if (document.activeElement === one)
      document.querySelector("main")?.focus({ preventScroll: true });
    const seen = focused !== look();
    one.focus({ preventScroll: true });
    const box = one.getBoundingClientRect();
    const sticky = [...document.querySelectorAll<HTMLElement>(STICKY)].filter(
      (line) => line.checkVisibility() && !line.contains(one),
    );
    const behind = sticky.find((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      return box.top < bottom - 1 && box.bottom > top + 1;
    });
    const stays = one.closest(STICKY) !== null;
    // What comes into sight on the way may move everything: two places are compared in one moment.
    const rise = page.before === undefined ? 0 : page.before.getBoundingClientRect().top - box.top;
    if (!stays) page.before = one;
    return {
      what: `${one.tagName} ${one.getAttribute("name") ?? ""} ${one.textContent?.trim().slice(0, 40)}`,
      rise: stays ? 0 : rise,
      seen,
      behind: behind?.className,
      inView: box.top >= -1 && box.top + Math.min(box.height, 24) <= innerHeight + 1,
    };
  }, STICKY);

/** Presses a key until the focus has left the page's content; every place where it was. */
export async function walk(page: Page, key: "Tab" | "Shift+Tab"): Promise<Focus[]> {
  const passed: Focus[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press(key);
    if (await page.evaluate(() => document.activeElement === document.body)) return passed;
    const now = await focusNow(page);
    if (now !== undefined) passed.push(now);
  }
  throw new Error(`the focus does not come to an end: ${passed.at(-1)?.what}`);
}

/** Presses Tab, or Shift and Tab, until that has the focus. */
export async function tabTo(page: Page, wanted: Locator, key = "Tab"): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached with ${key}: ${String(wanted)}`);
}

export const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((one) => one === document.activeElement);

/** What of a walk somebody who looks would miss: where the focus was, by what was wrong there. */
export function amissOn(
  way: readonly Focus[],
): Record<"unseen" | "behind" | "outOfView", string[]> {
  const where = (wrong: (one: Focus) => boolean) => way.filter(wrong).map((one) => one.what);
  return {
    unseen: where((one) => !one.seen),
    behind: where((one) => one.behind !== undefined),
    outOfView: where((one) => !one.inView),
  };
}
