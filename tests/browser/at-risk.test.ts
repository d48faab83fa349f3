import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { LANGUAGES } from "../support/languages.ts";
import { watchFaults } from "./examine.ts";
import { AT_RISK } from "../support/at-risk.ts";
import { addTo } from "./more-consultations.ts";
import { MODES, newVisitor, RATE_PAGE, useSite, type Visitor } from "./visitor.ts";

/* A consultation in which taking part may be dangerous: no traces, and a way off the page at once. */

const site = useSite();
const PAGE = `/c/${AT_RISK.id}`;
const ELSEWHERE: Consultation = {
  ...AT_RISK,
  id: "at-risk-elsewhere",
  leaveTo: "https://weather.example/",
};

beforeAll(async () => {
  await Promise.all([AT_RISK, ELSEWHERE].map((one) => addTo(site.server, one)));
});

const leave = ({ page, text }: Visitor) =>
  page.getByRole("link", { name: text.rate.page.leave, exact: true });

describe.each(LANGUAGES)("at risk, in %s", (language) => {
  test("a whole ballot leaves nothing on the device, and no draft is offered", async () => {
    const visitor = await newVisitor(site, { language, width: 360 });
    const faults = await watchFaults(visitor.page, site.server.url);
    const { text } = visitor;
    await visitor.go(PAGE);
    expect(await visitor.page.locator("#draft-choice").count()).toBe(0);
    expect(await visitor.page.getByText(text.rate.page.tracesAtRisk).count()).toBe(1);
    await visitor.choice("K5", 5).check();
    const entries = await visitor.page.evaluate(() => history.length);
    await visitor.send();
    await visitor.savedReceipt();
    expect(await visitor.page.title()).toBe(text.rate.page.title);
    expect(await leave(visitor).isVisible()).toBe(true);
    // Not one entry more in the history than the page itself.
    expect(await visitor.page.evaluate(() => history.length)).toBe(entries);
    expect(await faults()).toEqual([]);
  });

  test("'leave' empties the screen and replaces the page in the history", async () => {
    const visitor = await newVisitor(site, { language });
    const { page } = visitor;
    await page.goto("/nowhere");
    await visitor.go(PAGE);
    await visitor.choice("K5", 5).check();
    await visitor.page.mouse.wheel(0, 3_000);
    expect(await leave(visitor).isVisible()).toBe(true);
    await leave(visitor).click();
    await page.waitForURL("about:blank");
    expect(await page.title()).toBe("");
    await page.goBack();
    expect(page.url()).toContain("/nowhere");
  });
});

test("'leave' goes where the consultation says, and asks nobody before", async () => {
  const visitor = await newVisitor(site);
  const asked: string[] = [];
  await visitor.page.route("https://weather.example/", async (route) => {
    asked.push(route.request().headers()["referer"] ?? "nobody");
    await route.fulfill({ body: "Sunny" });
  });
  visitor.page.on("dialog", (dialog) => asked.push(dialog.type()));
  await visitor.go(`/c/${ELSEWHERE.id}`);
  await visitor.choice("K5", 5).check();
  expect(asked).toEqual([]);
  await leave(visitor).click();
  await visitor.page.waitForURL("https://weather.example/");
  expect(asked).toEqual(["nobody"]);
});

describe.each(MODES)("'leave' $mode", ({ script }) => {
  test("is on every page of the ballot, and on none of an ordinary consultation", async () => {
    const visitor = await newVisitor(site, { script, language: "kk" });
    const { text, page, button } = visitor;
    const there = async () => expect(await leave(visitor).getAttribute("href")).toBe("about:blank");
    await visitor.go(PAGE);
    await there();
    await visitor.check();
    await visitor.refusal();
    await there();
    await visitor.choice("K5", 5).check();
    await visitor.check();
    await there();
    await visitor.send();
    const receipt = await visitor.savedReceipt();
    await there();
    await visitor.go(`${PAGE}/receipt`);
    await there();
    const field = page.getByLabel(text.rate.receipt.label, { exact: true });
    await field.fill(receipt);
    await button(text.rate.receipt.open).click();
    await page.getByRole("heading", { name: text.rate.answers.returningHeading }).waitFor();
    await there();
    await visitor.go(`${PAGE}/receipt`);
    await field.fill(receipt);
    await button(text.rate.receipt.withdraw).click();
    await visitor.arrived(text.rate.receipt.confirmTitle);
    await there();
    await button(text.rate.receipt.confirm).click();
    await visitor.arrived(text.rate.receipt.withdrawnTitle);
    await there();
    await visitor.go(RATE_PAGE);
    expect(await leave(visitor).count()).toBe(0);
  });
});
