import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { addTo, closeNow } from "./more-consultations.ts";
import {
  answerOnce,
  askFor,
  MODES,
  newVisitor,
  RATE_PAGE,
  stored,
  useSite,
  type Visitor,
} from "./visitor.ts";

/* Answers that come when they can no longer be stored as they were meant. None is lost. */

const site = useSite();
const CLOSING: Consultation = { ...KAZAKHSTAN, id: "closing" };

beforeAll(() => addTo(site.server, CLOSING));

/** Somebody who has filled in the form while it takes answers; what they do when it does not any more. */
async function toSendTooLate(script: boolean): Promise<() => Promise<void>> {
  const visitor = await newVisitor(site, { language: script ? "kk" : "ru", script });
  const { text } = visitor;
  await visitor.go(`/c/${CLOSING.id}`);
  await visitor.choice("W1", 2).check();
  await visitor.choice("K3", "no-opinion").check();
  await visitor.first("K3").check();
  await visitor.check();
  await visitor.arrived(text.rate.form.reviewHeading);
  const entered = await visitor.entered();
  return () => sendTooLate(visitor, script, entered);
}

async function sendTooLate(visitor: Visitor, script: boolean, entered: unknown): Promise<void> {
  const { text, page } = visitor;
  await visitor.send();
  expect(await visitor.refusal()).toContain(text.problems["consultation-closed"]);
  const copied = await page.getByLabel(text.rate.form.copyOut).inputValue();
  expect(copied).toContain(`2 – ${text.common.scale[2]}`);
  expect(copied).toContain(text.common.noOpinion);
  expect(copied.split("\n")).toHaveLength(4);
  expect(await visitor.entered()).toEqual(entered);
  expect(await visitor.heading(text.rate.saved.heading).count()).toBe(0);
  if (!script) {
    // The plain form says so as well when only the language is changed.
    await visitor.button("English").click();
    await page.locator("html[lang=en]").waitFor();
    await page.getByLabel("Your answers, to copy").waitFor();
  }
  await page.goto(`/c/${CLOSING.id}`);
  expect(await page.locator("form").count()).toBe(0);
}

test("closed meanwhile, with and without JavaScript: told at once, and the answers can be copied out", async () => {
  const sendings = await Promise.all(MODES.map(({ script }) => toSendTooLate(script)));
  await closeNow(site.server, CLOSING.id);
  for (const send of sendings) await send();
});

describe.each(MODES)("$mode", ({ script }) => {
  test("withdrawn meanwhile: the answers can be sent as new ones, under a new receipt", async () => {
    const visitor = await newVisitor(site, { language: "ru", script });
    const { text, button } = visitor;
    const receipt = await answerOnce(visitor);
    await button(text.rate.saved.change).click();
    await visitor.choice("K1", 5).check();
    const path = `${site.server.url}/api/consultations/${KAZAKHSTAN.id}/ballot`;
    await fetch(path, { method: "DELETE", headers: { Authorization: `Bearer ${receipt}` } });
    await visitor.send();
    expect(await visitor.refusal()).toContain(text.problems["ballot-withdrawn"]);
    await button(text.rate.form.anew).click();
    await visitor.page.getByRole("alert").waitFor({ state: "detached" });
    await visitor.send();
    const other = await visitor.savedReceipt();
    expect(other).not.toBe(receipt);
    expect(await stored(site, other)).toMatchObject({ revision: 1, ratings: { W1: 2, K1: 5 } });
    expect((await askFor(site, receipt)).status).toBe(410);
  });
});

describe("two tabs of one browser", () => {
  const twoTabs = async () => {
    const here = await newVisitor(site);
    const page = await here.page.context().newPage();
    const there = { ...(await newVisitor(site)), page };
    return { here, there, page };
  };

  test("the second is told that answers were saved, and nothing of which; it may still send", async () => {
    const { here, page } = await twoTabs();
    const { form } = here.text.rate;
    await page.goto(`${RATE_PAGE}?lang=en`);
    await page.getByRole("group", { name: /^K2\s/ }).getByRole("radio", { name: /^4\s/ }).check();
    const receipt = await answerOnce(here);
    await page.getByRole("button", { name: form.review, exact: true }).click();
    const notice = page.getByRole("alert");
    await notice.filter({ hasText: form.otherTab }).waitFor();
    expect(await page.content()).not.toContain(receipt);
    expect(await page.getByRole("button", { name: form.send, exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: form.sendSeparately, exact: true }).click();
    const code = page
      .getByRole("region", { name: here.text.rate.saved.receiptHeading })
      .getByRole("code");
    const other = (await code.textContent()) ?? "";
    expect(other).not.toBe(receipt);
    expect(await stored(site, other)).toMatchObject({ ratings: { K2: 4 } });
    expect(await stored(site, receipt)).toMatchObject({ revision: 1, ratings: { W1: 2 } });
  });
});
