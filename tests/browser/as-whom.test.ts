import { beforeAll, expect, test } from "vitest";
import { CATALOGUES, LANGUAGE_NAMES } from "../support/languages.ts";
import { runCommand } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { watchFaults } from "./examine.ts";
import { AT_RISK } from "../support/at-risk.ts";
import { addTo } from "./more-consultations.ts";
import { newVisitor, RATE_PAGE, stored, typeInvitation, useSite, type Visitor } from "./visitor.ts";

/* As whom one answers: an invitation lasts as long as its tab, and nobody invited is made one of the public unasked. */

const site = useSite();
let codes: string[];

beforeAll(async () => {
  await addTo(site.server, AT_RISK);
  const { output } = await runCommand(site.server.folder, "invite", [KAZAKHSTAN.id, "4"]);
  codes = output.trim().split(/\s+/);
});

const field = ({ page }: Visitor) => page.locator("#invitation");
const asExpert = ({ page, text }: Visitor) => page.getByText(text.rate.answers.asExpert).waitFor();
const asPublic = ({ page, text }: Visitor) => page.getByText(text.rate.answers.asPublic).waitFor();
const unsaid = ({ page, text }: Visitor) => page.getByText(text.rate.answers.asUnsaid).waitFor();
const instead = ({ page, text }: Visitor) =>
  page.getByRole("checkbox", { name: text.rate.answers.publicInstead });
const order = ({ page }: Visitor) => page.locator("[name=order]").inputValue();

test("an invitation and answers outlast loading again, other pages, the other language and the way back, and end with saving", async () => {
  const visitor = await newVisitor(site, { width: 360 });
  const { page, text } = visitor;
  const left = await watchFaults(page, site.server.url);
  page.on("dialog", (dialog) => void dialog.accept());
  const [code = ""] = codes;
  const here = async () => {
    await asExpert(visitor);
    expect(await field(visitor).inputValue()).toBe(code);
    expect(page.url()).not.toContain("#");
  };
  await visitor.go(RATE_PAGE, `#invitation=${code}`);
  await here();
  await page.reload();
  await here();
  await page.getByRole("link", { name: text.about.privacy.title }).click();
  await visitor.arrived(text.about.privacy.title);
  await visitor.go(RATE_PAGE);
  await here();

  await visitor.choice("W1", 4).check();
  await visitor.first("K2").check();
  const shown = await order(visitor);
  await visitor.button(LANGUAGE_NAMES.ru).click();
  await page.locator("html[lang=ru][data-ready]").waitFor();
  await page.getByText(CATALOGUES.ru.rate.answers.asExpert).waitFor();
  await visitor.choice("W1", 2).check();
  await page.locator("[name='rating.K3'][value='5']").check();
  await visitor.first("K2").or(page.locator("[name=first][value=K2]")).uncheck();
  await page.goBack();
  await here();
  const chosen = (await visitor.entered()).filter(([name]) => /^(rating|first)/.test(name));
  expect(chosen.toSorted()).toEqual([
    ["rating.K3", "5"],
    ["rating.W1", "2"],
  ]);
  expect(await order(visitor)).toBe(shown);

  await visitor.check();
  await visitor.button(text.rate.form.sendExpert).click();
  expect(await stored(site, await visitor.savedReceipt())).toMatchObject({
    panel: "expert",
    ratings: { W1: 2, K3: 5 },
    positions: shown.split(" "),
  });
  expect(await left()).toEqual([]);
  await visitor.go(RATE_PAGE);
  await asPublic(visitor);
});

test("an invitation that is opened where the page is open is taken; who then answers with the public says so", async () => {
  const visitor = await newVisitor(site, { language: "kk" });
  const { page, text } = visitor;
  await visitor.go(RATE_PAGE);
  await asPublic(visitor);
  await visitor.choice("K1", 3).check();
  await visitor.check();
  await visitor.arrived(text.rate.form.reviewHeading);
  await visitor.go(RATE_PAGE, `#invitation=${codes[1]}`);
  await asExpert(visitor);
  await page.locator("#invitation:focus").waitFor();
  expect(page.url()).not.toContain("#");
  expect(await visitor.choice("K1", 3).isChecked()).toBe(true);

  await field(visitor).fill("");
  await visitor.check();
  expect(await visitor.refusal()).toContain(text.problems["panel-unsaid"]);
  await unsaid(visitor);
  await field(visitor).fill(codes[1]!);
  await instead(visitor).check();
  await asPublic(visitor);
  await visitor.check();
  await visitor.button(text.rate.form.send).click();
  const { panel } = await stored(site, await visitor.savedReceipt());
  expect(panel).toBe("public");
});

test("an older draft takes no invitation away", async () => {
  const visitor = await newVisitor(site);
  const { page, text } = visitor;
  await visitor.go(RATE_PAGE);
  await page.getByRole("checkbox", { name: text.rate.answers.draftKeep }).check();
  await visitor.choice("K1", 3).check();
  await page.goto("about:blank");
  await visitor.go(RATE_PAGE, `#invitation=${codes[3]}`);
  await asExpert(visitor);
  await page.reload();
  await asExpert(visitor);
  expect(await field(visitor).inputValue()).toBe(codes[3]);
  expect(await visitor.choice("K1", 3).isChecked()).toBe(true);
});

test("at risk nothing is kept of an invitation, and who loads the page again is asked", async () => {
  const visitor = await newVisitor(site, { language: "ru" });
  const { page, text } = visitor;
  const left = await watchFaults(page, site.server.url);
  await visitor.go(`/c/${AT_RISK.id}`, `#invitation=${codes[0]}`);
  await asExpert(visitor);
  await visitor.choice("K5", 5).check();
  await page.reload();
  await unsaid(visitor);
  await visitor.choice("K5", 5).check();
  await visitor.check();
  expect(await visitor.refusal()).toContain(text.problems["panel-unsaid"]);
  await instead(visitor).check();
  await visitor.check();
  await visitor.button(text.rate.form.send).waitFor();
  expect(await left()).toEqual([]);
});

test("without JavaScript the code is entered by hand, and goes through language, loading again and review", async () => {
  const visitor = await newVisitor(site, { script: false });
  const { page, text } = visitor;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await visitor.go(RATE_PAGE, `#invitation=${codes[2]}`);
  await asPublic(visitor);
  await page.getByText(text.rate.answers.codeByHand).waitFor();
  await typeInvitation(visitor, codes[2]!);
  await visitor.button(text.rate.answers.takeCode).click();
  await asExpert(visitor);
  await visitor.choice("K1", 3).check();
  await visitor.button(LANGUAGE_NAMES.kk).click();
  await page.getByText(CATALOGUES.kk.rate.answers.asExpert).waitFor();
  await page.reload();
  await page.getByText(CATALOGUES.kk.rate.answers.asExpert).waitFor();
  await visitor.button(LANGUAGE_NAMES.en).click();
  await visitor.check();
  await visitor.button(text.rate.form.sendExpert).click();
  const { panel } = await stored(site, await visitor.savedReceipt());
  expect(panel).toBe("expert");
  expect(asked.filter((url) => url.includes(codes[2]!))).toEqual([]);
});
