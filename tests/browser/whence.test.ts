import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { CATALOGUES } from "../support/languages.ts";
import { freshWorld } from "../support/world.ts";
import { appOnPort } from "./app-on-port.ts";

/*
 * Where a browser has no secure connection to us it does not say from what site a form comes, and only its origin
 * tells ours from others'. So a plain form of ours has to say it, whatever our headers say of referrers.
 */

const [OURS, THEIRS] = ["kenes.test", "elsewhere.test"];
let browser: Browser;
let site: Awaited<ReturnType<typeof appOnPort>>;
let elsewhere: Server;
let rate: string;

beforeAll(async () => {
  site = await appOnPort(await freshWorld());
  rate = `${site.url.replace("localhost", OURS)}/c/kazakhstan-2019`;
  // It hides where it is, so that the origin is `null` there too.
  elsewhere = createServer((_, answer) => {
    answer.setHeader("Referrer-Policy", "no-referrer");
    answer.setHeader("Content-Type", "text/html");
    answer.end(
      `<form method="post" action="${rate}?lang=en"><input name="rating.W1" value="1"><input name="do" value="review"><button>Free</button></form>`,
    );
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  browser = await openBrowser([`--host-resolver-rules=MAP *.test 127.0.0.1`]);
});
afterAll(async () => {
  await browser?.close();
  await site?.end();
  elsewhere?.close();
});

const visit = async (address: string) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(address);
  return page;
};

test("a ballot is sent by a plain form over a connection that is not secure", async () => {
  const page = await visit(`${rate}?lang=en`);
  await page.locator("[name='rating.W1'][value='5']").check();
  await page.locator("button[value=review]").click();
  await page.locator("button[value=send]").click();
  await page.getByRole("heading", { level: 1, name: CATALOGUES.en.rate.saved.heading }).waitFor();
  await page.close();
});

test("a form on another site is refused, though it hides where it is", async () => {
  const { port } = elsewhere.address() as AddressInfo;
  const page = await visit(`http://${THEIRS}:${port}/`);
  await page.getByRole("button", { name: "Free" }).click();
  await page.getByText(CATALOGUES.en.problems["cross-site"]).waitFor();
  await page.close();
});
