import { isAskedIn } from "./axe.ts";
import { expect, test } from "vitest";
import { PAGE_LANGUAGES } from "../../web/language/catalogue.ts";
import { LANGUAGES } from "../support/languages.ts";
import { deviceFault, newOrganiser, setupLink } from "./organiser.ts";
import { newVisitor, useSite } from "./visitor.ts";

const site = useSite();

test("with the keyboard alone one signs in", async () => {
  const ann = await newOrganiser(site, { language: "kk", width: 1280 });
  const { page, words, arrived } = ann;
  await ann.register(await setupLink(site), words.setup.title, "Айгүл");
  await page.keyboard.press("Tab");
  await ann.button(words.page.signOut).press("Enter");
  await arrived(words.signIn.title);
  // Skip link, site name, the languages, and then the button.
  for (let stop = 0; stop < 3 + PAGE_LANGUAGES.length; stop++) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.signIn.button);
  await page.keyboard.press("Enter");
  await arrived(words.home.title);
});

test.each(LANGUAGES)("in %s a device without a passkey is told so, in place", async (language) => {
  const stranger = await newOrganiser(site, { language, axe: () => isAskedIn(language, 0) });
  const { words } = stranger;
  await stranger.go("/organise/sign-in");
  await stranger.page.evaluate(() => {
    navigator.credentials.get = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await stranger.button(words.signIn.button).click();
  expect(await deviceFault(stranger)).toBe(words.passkey.stopped);
  await stranger.at(words.signIn.title);
});

test.each([
  ["without passkeys", "PublicKeyCredential"],
  ["that cannot read what to ask", "PublicKeyCredential.parseRequestOptionsFromJSON"],
  ["that cannot make one of what to make", "PublicKeyCredential.parseCreationOptionsFromJSON"],
  ["that cannot write down what came of it", "PublicKeyCredential.prototype.toJSON"],
])("a browser %s is told so, and asks the server for nothing", async (_, missing) => {
  const stranger = await newOrganiser(site, { language: "ru" });
  const { page, words } = stranger;
  await stranger.go("/organise/sign-in");
  await page.evaluate(`delete globalThis.${missing}`);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await stranger.button(words.signIn.button).click();
  expect(await deviceFault(stranger)).toBe(words.passkey.unsupported);
  expect(asked).toEqual([]);
  // Another way in is at hand.
  await stranger.link(words.signIn.toRecovery).click();
  await stranger.at(words.recovery.title);
});

test.each(LANGUAGES)("in %s a page under a number leads to the name", async (language) => {
  const url = site.server.url.replace("localhost", "127.0.0.1");
  const ann = await newOrganiser(site, { language, axe: () => isAskedIn(language, 1), url });
  const { page, words } = ann;
  const link = await setupLink(site);
  await page.goto(link.replace("localhost", "127.0.0.1").replace("#", `?lang=${language}#`));
  await ann.at(words.setup.title);
  await page.getByText(words.passkey.underNumber).waitFor();
  await page.getByRole("main").getByRole("link", { name: "localhost" }).click();
  await expect.poll(() => new URL(page.url()).hostname).toBe("localhost");
  // The code has come along.
  await expect
    .poll(() => page.getByLabel(words.register.code).inputValue())
    .toBe(link.split("#")[1]);
  expect(await page.getByText(words.passkey.underNumber).count()).toBe(0);
});

test.each(LANGUAGES)(
  "in %s without a script the page says what to do instead",
  async (language) => {
    const visitor = await newVisitor(site, { language, script: false, width: 360 });
    const words = visitor.text.organiser;
    await visitor.go("/organise/sign-in");
    expect(await visitor.page.getByRole("main").innerText()).toContain(words.passkey.needsScript);
  },
);
