import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../support/languages.ts";
import { axeFindings, isAskedIn, isLookedAtIn } from "./axe.ts";
import type { Place } from "./console-state.ts";
import { CONSOLE_STATES } from "./console-states.ts";
import { useConsole } from "./console-world.ts";
import { unnamed, untranslated } from "./examine.ts";
import { WIDEST } from "./device-fonts.ts";
import { misfits } from "./layout.ts";
import { sameNamed } from "./names.ts";
import { browserCookie } from "../support/signed-in.ts";
import { KAZAKHSTAN } from "../support/world.ts";

/* What machines can say of every state of the console, by turns in two of three languages. */

const places = new Map<string, Place>();
const site = useConsole(async (world) => {
  // A few at a time: of a hundred at once a slow database answers the last too late for whoever asks it.
  const left = CONSOLE_STATES.entries();
  const some = async () => {
    for (const [index, state] of left) {
      places.set(state.name, await state.put(world, `state-${index}`));
    }
  };
  await Promise.all(Array.from({ length: 8 }, some));
});

const SCHEMES = ["light", "dark"] as const;
const THEIRS = JSON.stringify(KAZAKHSTAN);
/** Names of columns and fields, which are the same in every language. */
const CODES = ["about", "under"];

describe.each(LANGUAGES)("in %s nothing is amiss with", (language) => {
  const text = CATALOGUES[language];
  let page: Page;
  let session: CDPSession;
  beforeAll(async () => {
    const context = await site.browser.newContext({ baseURL: site.url, bypassCSP: true });
    page = await context.newPage();
    session = await context.newCDPSession(page);
  });
  afterAll(() => page?.context().close());

  const states = CONSOLE_STATES.map((state, index) => ({ ...state, index })).filter(({ index }) =>
    isLookedAtIn(language, index),
  );
  test.each(states)("$name", async (state) => {
    const turn = state.index + LANGUAGES.indexOf(language);
    await page.setViewportSize({ width: turn % 2 === 0 ? 320 : 1280, height: 800 });
    await page.emulateMedia({ colorScheme: SCHEMES[(turn >> 1) % 2]! });
    const { path, who } = places.get(state.name)!;
    await page.context().clearCookies();
    if (who !== undefined) await page.context().addCookies([browserCookie(who, site.url)]);
    await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
    await state.act?.(page, text);
    const foreign = (await untranslated(page, language)).filter((words) => !CODES.includes(words));
    expect({
      axe: isAskedIn(language, state.index) ? await axeFindings(page) : [],
      // Which things have a name is the same in every language; that no name is empty, is tested by itself.
      unnamed: isAskedIn(language, state.index + 1) ? await unnamed(page, session) : [],
      untranslated: state.inEveryLanguage
        ? foreign.filter((words) => !THEIRS.includes(words))
        : foreign,
      // What no font but the widest breaks, it breaks in any language.
      misfits: await misfits(page, isAskedIn(language, state.index) ? undefined : [WIDEST]),
      sameNamed: isAskedIn(language, state.index) ? await sameNamed(page, session) : [],
    }).toEqual({ axe: [], unnamed: [], untranslated: [], misfits: [], sameNamed: [] });
  });
});
