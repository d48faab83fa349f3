import { test } from "vitest";
import { CONSOLE_STATES } from "./console-states.ts";
import { SHORT, useConsole } from "./console-world.ts";
import { browserCookie, signedIn } from "../support/signed-in.ts";
import { CATALOGUES } from "../support/languages.ts";
import type { Place } from "./console-state.ts";
import { draftOf } from "../../domain/draft/draft-of.ts";
import { keepEmblem } from "../../functions/store/emblems.ts";
import { rewriteSvg } from "../../functions/emblem/svg.ts";

const places = new Map<string, Place>();
const want = new RegExp(process.env["STATES"] ?? "^$");
const FILE = "0123456789abcdef0123456789abcdef.svg";
const inDays = (n: number) => new Date(Date.now() + n * 86400000).toISOString();
const site = useConsole(async (world) => {
  await Promise.all(
    CONSOLE_STATES.map(async (state, index) => {
      if (want.test(state.name)) places.set(state.name, await state.put(world, `state-${index}`));
    }),
  );
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80"><circle cx="40" cy="40" r="36" fill="#0a7d8c"/><path d="M40 12l8 20h20l-16 13 6 21-18-13-18 13 6-21-16-13h20z" fill="#ffd23f"/><text x="90" y="50" font-size="30" fill="#0a7d8c" font-family="sans-serif">Kenes</text></svg>';
  await keepEmblem(
    world.services.db,
    FILE,
    rewriteSvg(new TextEncoder().encode(svg)) as Uint8Array,
  );
  const emblem = { file: FILE, alt: SHORT.title };
  const anna = world.anna;
  void anna;
  await world.add(
    { id: "open-soon", opensAt: inDays(-5), closesAt: inDays(2), accent: "plum", emblem },
    {},
  );
  await world.add(
    {
      id: "paused",
      opensAt: inDays(-5),
      closesAt: inDays(30),
      title: {
        ...SHORT.title,
        en: "Clean air for Almaty",
        ru: "Чистый воздух для Алматы",
        kk: "Алматыға таза ауа",
      },
      accent: "blue",
    },
    { life: { paused: true, archived: false } },
  );
  const { "title.kk": _, "summary.en": __, ...fields } = draftOf(SHORT).fields;
  await world.add(
    { id: "a-draft" },
    { draft: { ...draftOf(SHORT), fields: { ...fields, accent: "wine", "emblem.file": FILE } } },
  );
  await world.add(
    { id: "whole-draft" },
    {
      draft: {
        ...draftOf(SHORT),
        fields: {
          ...draftOf(SHORT).fields,
          accent: "green",
          "emblem.file": FILE,
          "emblem.alt.en": "x",
          "emblem.alt.ru": "x",
          "emblem.alt.kk": "x",
        },
      },
    },
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
        const shoot = (name: string, fullPage = true) =>
          page.screenshot({
            path: `/tmp/h6/${name.replaceAll(/\W+/g, "-").slice(0, 40)}-${language}-${width}-${colorScheme}.png`,
            fullPage,
          });
        for (const state of CONSOLE_STATES) {
          const place = places.get(state.name);
          if (place === undefined) continue;
          await context.clearCookies();
          if (place.who !== undefined)
            await context.addCookies([browserCookie(place.who, site.url)]);
          await page.goto(`${place.path}${place.path.includes("?") ? "&" : "?"}lang=${language}`);
          await state.act?.(page, CATALOGUES[language]!);
          await shoot(state.name);
        }
        await context.clearCookies();
        await context.addCookies([browserCookie(site.anna, site.url)]);
        for (const one of (
          process.env["PAGES"] ??
          "/organise,/organise/c/a-draft/emblem,/c/open-soon,/c/open-soon/about,/c/open-soon/results,/c/open-soon/paper,/c/paused"
        ).split(",")) {
          if (one === "") continue;
          await page.goto(`${one}?lang=${language}`);
          await shoot(`p${one}`);
        }
        if (process.env["ACT"] !== undefined) {
          await page.goto(`/organise/c/paused/life?lang=${language}`);
          const form = page.getByRole("region", {
            name: CATALOGUES[language]!.draft.life.steps.resume,
            exact: true,
          });
          if ((await form.count()) > 0) {
            await form.getByRole("checkbox").check();
            await form.getByRole("button").click();
            await page.getByRole("status").waitFor();
            await shoot("done", false);
            console.log(await page.evaluate(() => document.activeElement?.className));
          }
          await page.goto(`/organise/c/a-draft/edit?lang=${language}#f-accent`);
          await shoot("edit-look", false);
        }
        await context.close();
      }
}, 500_000);
