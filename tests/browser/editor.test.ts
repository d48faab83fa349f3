import { expect, onTestFinished, test } from "vitest";
import { draftOf } from "../../domain/draft/draft-of.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { sha256 } from "../../functions/secrets.ts";
import { getDraft } from "../../functions/store/drafts.ts";
import { deleteSession } from "../../functions/store/sessions.ts";
import { fill } from "../../web/text.ts";
import { browserCookie, newSignIn } from "../support/signed-in.ts";
import { CATALOGUES } from "../support/languages.ts";
import { axeFindings } from "./axe.ts";
import { SHORT, useConsole } from "./console-world.ts";
import { unnamed } from "./examine.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";

const id = "edited";
const draft = draftOf({ ...SHORT, id });
const site = useConsole(async (world) => {
  await world.add({ id }, { draft });
});
const { edit } = CATALOGUES.en!.draft;
const { sendOn } = CATALOGUES.en!.organiser;
const address = (lang: string) => organisePath(ORGANISE.editPage, { id, lang });

async function open(width = 1280) {
  const context = await site.browser.newContext({
    baseURL: site.url,
    bypassCSP: true,
    viewport: { width, height: 800 },
  });
  onTestFinished(() => context.close());
  await context.addCookies([browserCookie(site.anna, site.url)]);
  return context.newPage();
}

test("what is typed is saved in place, followed by what is said of it, and kept over a sign-in", async () => {
  const page = await open();
  await page.goto(address("en"));
  const field = (name: string) => page.locator(`[name="${name}"]`);
  const saved = page.getByText(new RegExp(fill(edit.saved, { time: ".+" })));
  const press = () => page.getByRole("button", { name: edit.save, exact: true }).last().click();

  // The counts, the notes and what is described follow at once, and the page stays where it is.
  await field("recommendations.2.title.ru").fill("");
  await saved.waitFor();
  const note = page.locator("#f-recommendations-2-title-ru-fault");
  expect(await note.innerText()).toBe(edit.missing);
  expect(await field("recommendations.2.title.ru").getAttribute("aria-describedby")).toBe(
    "f-recommendations-2-title-ru-fault",
  );
  await field("recommendations.2.title.ru").fill("Снова здесь");
  const place = () =>
    page.evaluate(() => {
      const focused = document.activeElement as HTMLTextAreaElement;
      return [focused.name, Math.round(focused.getBoundingClientRect().top / 100)];
    });
  const before = await place();
  // As a finger presses it: nothing is scrolled for it.
  await page.getByRole("button", { name: edit.save, exact: true }).last().dispatchEvent("click");
  await note.waitFor({ state: "detached" });
  await saved.waitFor();
  expect(await place()).toEqual(before);
  await field("recommendations.2.title.en").fill("Anew");
  await page.locator("#f-recommendations-2-title-kk-fault").waitFor();
  expect(await page.locator('[value="confirm recommendations.2.title.kk"]').count()).toBe(1);

  // What is looked for is shown while it is typed, and what is put aside comes back.
  const entry = (key: string) => page.locator(`.entry:has([name="recommendations.${key}.code"])`);
  await page.locator("#find").fill(" снова ЗДЕСЬ");
  await entry("1").waitFor({ state: "hidden" });
  expect(await entry("2").isVisible()).toBe(true);
  const all = await page.locator(".entry").count();
  expect(await page.locator("#find-shown").innerText()).toBe(
    fill(edit.findShown, { shown: 1, all }),
  );
  await page.locator("#find").fill("");
  await entry("1").waitFor();

  // The session ends, which is said at once. Signed in in another tab, Save leads on to where it was.
  const endSession = ({ cookie }: { cookie: string }) =>
    deleteSession(site.services.db, sha256(cookie.split("=")[1]!));
  await endSession(site.anna);
  await field("title.en").fill("Typed without a session");
  await page.getByText(edit.signedOut).waitFor();
  const again = await newSignIn(site.services, site.anna.id, site.url);
  await page.context().addCookies([browserCookie(again, site.url)]);
  await press();
  await page.getByRole("button", { name: sendOn.send }).click();
  await page.waitForURL(`**${address("en")}*`);
  const stored = await getDraft(site.services.db, id);
  expect(stored!.draft.fields["title.en"]).toBe("Typed without a session");

  // Signed in nowhere, Save keeps the text on the page to sign in on.
  await endSession(again);
  await field("title.en").fill("Typed once more");
  await press();
  await page.getByText(sendOn.kept).waitFor();
  await keepPicture(page, "carried");
  const carried = page.locator('[name="carry.title.en"]').first();
  expect(await carried.inputValue()).toBe("Typed once more");
  expect({ axe: await axeFindings(page), unnamed: await unnamed(page) }).toEqual({
    axe: [],
    unnamed: [],
  });
  Object.assign(site.anna, await newSignIn(site.services, site.anna.id, site.url));
});

test.each(["en", "kk", "ar"])("in %s the editor fits and says everything", async (lang) => {
  const page = await open(360);
  await page.goto(address(lang));
  await keepPicture(page, `editor-${lang}`);
  expect({ unnamed: await unnamed(page), misfits: await misfits(page) }).toEqual({
    unnamed: [],
    misfits: [],
  });
  if (process.env["PICTURES"] !== undefined) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await keepPicture(page, `editor-${lang}`);
    for (const [name, endpoint] of [
      ["home", ORGANISE.home],
      ["delete", ORGANISE.deleteDraftPage],
    ] as const) {
      await page.goto(organisePath(endpoint, { id, lang }));
      await keepPicture(page, `${name}-${lang}`);
    }
  }
});
