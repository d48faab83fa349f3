import { expect, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";
import type { RemarksBack } from "../../domain/remark/remarks-back.ts";
import { fill } from "../../web/text.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings } from "./axe.ts";
import { MODES, newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

const site = useSite();

const REASON = "Меня зовут Айгуль. <b>Суды</b> должны быть независимыми.";

test.each(MODES)("somebody says why and what is missing $mode", async ({ script }) => {
  const visitor = await newVisitor(site, { language: "ru", script, width: 360 });
  const { page, text } = visitor;
  const { rate, receipt, send } = text.remark;
  await visitor.go(RATE_PAGE);
  await visitor.choice("K3", 5).check();
  // By keyboard alone: the fold is the next stop after the button that clears the answer.
  await page
    .getByRole("button", { name: fill(text.rate.answers.clearNamed, { code: "K3" }) })
    .focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type(REASON);
  if (script) {
    const { length } = [...REASON];
    await page.getByText(fill(rate.left, { left: 600 - length, more: 5 })).waitFor();
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByRole("textbox", { name: rate.missingLabel }).fill("О школах ничего нет.");
  // axe needs timers.
  if (script) expect(await axeFindings(page)).toEqual([]);
  if (script) {
    // A draft that is kept has the texts too.
    await page.getByLabel(text.rate.answers.draftKeep).check();
    page.once("dialog", (dialog) => dialog.accept());
    await page.reload();
    expect(await page.locator("details.why[open] textarea").inputValue()).toBe(REASON);
  }
  await visitor.check();
  await page.getByText(REASON).filter({ visible: true }).waitFor();
  await page.getByText(fill(send.looks, { what: send.signs.name })).waitFor();
  // axe needs timers.
  if (script) expect(await axeFindings(page)).toEqual([]);
  if (script) await page.context().setOffline(true);
  await visitor.button(send.asItIs).click();
  if (script) {
    await visitor.button(text.rate.form.tryNow).waitFor();
    await page.context().setOffline(false);
  }
  const code = await visitor.savedReceipt();
  await page.getByText(send.saved).waitFor();
  const stored = await fetch(site.server.url + apiPath(API.getReasons, KAZAKHSTAN.id), {
    headers: { Authorization: `Bearer ${code}` },
  });
  expect((await stored.json()) as RemarksBack).toEqual({
    reasons: { K3: { text: REASON, publish: true, state: "waiting" } },
    suggestion: { text: "О школах ничего нет.", publish: false, state: "waiting" },
  });
  await visitor.go(`${RATE_PAGE}/receipt`);
  await page.getByLabel(text.rate.receipt.label).fill(code);
  await visitor.button(receipt.see).click();
  await visitor.arrived(receipt.title);
  // axe needs timers.
  if (script) expect(await axeFindings(page)).toEqual([]);
  const what = fill(receipt.why, { code: "K3" });
  await visitor.button(fill(receipt.withdrawNamed, { what })).click();
  await visitor.button(receipt.yes).click();
  await page.getByText(receipt.withdrawn).waitFor();
  expect(await page.getByText(REASON).count()).toBe(0);
});
