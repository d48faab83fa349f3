import type { Locator, Page } from "playwright-core";
import { tabTo } from "./keyboard.ts";

/** How somebody works a page. */
export interface Hands {
  press(at: Locator): Promise<void>;
  write(at: Locator, text: string): Promise<void>;
  choose(at: Locator, value: string): Promise<void>;
  tick(at: Locator): Promise<void>;
}

export const POINTER: Hands = {
  press: (at) => at.click(),
  write: (at, text) => at.fill(text),
  choose: async (at, value) => {
    await at.selectOption(value);
  },
  tick: (at) => at.check(),
};

/**
 * A double click. Without a script both at one moment: the second is not for the page that has come meanwhile.
 */
export const doubleClick = (at: Locator, script: boolean): Promise<void> =>
  script
    ? at.dblclick()
    : at.evaluate((one: HTMLElement) => {
        one.click();
        one.click();
      });

/** Nothing but the keyboard. */
export function keyboardOf(page: Page): Hands {
  const key = (name: string) => page.keyboard.press(name);
  return {
    async press(at) {
      await tabTo(page, at);
      // It has the focus; other than the key alone, this waits until a page has come that it leads to.
      await at.press("Enter");
    },
    async write(at, text) {
      await tabTo(page, at);
      if ((await at.getAttribute("type")) === "date") {
        // Field by field, in the order of the browser's own language.
        const [year = "", month = "", day = ""] = text.split("-");
        return page.keyboard.type(month + day + year);
      }
      await key("Control+A");
      await page.keyboard.insertText(text);
    },
    async choose(at, value) {
      await tabTo(page, at);
      const values = await at
        .locator("option")
        .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
      await key("Home");
      for (let step = values.indexOf(value); step > 0; step--) await key("ArrowDown");
    },
    async tick(at) {
      const name = await at.getAttribute("name");
      if ((await at.getAttribute("type")) !== "radio") {
        await tabTo(page, at);
        return key("Space");
      }
      await tabTo(page, page.locator(`input[name="${name}"]:checked`));
      const others = page.locator(`input[name="${name}"]`);
      for (let step = await others.count(); step > 0 && !(await at.isChecked()); step--) {
        await key("ArrowDown");
      }
    },
  };
}
