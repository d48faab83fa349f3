import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { encode } from "uqr";
import { beforeAll, describe, expect, test } from "vitest";
import { CATALOGUES, LANGUAGES, type Language } from "../support/languages.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Services } from "../../functions/services.ts";
import { servicesBeside } from "../support/beside.ts";
import { signedIn } from "../support/signed-in.ts";
import { goodBallot, newReceipt } from "../support/client.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { atTheConsole } from "./at-the-console.ts";
import { axeInTurns } from "./axe.ts";
import { unnamed, untranslated } from "./examine.ts";
import { DEVICE_FONTS, useDeviceFont } from "./device-fonts.ts";
import { misfits } from "./layout.ts";
import { printedPages } from "./printed.ts";
import { codesOnCards, INVITATIONS, makeInvitations } from "./invitation-cards.ts";
import { drawnModules } from "./qr-modules.ts";
import { useSite } from "./visitor.ts";

const site = useSite();
let services: Services;
let cookie: string;
const at = { id: KAZAKHSTAN.id };
const A4 = { width: 595.28, height: 841.89 };

beforeAll(async () => {
  services = await servicesBeside(site.server);
  ({ cookie } = await signedIn(services, "Aigerim", { [KAZAKHSTAN.id]: "owner" }, site.server.url));
});

type Options = Parameters<typeof atTheConsole>[2];
const visit = (options: Options = {}) => atTheConsole(site, cookie, options);

async function examined(
  page: Page,
  language: Language,
  axe: ReturnType<typeof axeInTurns>,
): Promise<void> {
  expect.soft(await axe(page)).toEqual([]);
  expect.soft(await unnamed(page)).toEqual([]);
  expect.soft(await misfits(page)).toEqual([]);
  expect.soft(await untranslated(page, language)).toEqual([]);
}

describe.each(LANGUAGES)("invitations in %s", (language) => {
  const { invitation, participation } = CATALOGUES[language];
  const axe = axeInTurns(language);

  test("have nothing amiss on any of their pages, at 360 px and wide", async () => {
    for (const [width, colorScheme] of [
      [360, "light"],
      [1280, "dark"],
    ] as const) {
      const visitor = await visit({ language, width, colorScheme });
      const { page, faults } = visitor;
      await makeInvitations(visitor, language, { count: "0" });
      await page.getByRole("alert").waitFor();
      await examined(page, language, axe);
      await makeInvitations(visitor, language, { count: "12" });
      await page.getByRole("heading", { name: invitation.codes.title, level: 1 }).waitFor();
      await examined(page, language, axe);
      await makeInvitations(visitor, language, { form: "page", labels: "1\n2" });
      await page.getByRole("table").waitFor();
      await examined(page, language, axe);
      await page.getByRole("link", { name: invitation.codes.back }).click();
      await page.getByRole("heading", { name: invitation.title, level: 1 }).waitFor();
      await examined(page, language, axe);
      await page.getByRole("link", { name: "№ 1" }).first().click();
      await page.getByRole("button", { name: invitation.group.revokeAll }).click();
      await page.getByRole("alert").waitFor();
      await examined(page, language, axe);
      await page.goto(organisePath(ORGANISE.watch, { ...at, lang: language }));
      await page.getByRole("heading", { name: participation.title, level: 1 }).waitFor();
      await examined(page, language, axe);
      // A refusal is a status that the browser notes; and an old one knows not every feature.
      const expected = /status of 422|Permissions-Policy/;
      expect((await faults()).filter((fault) => !expected.test(fault))).toEqual([]);
    }
  });

  test("are printed eight on a page of A4, whole, with nothing else", async () => {
    const visitor = await visit({ language, colorScheme: "dark" });
    const { page } = visitor;
    await makeInvitations(visitor, language);
    await codesOnCards(page, 20);
    const cards = page.locator(".invitation-card");
    await cards.evaluateAll((all) =>
      all.forEach((card, index) => {
        for (const name of [".card-heading", ".card-small"]) {
          const words = card.querySelector(name)!;
          const link = document.createElement("a");
          link.href = `https://printed.example/${index}`;
          // The cards have no links: this one is to take no room.
          link.style.padding = "0";
          link.append(...words.childNodes);
          words.append(link);
        }
      }),
    );
    await page.setViewportSize({ width: 718, height: 1047 });
    for (const font of DEVICE_FONTS) {
      await useDeviceFont(page, font);
      await page.emulateMedia({ media: null });
      const printed = printedPages(await page.pdf({ preferCSSPageSize: true }));
      const numbers = printed.map(({ links }) => [
        ...new Set(links.map((link) => Number(link.split("/").at(-1)))),
      ]);
      expect(
        numbers.map((one) => one.length),
        font,
      ).toEqual([8, 8, 4]);
      expect(new Set(numbers.flat()).size).toBe(20);
      for (const { width, height } of printed) {
        expect(Math.abs(width - A4.width)).toBeLessThan(3);
        expect(Math.abs(height - A4.height)).toBeLessThan(3);
      }
      await page.emulateMedia({ media: "print" });
      const tooHigh = await cards.evaluateAll((all) =>
        all.filter((one) => one.scrollHeight > one.clientHeight).map((one) => one.textContent),
      );
      expect(tooHigh, font).toEqual([]);
    }
  });
});

describe("an invitation on a card", () => {
  test("has a picture that leads to the form with the code filled in", async () => {
    const visitor = await visit();
    const { page } = visitor;
    await makeInvitations(visitor, "en", { count: "3" });
    const card = page.locator(".invitation-card").nth(1);
    const code = await card.locator("code").innerText();
    const address = `${site.server.url}/c/${KAZAKHSTAN.id}?lang=en#invitation=${code}`;
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
    await makeInvitations(visitor, "en", { labels: "=1+1\nДана" });
    const shown = await codesOnCards(page, 2);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: CATALOGUES.en.invitation.codes.file }).click();
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
  await makeInvitations(visitor, "en");
  const codes = await codesOnCards(page, 20);
  const use = (invitation: string) =>
    fetch(`${site.server.url}/api/consultations/${KAZAKHSTAN.id}/ballot`, {
      method: "PUT",
      headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
      body: JSON.stringify(goodBallot({ invitation })),
    });
  for (const code of codes.slice(0, 12)) expect((await use(code)).status).toBe(201);
  const { group } = CATALOGUES.en.invitation;
  const { done } = CATALOGUES.en.organiser;
  await page.getByRole("button", { name: CATALOGUES.en.invitation.pieces.seen }).click();
  await page.getByRole("status").getByText(done["codes-seen"].split("{")[0]!).waitFor();
  await page.getByRole("link", { name: CATALOGUES.en.invitation.group.back }).click();
  const entry = page.locator(".entry", { hasText: "20 codes, about 10 used" }).first();
  await entry.getByRole("link").click();
  await page.getByLabel(group.one, { exact: true }).fill(codes[12]!.toLowerCase());
  await page.getByRole("button", { name: group.revokeOne }).click();
  await page.getByRole("status").getByText(done["code-revoked"]).waitFor();
  expect((await use(codes[12]!)).status).toBe(403);
  await page.getByLabel(group.one, { exact: true }).fill(codes[0]!);
  await page.getByRole("button", { name: group.revokeOne }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel(group.sure).check();
  await page.getByRole("button", { name: group.revokeAll }).click();
  await page.getByRole("status").getByText(done["codes-revoked"]).waitFor();
  expect((await use(codes[19]!)).status).toBe(403);
});
