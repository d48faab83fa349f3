import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../support/languages.ts";
import { axeFindings } from "./axe.ts";
import { untranslated, unnamed, watchFaults } from "./examine.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";
import { addTo, demandWork, SHORT } from "./more-consultations.ts";
import { newVisitor, useSite, type Visitor } from "./visitor.ts";

/* Work is demanded of everybody: as respondents meet it, with a script and without one. */

const site = useSite();
const WORKING: Consultation = { ...SHORT, id: "working" };
const RATE = `/c/${WORKING.id}`;
const API = `/api/consultations/${WORKING.id}/ballot`;

beforeAll(async () => {
  await addTo(site.server, WORKING);
  await demandWork(site.server, WORKING.id);
});

/** Somebody at a narrow device whose answers wait to be sent. `isSecure`: the page may use WebCrypto. */
async function readyToSend(
  language: Language,
  { script = true, isSecure = true, context = {} as BrowserContextOptions } = {},
) {
  const visitor = await newVisitor(site, {
    language,
    script,
    width: 360,
    context,
  });
  // As over plain http from another machine.
  if (!isSecure) {
    await visitor.page.addInitScript(
      "Object.defineProperty(crypto, 'subtle', { value: undefined })",
    );
  }
  if (script && isSecure) await visitor.page.addInitScript(HOLD);
  await visitor.go(RATE);
  await visitor.choice("W1", 4).check();
  await visitor.check();
  await visitor.arrived(visitor.text.rate.form.reviewHeading);
  return visitor;
}

/** A device that takes its time: it goes on when it is told to, so that what stands meanwhile can be looked at. */
const HOLD = `{
  const { deriveBits } = SubtleCrypto.prototype;
  const held = new Promise((resolve) => { globalThis.goOn = resolve; });
  SubtleCrypto.prototype.deriveBits = async function (...given) {
    await held;
    return deriveBits.apply(this, given);
  };
}`;
const goOn = ({ page }: Visitor) => page.evaluate("goOn()");

/** That it waits is said; seconds later that is hidden by what came of it, and there all the same. */
const waits = ({ page, text }: Visitor) =>
  page
    .locator(".waiting h1", { hasText: text.rate.waiting.heading })
    .waitFor({ state: "attached" });

/** The calculation as it is told, however long it takes. */
const progress = ({ page, text }: Visitor) =>
  page.getByRole("progressbar", { name: text.rate.form.workShare });

const fine = async ({ page }: Visitor, language: Language) => ({
  unnamed: await unnamed(page),
  untranslated: await untranslated(page, language),
  misfits: await misfits(page),
});
const FINE = { unnamed: [], untranslated: [], misfits: [] };

describe("with a script", () => {
  test("the device calculates, says so, and the same ballot is saved", async () => {
    const visitor = await readyToSend("kk");
    const { page, text } = visitor;
    const faults = await watchFaults(page, site.server.url);
    const asked: string[] = [];
    page.on("request", (request) =>
      asked.push(`${request.method()} ${new URL(request.url()).pathname}`),
    );
    const said = page.getByRole("status").filter({ hasText: text.rate.form.workBegins });
    await Promise.all([said.waitFor(), visitor.send()]);
    await progress(visitor).waitFor();
    await keepPicture(page, "working-kk");
    expect(await fine(visitor, "kk")).toEqual(FINE);
    await goOn(visitor);
    await visitor.savedReceipt();
    expect(asked.filter((one) => one === `PUT ${API}`)).toHaveLength(2);
    // What is stored came with the answer.
    expect(asked).not.toContain(`GET ${API}`);
    expect(asked.filter((one) => /work-.*js$/.test(one))).toHaveLength(1);
    expect((await faults()).filter((one) => !/status of 428/.test(one))).toEqual([]);
  });

  test("stopped, nothing is sent and the answers are there; offline meanwhile, it is sent afterwards", async () => {
    const visitor = await readyToSend("ru");
    const { page, text } = visitor;
    const { form } = text.rate;
    await visitor.send();
    await visitor.button(form.stopWork).click();
    await progress(visitor).waitFor({ state: "detached" });
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.context().setOffline(true);
    // What was stopped is not over yet, and does not take what is pressed for its own.
    await visitor.send();
    await goOn(visitor);
    await visitor.button(form.tryNow).waitFor();
    await page.context().setOffline(false);
    await visitor.savedReceipt();
  });

  test("without WebCrypto it says so, and the plain form sends the same answers", async () => {
    const visitor = await readyToSend("en", { isSecure: false });
    const { form } = visitor.text.rate;
    await visitor.send();
    expect(await visitor.refusal()).toContain(form.workFailed);
    expect(await fine(visitor, "en")).toEqual(FINE);
    await keepPicture(visitor.page, "work-failed-en");
    await visitor.button(form.waitInstead).click({ noWaitAfter: true });
    // What comes of it, the test without a script sees.
    await waits(visitor);
  });
});

test("without a script the page waits, counts, and sends by itself; what it said goes then", async () => {
  const visitor = await readyToSend("ru", { script: false });
  const { page, text } = visitor;
  const { waiting } = text.rate;
  await visitor.button(text.rate.form.send).click({ noWaitAfter: true });
  await waits(visitor);
  await expect.poll(() => page.locator(".waiting [role=status]").textContent()).toMatch(/: 8/);
  await keepPicture(page, "waiting-ru");
  expect(await misfits(page)).toEqual([]);
  await visitor.savedReceipt();
  expect(await visitor.heading(waiting.heading).isVisible()).toBe(false);
  expect(await page.title()).toMatch(/^Отправка – /);
});

test("axe finds nothing amiss while the device calculates, and where it cannot", async () => {
  const context = { bypassCSP: true };
  const working = await readyToSend("en", { context });
  // A calculation that takes long enough to be looked at.
  await working.page.route("**/ballot", async (route) => {
    const answer = await route.fetch();
    const { work, ...refusal } = await answer.json();
    await route.fulfill({
      status: 428,
      json: { ...refusal, work: { ...work, most: 1e6, target: "0".repeat(16) } },
    });
  });
  await working.send();
  await progress(working).waitFor();
  expect(await axeFindings(working.page)).toEqual([]);
  const failing = await readyToSend("kk", { isSecure: false, context });
  await failing.send();
  await failing.refusal();
  expect(await axeFindings(failing.page)).toEqual([]);
});
