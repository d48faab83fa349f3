import { describe, expect, test } from "vitest";
import { RECEIPT_PAGE } from "./respondent-ways.ts";
import { answerOnce, askFor, MODES, newVisitor, stored, useSite } from "./visitor.ts";

const site = useSite();

describe.each(MODES)("a receipt $mode", ({ script }) => {
  test("opens its answers, which can be changed, sent again and withdrawn", async () => {
    const visitor = await newVisitor(site, { language: "ru", script });
    const { page, text, button, arrived } = visitor;
    const texts = text.rate.receipt;
    const receipt = await answerOnce(visitor);

    if (script) {
      await page.getByRole("link", { name: text.rate.saved.link }).click();
      await arrived(texts.title);
      expect(page.url()).not.toContain("#");
    } else {
      await visitor.go(RECEIPT_PAGE);
      // As somebody types it from a note.
      await page
        .getByLabel(texts.label, { exact: true })
        .fill(receipt.toLowerCase().replaceAll("-", " "));
    }
    await button(texts.open).click();
    await page.getByRole("heading", { name: text.rate.answers.returningHeading }).waitFor();
    expect(await visitor.choice("W1", 2).isChecked()).toBe(true);
    await visitor.choice("W1", 4).check();
    await visitor.choice("K4", 1).check();
    await visitor.send();
    expect(await visitor.savedReceipt()).toBe(receipt);
    const changed = { revision: 2, ratings: { W1: 4, K4: 1 } };
    expect(await stored(site, receipt)).toMatchObject(changed);

    const toWithdraw = async () => {
      await visitor.go(RECEIPT_PAGE);
      await page.getByLabel(texts.label, { exact: true }).fill(receipt);
      await button(texts.withdraw).click();
      await arrived(texts.confirmTitle);
      expect(await stored(site, receipt)).toMatchObject(changed);
    };
    await toWithdraw();
    await button(texts.keep).click();
    await page.getByRole("heading", { name: text.rate.answers.returningHeading }).waitFor();
    await toWithdraw();
    await button(texts.confirm).click();
    await arrived(texts.withdrawnTitle);
    const answer = await askFor(site, receipt);
    expect(await answer.json()).toMatchObject({ title: "ballot-withdrawn" });

    await visitor.go(RECEIPT_PAGE);
    await page.getByLabel(texts.label, { exact: true }).fill(receipt);
    await button(texts.open).click();
    expect(await visitor.refusal()).toContain(text.problems["ballot-withdrawn"]);
  });

  test("that is none, or is unknown, is refused in the page's language and stays in the field", async () => {
    const visitor = await newVisitor(site, { language: "kk", script });
    const { page, text, button } = visitor;
    const field = page.getByLabel(text.rate.receipt.label, { exact: true });
    await visitor.go(RECEIPT_PAGE);
    for (const [typed, problem] of [
      ["7K2M-9QXD", "receipt-malformed"],
      ["7K2M-9QXD-04TB-HN6V-3WRE", "ballot-unknown"],
    ] as const) {
      await field.fill(typed);
      await button(text.rate.receipt.open).click();
      await page.getByRole("alert").filter({ hasText: text.problems[problem] }).waitFor();
      expect(await field.inputValue()).toBe(typed);
      expect(await page.locator("html").getAttribute("lang")).toBe("kk");
    }
  });

  test("used on two devices at once: the later one is told, loses nothing, and can replace", async () => {
    const [here, there] = [
      await newVisitor(site, { script }),
      await newVisitor(site, { language: "kk", script }),
    ];
    const receipt = await answerOnce(here);
    await there.go(RECEIPT_PAGE);
    await there.page.getByLabel(there.text.rate.receipt.label, { exact: true }).fill(receipt);
    await there.button(there.text.rate.receipt.open).click();
    await there.choice("K9", 5).check();

    await here.button(here.text.rate.saved.change).click();
    await here.choice("W1", 3).check();
    await here.send();
    await here.savedReceipt();

    const entered = await there.entered();
    await there.send();
    const refusal = await there.refusal();
    expect(refusal).toContain(there.text.problems["revision-conflict"]);
    expect(await stored(site, receipt)).toMatchObject({ revision: 2, ratings: { W1: 3 } });
    const answers = (fields: [string, string][]) => fields.filter(([name]) => name !== "revision");
    expect(answers(await there.entered())).toEqual(answers(entered));
    // Both versions side by side, where they differ.
    const { mine, storedNow } = there.text.rate.form;
    const row = there.page
      .getByRole("alert")
      .locator(".read-back > div")
      .filter({ hasText: "W1 " });
    expect(await row.getByRole("definition").allInnerTexts()).toEqual([
      `${mine}: 2 – ${there.text.common.scale[2]}`,
      `${storedNow}: 3 – ${there.text.common.scale[3]}`,
    ]);
    await there.button(there.text.rate.form.replace).click();
    expect(await there.savedReceipt()).toBe(receipt);
    expect(await stored(site, receipt)).toMatchObject({ revision: 3, ratings: { W1: 2, K9: 5 } });
  });
});
