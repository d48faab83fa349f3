import type { Page } from "playwright-core";

/**
 * Fonts that a device may have as its own, each with the letters of all three languages: a wide one; a
 * low one, with the measures of Arial and Liberation Sans; a tall one. tests/support/fonts.conf brings
 * them, and makes the first the device's own.
 */
export const DEVICE_FONTS: readonly DeviceFont[] = ["DejaVu Sans", "Arimo", "Noto Sans"];
export type DeviceFont = "DejaVu Sans" | "Arimo" | "Noto Sans";

/** The one that is first short of room to the side, and the one that is first short of room below. */
export const [WIDEST, TALLEST]: readonly [DeviceFont, DeviceFont] = ["DejaVu Sans", "Noto Sans"];

/** A chart's file with this font before those that it names. */
export const inFont = (svg: string, font: DeviceFont): string =>
  svg.replace('font-family="', `font-family="${font}, `);

/** What is amiss with a page as it is drawn at that moment; a function of the page alone, without imports. */
export type Look = () => string[];

/**
 * What is found on a page in each font, with its name before; afterwards it is as it was. All of it is
 * one call into the page: nothing is painted in between, which would take most of the time.
 */
export async function inEachFont(
  page: Page,
  looks: readonly Look[],
  fonts = DEVICE_FONTS,
): Promise<string[]> {
  await page.waitForLoadState("load");
  return page.evaluate<string[]>(`(() => {
    const drawIn = ${String(drawIn)};
    const textsInAnother = ${String(textsInAnother)};
    const looks = [${looks.map(String).join(",")}];
    const found = ${JSON.stringify(fonts)}.flatMap((font) => {
      drawIn(font);
      return [...textsInAnother(font), ...looks.flatMap((look) => look())].map(
        (one) => font + ": " + one,
      );
    });
    drawIn(undefined);
    return found;
  })()`);
}

/**
 * Puts a font in front of `system-ui` wherever a style sheet asks for that: what a device does which has
 * it as its own. Without one it is the browser's own again.
 */
export const useDeviceFont = (page: Page, font: DeviceFont | undefined): Promise<void> =>
  page.evaluate(drawIn, font);

function drawIn(font: string | undefined): void {
  const within = (rules: CSSRuleList): CSSRule[] =>
    [...rules].flatMap((rule) => [
      rule,
      ...(rule instanceof CSSGroupingRule ? within(rule.cssRules) : []),
    ]);
  for (const { cssRules } of document.styleSheets) {
    for (const rule of within(cssRules)) {
      if (!(rule instanceof CSSStyleRule)) continue;
      for (const name of ["--font", "font-family"]) {
        const stack = rule.style.getPropertyValue(name);
        if (!stack.includes("system-ui")) continue;
        const first = font === undefined ? "" : `"${font}", `;
        rule.style.setProperty(name, stack.replace(/^.*?(?=system-ui)/s, first));
      }
    }
  }
}

/** Texts that have a font of their own, which a device may not have; but for those of one width. */
function textsInAnother(font: string): string[] {
  const hasText = (one: Element) =>
    one.matches("input:not([type=radio], [type=checkbox]), select, textarea") ||
    [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
  return [...document.querySelectorAll("body *, svg text")].flatMap((one) => {
    if (!hasText(one) || !one.checkVisibility()) return [];
    const { fontFamily } = getComputedStyle(one);
    const isIt = fontFamily.replaceAll('"', "").startsWith(font);
    return isIt || fontFamily.includes("monospace")
      ? []
      : [`${one.tagName} ${one.textContent?.trim().slice(0, 40)} is in ${fontFamily}`];
  });
}
