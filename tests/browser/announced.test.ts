import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fill } from "../../web/text.ts";
import { tabTo } from "./keyboard.ts";
import { arrive, RECEIPT_PAGE, toReview, toSaved } from "./respondent-ways.ts";
import { MODES, newVisitor, typeInvitation, useSite, type Visitor } from "./visitor.ts";

/* What people hear who do not see the page, as far as the page decides it. */
const site = useSite();

/** The refusal has the focus and is an alert in the browser's own accessibility tree. */
async function expectAlert({ page, refusal }: Visitor): Promise<void> {
  const said = await refusal();
  const alert = page.getByRole("alert");
  await expect.poll(() => alert.evaluate((one) => one === document.activeElement)).toBe(true);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const alerts = nodes.filter(({ ignored, role }) => !ignored && role?.value === "alert");
  expect(alerts.length).toBe(1);
  expect(alerts[0]!.properties).toContainEqual(
    expect.objectContaining({ name: "focused", value: expect.objectContaining({ value: true }) }),
  );
  expect(said.trim()).not.toBe("");
}

/** By keyboard the alert's link leads to the field, and the field says what is wrong with it. */
async function expectToLead(page: Page, link: string, field: string, sentence: string) {
  await tabTo(page, page.getByRole("alert").getByRole("link", { name: link }));
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(field);
  const described = await page.evaluate(() => {
    const ids = document.activeElement?.getAttribute("aria-describedby")?.split(" ") ?? [];
    const texts = ids.map((id) => document.getElementById(id)?.textContent);
    const place = document.activeElement!;
    return {
      texts,
      // A group of answers cannot be invalid in ARIA; a single field can, and is.
      invalid: place.tagName === "FIELDSET" ? "true" : place.getAttribute("aria-invalid"),
    };
  });
  expect(described.texts[0]).toBe(sentence);
  expect(described.texts).not.toContain(undefined);
  expect(described.invalid).toBe("true");
}

describe.each(MODES)("an error $mode is announced and leads to", ({ script }) => {
  test("the card that lacks an answer", async () => {
    const visitor = await newVisitor(site, { script, language: "ru" });
    const { rateOne } = visitor.text.rate.form;
    await arrive(visitor);
    await visitor.check();
    await expectAlert(visitor);
    await expectToLead(visitor.page, rateOne, "at-1", rateOne);
  });

  test("the invitation code that is refused", async () => {
    const visitor = await newVisitor(site, { script, language: "kk" });
    await arrive(visitor);
    await visitor.choice("W1", 2).check();
    await typeInvitation(visitor, "ABCD-EFGH-JKMN-PQRS");
    await visitor.send();
    await expectAlert(visitor);
    const { problems, rate } = visitor.text;
    await expectToLead(
      visitor.page,
      rate.form.invitation,
      "invitation",
      problems["invitation-refused"],
    );
  });

  test("the question whose answer is none of those on offer", async () => {
    const visitor = await newVisitor(site, { script });
    await arrive(visitor);
    await visitor.choice("W1", 2).check();
    await visitor.page.locator("#about-region").evaluate((one) => {
      const select = one as HTMLSelectElement;
      select.options[1]!.value = "elsewhere";
      select.selectedIndex = 1;
    });
    // The plain form is refused before it is looked through.
    await (script ? visitor.send() : visitor.check());
    await expectAlert(visitor);
    const sentence = visitor.text.common.faults["not-allowed"];
    await expectToLead(visitor.page, sentence, "about-region", sentence);
  });
});

test("a receipt that is none is announced, and leads to the field", async () => {
  const visitor = await newVisitor(site, { script: false, language: "kk" });
  const { rate, problems } = visitor.text;
  await visitor.go(RECEIPT_PAGE);
  await visitor.page.getByLabel(rate.receipt.label, { exact: true }).fill("7K2M-9QXD");
  await visitor.button(rate.receipt.open).click();
  await expectAlert(visitor);
  const sentence = problems["receipt-malformed"];
  await expectToLead(visitor.page, sentence, "receipt", sentence);
});

/** Marks every place that is read out when it changes: only what is there before is heard surely. */
const markLive = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll("output, [role=status], [aria-live=polite]")) {
      if (one.checkVisibility() || one.tagName === "OUTPUT") one.classList.add("marked-live");
    }
  });

const heard = (page: Page, text: string) =>
  expect
    .poll(async () => (await page.locator(".marked-live").allTextContents()).join())
    .toContain(text);

describe("what changes is read out without interrupting:", () => {
  test("progress, and that three are chosen", async () => {
    const visitor = await newVisitor(site);
    const { page, text } = visitor;
    await arrive(visitor);
    await markLive(page);
    await visitor.choice("K2", 4).check();
    await heard(page, fill(text.rate.form.progress, { count: 1, total: 18 }));
    for (const code of ["W1", "K2", "K14"]) await visitor.first(code).check();
    await heard(page, text.rate.answers.firstFull);
    await visitor.page.getByLabel(text.rate.answers.draftKeep).check();
    await heard(page, text.rate.answers.draftUntil.split("{")[0]!);
  });

  test("sending, and that it is tried again", async () => {
    const visitor = await newVisitor(site);
    const { page, text } = visitor;
    await toReview(visitor);
    await markLive(page);
    let fail = () => {};
    await page.route("**/api/**", (route) => {
      fail = () => void route.abort();
    });
    await visitor.send();
    await heard(page, text.rate.form.sending);
    fail();
    await heard(page, text.rate.form.unreachable.other.split("{count}")[0]!);
  });

  test("that the receipt was copied, or was not", async () => {
    const visitor = await newVisitor(site);
    await toSaved(visitor);
    await markLive(visitor.page);
    const { copy, copied } = visitor.text.rate.saved;
    await visitor.page.context().grantPermissions(["clipboard-write"]);
    await visitor.button(copy).click();
    await heard(visitor.page, copied);
  });
});
