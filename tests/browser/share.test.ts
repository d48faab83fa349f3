import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { sha256 } from "../../functions/secrets.ts";
import { registerRelease, releaseFile } from "../../functions/store/releases.ts";
import { servicesBeside } from "../support/beside.ts";
import { gradedRelease } from "../web/results/graded.ts";
import { axeFindings } from "./axe.ts";
import { caseOf } from "./cases.ts";
import { watchFaults } from "./examine.ts";
import { misfits } from "./layout.ts";
import { addTo } from "./more-consultations.ts";
import { MODES, newVisitor, useSite } from "./visitor.ts";

/* Results within another site's page: what runs there, how high they are, and what is told. */

const site = useSite();
let page: string;

/** A consultation whose title once ended an attribute, and became a handler there. */
const load = () => caseOf("json-quotes-in-title");

beforeAll(async () => {
  const definition = await load();
  page = `/c/${definition.id}/results/share`;
  await addTo(site.server, definition);
  const { db, files } = await servicesBeside(site.server);
  const { release } = gradedRelease(definition);
  const text = JSON.stringify(release);
  const hash = sha256(text);
  const name = releaseFile(definition.id, 1, hash);
  await files.write(name, new TextEncoder().encode(text), "application/json");
  const line = {
    number: 1,
    releasedAt: release.releasedAt,
    hash,
    turn: 1,
    final: true,
    counted: "",
  };
  expect(await registerRelease(db, definition.id, line)).toBe(true);
  db.client.destroy();
});

/** Another site, under another name: its page holds the code, and keeps every message that it gets. */
async function otherSite(code: string): Promise<string> {
  const other = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(
      `<!doctype html><meta name=viewport content="width=device-width"><title>Newspaper</title><body style="margin:20px"><script>told=[];addEventListener("message",(one)=>told.push(one.data))</script>${code}`,
    );
  }).listen(0, "localhost");
  onTestFinished(() => void other.close());
  await once(other, "listening");
  // The site itself is asked for as 127.0.0.1.
  return `http://localhost:${(other.address() as AddressInfo).port}/`;
}

const codeOn = (page: Page) => page.locator("#code").inputValue();

/** How high the frame is, and how high what is in it. */
async function heights(page: Page): Promise<[frame: number, content: number]> {
  const frame = page.frames()[1]!;
  const bottom = () => Math.ceil(document.querySelector("main")!.getBoundingClientRect().bottom);
  return [(await page.locator("iframe").boundingBox())!.height, await frame.evaluate(bottom)];
}

test.each(MODES)(
  "the code shows the results and runs nothing of a title, $mode",
  async ({ script }) => {
    const visitor = await newVisitor(site, { language: "ru", script, width: 320 });
    await visitor.go(page);
    const { title } = await load();
    const faults = await watchFaults(visitor.page, site.server.url);
    const address = await otherSite(await codeOn(visitor.page));
    for (const width of [320, 360, 700]) {
      await visitor.page.setViewportSize({ width, height: 700 });
      await visitor.page.goto(address, { waitUntil: "networkidle" });
      const frame = visitor.page.frames()[1]!;
      await frame.waitForLoadState("load");
      expect(await frame.locator("h1").innerText()).toBe(title["ru"]);
      expect(await visitor.page.title()).toBe("Newspaper");
      const names = await visitor.page.locator("iframe").evaluate((one) => one.getAttributeNames());
      expect(names.filter((one) => one.startsWith("on"))).toEqual([]);
      // Without a script it is high enough for any font, and not twice as high; with one it is told how high, a moment later.
      const fits = async () => {
        const [high, content] = await heights(visitor.page);
        return high >= content && high < (script ? content + 40 : 1.8 * content);
      };
      await expect.poll(fits, { message: `at ${width}` }).toBe(true);
    }
    if (script) {
      await visitor.page.waitForFunction("told.length > 0");
      for (const message of await visitor.page.evaluate<object[]>("told")) {
        expect(message).toEqual({ kenesHeight: expect.any(Number) });
      }
    }
    // The other site itself is the only one that is asked besides.
    expect((await faults()).filter((one) => one !== `asks ${address}`)).toEqual([]);
  },
);

test("what is copied is what stands there, and it says so", async () => {
  const visitor = await newVisitor(site, { language: "kk" });
  await visitor.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await visitor.go(page);
  const { share } = visitor.text;
  for (const [id, place] of [
    ["code", 0],
    ["citation", 1],
  ] as const) {
    await visitor.page.getByRole("button", { name: share.copy }).nth(place).click();
    await visitor.page.locator("output", { hasText: share.copied }).nth(place).waitFor();
    const [start, end, length] = await visitor.page
      .locator(`#${id}`)
      .evaluate((one: HTMLTextAreaElement) => [
        one.selectionStart,
        one.selectionEnd,
        one.value.length,
      ]);
    expect([start, end]).toEqual([0, length]);
  }
});

test("nothing is amiss with the page, and a picture is one", async () => {
  for (const language of ["en", "ru", "kk"] as const) {
    const visitor = await newVisitor(site, { language, width: 320, context: { bypassCSP: true } });
    await visitor.go(page);
    expect(await misfits(visitor.page)).toEqual([]);
    if (language === "en") expect(await axeFindings(visitor.page)).toEqual([]);
  }
  const { page: plain, go, text } = await newVisitor(site, { script: false });
  await go(page);
  // What no script is there for is not offered.
  expect(await plain.getByRole("button", { name: text.share.copy }).count()).toBe(0);
  const picture = plain.getByRole("link", { name: /^PNG/ }).first();
  const answer = await plain.request.get((await picture.getAttribute("href"))!);
  expect(answer.headers()["content-type"]).toBe("image/png");
});
