import { test } from "vitest";
import { CONSOLE_STATES } from "./console-states.ts";
import { useConsole } from "./console-world.ts";
import { browserCookie } from "../support/signed-in.ts";
import { CATALOGUES } from "../support/languages.ts";
import type { Place } from "./console-state.ts";

const places = new Map<string, Place>();
const want = new RegExp(process.env["STATES"] ?? "home");
const site = useConsole(async (world) => {
  await Promise.all(
    CONSOLE_STATES.map(async (state, index) => {
      if (want.test(state.name)) places.set(state.name, await state.put(world, `state-${index}`));
    }),
  );
});
const langs = (process.env["LANGS"] ?? "en").split(",") as (keyof typeof CATALOGUES)[];
test("look", async () => {
  for (const width of (process.env["WIDTHS"] ?? "360,1280").split(",").map(Number))
    for (const colorScheme of (process.env["SCHEMES"] ?? "light").split(",") as (
      | "light"
      | "dark"
    )[])
      for (const language of langs) {
        const context = await site.browser.newContext({
          baseURL: site.url,
          viewport: { width, height: 800 },
          colorScheme,
          bypassCSP: true,
        });
        const page = await context.newPage();
        for (const state of CONSOLE_STATES) {
          const place = places.get(state.name);
          if (place === undefined) continue;
          await context.clearCookies();
          if (place.who !== undefined)
            await context.addCookies([browserCookie(place.who, site.url)]);
          await page.goto(`${place.path}${place.path.includes("?") ? "&" : "?"}lang=${language}`);
          await state.act?.(page, CATALOGUES[language]!);
          await page.screenshot({
            path: `/tmp/h6/${state.name.replaceAll(/\W+/g, "-").slice(0, 40)}-${language}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
        }
        await context.close();
      }
}, 300_000);
