import { expect, test } from "vitest";
import { heldAnswers, visitBehindFaults } from "./faulty-visit.ts";
import { stored, useSite } from "./visitor.ts";

/* Whoever stops the sending is not bound to what is still on its way. */

const site = useSite();

test("stopped while the answer is on its way, the answers can be changed at once, and the last are stored", async () => {
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
  await button(text.rate.form.send).click();
  await visitor.page.getByRole("status").filter({ hasText: text.rate.form.sending }).waitFor();
  letGo();
  expect(await visitor.savedReceipt()).toBe(receipt);
  expect(await stored(site, receipt)).toMatchObject({ revision: 2, ratings: { K7: 1 } });
});
