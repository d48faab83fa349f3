import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { PROXIED_HOST, tlsProxy } from "../support/tls-proxy.ts";
import { newOrganiser, setupLink } from "./organiser.ts";
import type { Site } from "./visitor.ts";

/* One's own server behind a proxy that ends TLS: everything is for the name that people use. */

const site = {} as Site;
let url: string;
let proxy: Awaited<ReturnType<typeof tlsProxy>>;

beforeAll(async () => {
  proxy = await tlsProxy();
  url = `https://${PROXIED_HOST}:${proxy.port}`;
  site.server = await startServer({
    database: inject("databaseEndpoint"),
    env: { PUBLIC_URL: url },
  });
  proxy.leadTo(`http://127.0.0.1:${new URL(site.server.instance.url).port}`);
  site.browser = await openBrowser([
    `--host-resolver-rules=MAP ${PROXIED_HOST} 127.0.0.1`,
    "--ignore-certificate-errors",
  ]);
});
afterAll(async () => {
  await site.browser?.close();
  await site.server?.stop();
  proxy?.close();
});

test("an organiser sets up, makes a passkey, signs in by it and makes a link, all under the public name", async () => {
  const ann = await newOrganiser(site, { language: "en", url });
  const { page, words, button, arrived } = ann;
  const link = await setupLink(site);
  expect(link).toMatch(`${url}/`);
  await ann.register(link, words.setup.title, "Ann");
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: "__Host-kenes", secure: true, domain: PROXIED_HOST });
  await button(words.page.signOut).click();
  await arrived(words.signIn.title);
  await ann.signIn();
  await ann.section("team");
  expect(await ann.invite("viewer")).toMatch(`${url}/organise/join#`);
});

test("what somebody else says of the address is not believed", async () => {
  // This machine is trusted by default; here another one is.
  const server = await startServer({
    database: inject("databaseEndpoint"),
    env: { PUBLIC_URL: url, TRUSTED_PROXY: "192.0.2.1" },
  });
  try {
    const answer = await fetch(`${server.instance.url}/organise/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: url,
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": new URL(url).host,
      },
      body: "",
    });
    expect(answer.status).toBe(403);
  } finally {
    await server.stop();
  }
});
