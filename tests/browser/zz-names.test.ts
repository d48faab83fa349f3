import { beforeAll, test } from "vitest";
import { appendFileSync } from "node:fs";
import { CONSOLE_STATES } from "./console-states.ts";
import { useConsole } from "./console-world.ts";
import { browserCookie } from "../support/signed-in.ts";
import { CATALOGUES } from "../support/languages.ts";
import type { Place } from "./console-state.ts";
import { sameNamed } from "./names.ts";
import { addTo, AT_RISK, CLOSED, SHORT } from "./more-consultations.ts";
import { STATES } from "./respondent-states.ts";
import { newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

const out = (line: string) => appendFileSync("/tmp/h6/names.txt", `${line}\n`);
const places = new Map<string, Place>();
const world = useConsole(async (world) => {
  await Promise.all(
    CONSOLE_STATES.map(async (state, index) => {
      places.set(state.name, await state.put(world, `state-${index}`));
    }),
  );
});
const site = useSite();
beforeAll(async () => {
  await Promise.all([AT_RISK, CLOSED, SHORT].map((one) => addTo(site.server, one)));
});
test("console", async () => {
  const context = await world.browser.newContext({ baseURL: world.url, bypassCSP: true });
  const page = await context.newPage();
  for (const state of CONSOLE_STATES) {
    const place = places.get(state.name)!;
    await context.clearCookies();
    if (place.who !== undefined) await context.addCookies([browserCookie(place.who, world.url)]);
    await page.goto(`${place.path}${place.path.includes("?") ? "&" : "?"}lang=en`);
    await state.act?.(page, CATALOGUES.en!);
    for (const line of await sameNamed(page)) out(`[console: ${state.name}] ${line}`);
  }
}, 500_000);
test("respondents", async () => {
  for (const state of STATES) {
    const visitor = await newVisitor(site, {
      language: "en",
      rate: state.whole ? RATE_PAGE : `/c/${SHORT.id}`,
      width: 1280,
      context: { bypassCSP: true },
    });
    if (state.script === false)
      await visitor.page.route("**/assets/*.js", (route) => route.abort());
    await state.reach(visitor, site);
    for (const line of await sameNamed(visitor.page)) out(`[page: ${state.name}] ${line}`);
    await visitor.page.context().close();
  }
}, 500_000);
