import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { CATALOGUES, LANGUAGE_NAMES } from "../support/languages.ts";
import { runCommand, startServer } from "../support/server.ts";
import { type Element, NO_WEBKIT, openWebKit, type WebKit, webkitPath } from "../support/webkit.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { WIDEST } from "./device-fonts.ts";
import { misfits } from "./layout.ts";
import { offTheScale } from "./marks-on-scale.ts";
import { addWhatIsRead, PUBLISHED, READ, SEEN_BY_MOST } from "./to-read.ts";
import { MODES, RATE_PAGE, type Site, stored } from "./visitor.ts";

/* The main ways in WebKit, the engine of every browser on an iPhone, where the machine has it. */

const path = await webkitPath();
if (path === undefined) process.stderr.write(`${NO_WEBKIT}\n`);

const site = {} as Site;
let webkit: WebKit;
const go = (address: string) => webkit.go(`${site.server.url}${address}`);

/** The first that is seen there with that text in it, as soon as there is one. */
async function found(css: string, text = ""): Promise<Element> {
  const look = ([css, text]: [string, string]) =>
    [...document.querySelectorAll(css)].find(
      (one) => one.checkVisibility() && (one.textContent ?? "").includes(text),
    ) ?? null;
  const seen = () => webkit.run<Element | null>(look, [css, text]);
  let one = await seen();
  await expect
    .poll(async () => (one ??= await seen()), { message: `${css} ${text}` })
    .not.toBe(null);
  return one!;
}
/**
 * In the middle of the window: what is far out of sight is not laid out, and cannot be pressed. Where it stands
 * still: on a page that moves, as one does that a script takes over, it is the place beside it that is pressed.
 */
async function press(css: string, text?: string): Promise<void> {
  const one = await found(css, text);
  await webkit.run((one: HTMLElement) => one.scrollIntoView({ block: "center" }), one);
  const place = () =>
    webkit.run<string>((one: HTMLElement) => JSON.stringify(one.getBoundingClientRect()), one);
  let before = await place();
  const stands = async () => before === (before = await place());
  await expect.poll(stands, { message: `${css} ${text} stands still` }).toBe(true);
  await webkit.click(one);
}
const isChecked = (name: string) =>
  webkit.run<boolean>((name: string) => document.querySelector(`${name}:checked`) !== null, name);

/** As much of a page as those ask for who look at its layout. */
const page = {
  evaluate: (look: string, given?: unknown) => webkit.run(look, given),
  // A command that goes somewhere has ended when the page is loaded.
  waitForLoadState: () => Promise.resolve(),
} as unknown as Page;

const useWebKit = (script: boolean) => {
  beforeAll(async () => {
    webkit = await openWebKit(path!, script);
    await webkit.size(360, 740);
  });
  afterAll(() => webkit?.close());
};

describe.skipIf(path === undefined)("in WebKit", () => {
  beforeAll(async () => {
    site.server = await startServer({ database: inject("databaseEndpoint") });
    await addWhatIsRead(site.server);
  });
  afterAll(() => site.server?.stop());

  describe.each(MODES)("$mode", ({ script }) => {
    useWebKit(script);

    test("a respondent answers, changes the language, sends, and opens the answers with the receipt", async () => {
      // With JavaScript, an expert who comes by a link.
      const invite = () => runCommand(site.server.folder, "invite", [KAZAKHSTAN.id, "1"]);
      const fragment = script ? `#invitation=${(await invite()).output.trim()}` : "";
      await go(`${RATE_PAGE}?lang=ru${fragment}`);
      await expect.poll(() => webkit.run("location.href")).not.toContain("#");
      const { form, saved, receipt: texts } = CATALOGUES.kk.rate;
      const four = "[data-code=K3] [type=radio][value='4']";
      await press(four);
      await press("button", LANGUAGE_NAMES.kk);
      await found("html[lang=kk] button", form.review);
      if (script) await found("html[data-ready]");
      await expect.poll(() => isChecked(four)).toBe(true);
      await press("button", form.review);
      await press("button", script ? form.sendExpert : form.send);
      await found("h1", saved.heading);
      const receipt = await webkit.run<string>(() => document.querySelector("code")!.textContent);
      const panel = script ? "expert" : "public";
      expect(await stored(site, receipt)).toMatchObject({ ratings: { K3: 4 }, panel });

      await go(`${RATE_PAGE}/receipt?lang=kk`);
      await webkit.type(await found("#receipt"), receipt);
      await press("button", texts.open);
      await found("button", form.review);
      expect(await isChecked(four)).toBe(true);
    });
  });

  describe("read", () => {
    useWebKit(true);

    test("the results are drawn where their means say", async () => {
      for (const width of [360, 1280]) {
        await webkit.size(width, 800);
        await go(`/c/${READ.id}/results?lang=ru`);
        expect.soft(await misfits(page, [WIDEST]), `${width}`).toEqual([]);
        expect.soft(await offTheScale(page, PUBLISHED), `${width}`).toEqual([]);
      }
    });

    test("nothing is cut off at 360 px on the pages that most people see", async () => {
      await webkit.size(360, 740);
      for (const path of SEEN_BY_MOST) {
        await go(path);
        expect.soft(await misfits(page, [WIDEST]), path).toEqual([]);
      }
    });
  });
});
