import type { Page } from "playwright-core";
import { browserCookie } from "../support/signed-in.ts";
import { onTestFinished } from "vitest";
import { watchFaults } from "./examine.ts";
import type { Site } from "./visitor.ts";
import type { Language } from "../support/languages.ts";

/** A browser in which an organiser is signed in; closed when the test ends. */
export async function atTheConsole(
  site: Site,
  cookie: string,
  { language = "en" as Language, width = 1280, colorScheme = "light" as "light" | "dark" } = {},
): Promise<{ page: Page; faults: () => Promise<string[]>; go: (path: string) => Promise<void> }> {
  const context = await site.browser.newContext({
    baseURL: site.server.url,
    // The console hardly has a script; axe needs to put one in.
    bypassCSP: true,
    viewport: { width, height: 900 },
    colorScheme,
    acceptDownloads: true,
  });
  onTestFinished(() => context.close());
  const session = browserCookie({ cookie }, site.server.url);
  await context.addCookies([session]);
  const page = await context.newPage();
  const watched = await watchFaults(page, site.server.url);
  return {
    page,
    faults: async () => (await watched()).filter((fault) => fault !== `cookie ${session.name}`),
    go: async (path) => {
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
    },
  };
}
