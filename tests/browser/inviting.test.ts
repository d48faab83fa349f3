import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { encode } from "uqr";
import { beforeAll, describe, expect, test } from "vitest";
import { type Language, LANGUAGES } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Services } from "../../functions/services.ts";
import { CATALOGUES } from "../../web/language/catalogue.ts";
import { servicesBeside } from "../support/beside.ts";
import { signedIn } from "../support/signed-in.ts";
import { goodBallot, newReceipt } from "../support/client.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { atTheConsole } from "./at-the-console.ts";
import { axeFindings } from "./axe.ts";
import { overflow, unnamed, untranslated } from "./examine.ts";
import { cutOff, smallTargets } from "./layout.ts";
import { printedPages } from "./printed.ts";
import { drawnModules } from "./qr-modules.ts";
import { useSite } from "./visitor.ts";

const site = useSite();
let services: Services;
let cookie: string;
const at = { id: KAZAKHSTAN.id };
const INVITATIONS = organisePath(ORGANISE.invitations, at);
const A4 = { width: 595.28, height: 841.89 };

beforeAll(async () => {
  services = await servicesBeside(site.server);
  ({ cookie } = await signedIn(services, "Aigerim", { [KAZAKHSTAN.id]: "owner" }, site.server.url));
});

type Options = Parameters<typeof atTheConsole>[2];
const visit = (options: Options = {}) => atTheConsole(site, cookie, options);

/** Fills in the form for new invitations and sends it. */
async function make(
  { page, go }: Awaited<ReturnType<typeof visit>>,
  language: Language,
  { count = "20", form = "cards", labels = "" } = {},
): Promise<void> {
  const { make: words } = CATALOGUES[language].inviting;
  await go(INVITATIONS);
  await page.getByLabel(words.label, { exact: true }).fill("№ 1");
  await page.getByLabel(words.count, { exact: true }).fill(count);
  await page.getByLabel(words.labels, { exact: true }).fill(labels);
  await page.getByLabel(words.expires, { exact: true }).fill("2099-12-31");
  await page.locator(`input[name=form][value=${form}]`).check();
  await page.getByRole("button", { name: words.send, exact: true }).click();
}

async function examined(page: Page, language: Language): Promise<void> {
  expect.soft(await overflow(page)).toBeLessThanOrEqual(0);
  expect.soft(await axeFindings(page)).toEqual([]);
  expect.soft(await unnamed(page)).toEqual([]);
  expect.soft(await smallTargets(page)).toEqual([]);
  expect.soft(await cutOff(page)).toEqual([]);
  expect.soft(await untranslated(page, language)).toEqual([]);
}

describe.each(LANGUAGES)("invitations in %s", (language) => {
  const { inviting, watching } = CATALOGUES[language];

  test("have nothing amiss on any of their pages, at 360 px and wide", async () => {
    for (const [width, colorScheme] of [
      [360, "light"],
      [1280, "dark"],
    ] as const) {
      const visitor = await visit({ language, width, colorScheme });
      const { page, faults } = visitor;
      await make(visitor, language, { count: "0" });
      await page.getByRole("alert").waitFor();
      await examined(page, language);
      await make(visitor, language, { count: "12" });
      await page.getByRole("heading", { name: inviting.codes.title, level: 1 }).waitFor();
      await examined(page, language);
      await make(visitor, language, { form: "page", labels: "1\n2" });
      await page.getByRole("table").waitFor();
      await examined(page, language);
      await page.getByRole("link", { name: inviting.codes.back }).click();
      await page.getByRole("heading", { name: inviting.title, level: 1 }).waitFor();
      await examined(page, language);
      await page.getByRole("link", { name: "№ 1" }).first().click();
      await page.getByRole("button", { name: inviting.group.revokeAll }).click();
      await page.getByRole("alert").waitFor();
      await examined(page, language);
      await page.goto(organisePath(ORGANISE.watch, { ...at, lang: language }));
      await page.getByRole("heading", { name: watching.title, level: 1 }).waitFor();
      await examined(page, language);
      // A refusal is a status that the browser notes; and an old one knows not every feature.
      const expected = /status of 422|Permissions-Policy/;
      expect((await faults()).filter((fault) => !expected.test(fault))).toEqual([]);
    }
  });

  test("are printed eight on a page of A4, whole, with nothing else", async () => {
    const visitor = await visit({ language, colorScheme: "dark" });
    const { page } = visitor;
    await make(visitor, language);
    const cards = page.locator(".invitation-card");
    await expect.poll(() => cards.count()).toBe(20);
    await page.locator(".invitation-card").evaluateAll((all) =>
      all.forEach((card, index) => {
        for (const words of [
          card.querySelector(".card-heading")!,
          card.querySelector(".card-small")!,
        ]) {
          const link = document.createElement("a");
          link.href = `https://printed.example/${index}`;
          link.append(...words.childNodes);
          words.append(link);
        }
      }),
    );
    const printed = printedPages(await page.pdf({ preferCSSPageSize: true }));
    const numbers = printed.map(({ links }) => [
      ...new Set(links.map((link) => Number(link.split("/").at(-1)))),
    ]);
    expect(numbers.map((one) => one.length)).toEqual([8, 8, 4]);
    expect(new Set(numbers.flat()).size).toBe(20);
    for (const { width, height } of printed) {
      expect(Math.abs(width - A4.width)).toBeLessThan(3);
      expect(Math.abs(height - A4.height)).toBeLessThan(3);
    }
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 718, height: 1047 });
    const tooHigh = await cards.evaluateAll((all) =>
      all.filter((one) => one.scrollHeight > one.clientHeight).map((one) => one.textContent),
    );
    expect(tooHigh).toEqual([]);
  });
});

describe("an invitation on a card", () => {
  test("has a picture that leads to the form with the code filled in", async () => {
    const visitor = await visit();
    const { page } = visitor;
    await make(visitor, "en", { count: "3" });
    const card = page.locator(".invitation-card").nth(1);
    const code = await card.locator("code").innerText();
    const address = `${site.server.url}/c/${KAZAKHSTAN.id}#invitation=${code}`;
    expect(await drawnModules(card.locator(".qr"))).toEqual(
      encode(address, { ecc: "M", border: 0 }).data,
    );
    const fills = await card
      .locator(".qr > *")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
    expect(fills).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    await page.goto(address);
    expect(await page.locator("#invitation").inputValue()).toBe(code);
    expect(page.url()).not.toContain(code);
  });

  test("comes once: as a file from the page, and never again", async () => {
    const visitor = await visit();
    const { page, go } = visitor;
    await make(visitor, "en", { labels: "=1+1\nДана" });
    const shown = await page.locator(".invitation-card code").allInnerTexts();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: CATALOGUES.en.inviting.codes.file }).click();
    const text = await readFile(await (await download).path(), "utf8");
    const rows = parse(text, { bom: true, from_line: 2 }) as string[][];
    expect(rows.map(([label, code]) => [label, code])).toEqual([
      ["'=1+1", shown[0]],
      ["Дана", shown[1]],
    ]);
    await go(INVITATIONS);
    for (const code of shown) expect(await page.content()).not.toContain(code);
  });
});

test("codes are used, counted in round numbers, revoked and then refused", async () => {
  const visitor = await visit();
  const { page } = visitor;
  await make(visitor, "en", { count: "20" });
  const codes = await page.locator(".invitation-card code").allInnerTexts();
  const use = (invitation: string) =>
    fetch(`${site.server.url}/api/consultations/${KAZAKHSTAN.id}/ballot`, {
      method: "PUT",
      headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
      body: JSON.stringify(goodBallot({ invitation })),
    });
  for (const code of codes.slice(0, 12)) expect((await use(code)).status).toBe(201);
  const { group } = CATALOGUES.en.inviting;
  await page.getByRole("link", { name: CATALOGUES.en.inviting.codes.back }).click();
  const entry = page.locator(".entry", { hasText: "20 codes, about 10 used" }).first();
  await entry.getByRole("link").click();
  await page.getByLabel(group.one, { exact: true }).fill(codes[12]!.toLowerCase());
  await page.getByRole("button", { name: group.revokeOne }).click();
  await page.getByRole("status").getByText(group.revokedOne).waitFor();
  expect((await use(codes[12]!)).status).toBe(403);
  await page.getByLabel(group.one, { exact: true }).fill(codes[0]!);
  await page.getByRole("button", { name: group.revokeOne }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel(group.sure).check();
  await page.getByRole("button", { name: group.revokeAll }).click();
  await page.getByRole("status").getByText(group.revokedAll).waitFor();
  expect((await use(codes[19]!)).status).toBe(403);
});
