import { expect, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { DEVICE_FONTS, useDeviceFont } from "./device-fonts.ts";
import { newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

/* What the tests of layout take for granted: that a page is really drawn in each of these fonts. */

const site = useSite();

/** Every letter and digit that pages of a language have, and the Kazakh ones that few words have. */
const LETTERS = Object.fromEntries(
  LANGUAGES.map((language) => {
    const all = JSON.stringify(CATALOGUES[language]).match(/[\p{L}\p{N}]/gu)!;
    return [language, [...new Set([...all, ...(language === "kk" ? "ӘәҒғҚқҢңӨөҰұҮүҺһІі" : "")])]];
  }),
);

test.each(LANGUAGES)("every letter of %s is drawn in the font of the device", async (language) => {
  const { page, go } = await newVisitor(site, { language });
  await go(RATE_PAGE);
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const letters = LETTERS[language]!;
  await page.locator("h1").evaluate((one, text) => (one.textContent = text), letters.join(""));
  const { root } = await session.send("DOM.getDocument");
  const h1 = { nodeId: root.nodeId, selector: "h1" };
  const { nodeId } = await session.send("DOM.querySelector", h1);
  const drawnIn = async () => {
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    return fonts.map(({ familyName, glyphCount }) => [familyName, glyphCount]);
  };
  // The browser's own, before anything is put in front of it.
  await expect.poll(drawnIn).toEqual([[DEVICE_FONTS[0], letters.length]]);
  for (const font of DEVICE_FONTS) {
    await useDeviceFont(page, font);
    await expect.poll(drawnIn).toEqual([[font, letters.length]]);
  }
});
