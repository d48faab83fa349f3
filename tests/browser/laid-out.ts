import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Waits until the script has laid out what was out of sight, one card in each frame: until then a press may go down on one thing
 * and up on another, and is then none. Without the script nothing waits to be laid out.
 */
export const laidOut = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          document.documentElement.dataset["ready"] === undefined ||
          [...document.querySelectorAll(".card-body, .later")].every(
            (one) => getComputedStyle(one).getPropertyValue("content-visibility") === "visible",
          ),
      ),
    )
    .toBe(true);
