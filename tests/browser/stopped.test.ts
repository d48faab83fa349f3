import { expect, test } from "vitest";
import { heldAnswers, visitBehindFaults } from "./faulty-visit.ts";
import { stored, useSite, type Visitor } from "./visitor.ts";

/* Whoever stops the sending is not bound to what is still on its way. */

const site = useSite();

/** Stopped while the answer to what was stored is on its way, and another rating given: looked through. */
async function stoppedAndChanged() {
  const visit = await visitBehindFaults(site, { language: "ru" });
  const { visitor, proxy, receipt } = visit;
  const { text, button } = visitor;
  const { fault, letGo } = heldAnswers();
  proxy.always(fault);
  proxy.next({ kind: "status", status: 503 }, "PUT");
  await visitor.send();
  // The second attempt is stored, and its answer does not come.
  const revision = async () => ((await stored(site, receipt)) as { revision: number }).revision;
  await expect.poll(revision).toBe(1);
  await button(text.rate.form.stopTrying).click();
  await button(text.rate.form.backToAnswers).click();
  await visitor.choice("K7", 1).check();
  await visitor.check();
  return { visitor, receipt, letGo };
}

async function expectLastStored({ visitor, receipt }: { visitor: Visitor; receipt: string }) {
  expect(await visitor.savedReceipt()).toBe(receipt);
  expect(await stored(site, receipt)).toMatchObject({ revision: 2, ratings: { K7: 1 } });
}

test("other answers are sent before the answer has come: the last are stored", async () => {
  const stopped = await stoppedAndChanged();
  const { page, text, button } = stopped.visitor;
  await button(text.rate.form.send).click();
  await page.getByRole("status").filter({ hasText: text.rate.form.sending }).waitFor();
  stopped.letGo();
  await expectLastStored(stopped);
});

test("the answer comes while other answers are looked through: they are not called saved", async () => {
  const stopped = await stoppedAndChanged();
  const { text, button, heading } = stopped.visitor;
  stopped.letGo();
  await button(text.rate.form.sendAgain).waitFor();
  expect(await heading(text.rate.saved.heading).count()).toBe(0);
  await button(text.rate.form.sendAgain).click();
  await expectLastStored(stopped);
});
