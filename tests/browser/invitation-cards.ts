import { expect } from "vitest";
import type { Page } from "playwright-core";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { CATALOGUES, type Language } from "../support/languages.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import type { atTheConsole } from "./at-the-console.ts";

/** Where invitations are made. */
export const INVITATIONS = organisePath(ORGANISE.invitations, { id: KAZAKHSTAN.id });

/** Fills in the form for new invitations and sends it. */
export async function makeInvitations(
  { page, go }: Awaited<ReturnType<typeof atTheConsole>>,
  language: Language,
  { count = "20", form = "cards", labels = "" } = {},
): Promise<void> {
  const { make: words } = CATALOGUES[language].invitation;
  await go(INVITATIONS);
  await page.getByLabel(words.label, { exact: true }).fill("№ 1");
  await page.getByLabel(words.count, { exact: true }).fill(count);
  await page.getByLabel(words.labels, { exact: true }).fill(labels);
  await page.getByLabel(words.expires, { exact: true }).fill("2099-12-31");
  await page.locator(`input[name=form][value=${form}]`).check();
  await page.getByRole("button", { name: words.send, exact: true }).click();
}

/** The codes on the cards; waits until so many are there. */
export async function codesOnCards(page: Page, count: number): Promise<string[]> {
  const codes = page.locator(".invitation-card code");
  await codes.first().waitFor();
  await page.waitForLoadState();
  await expect.poll(() => codes.count()).toBe(count);
  return codes.allInnerTexts();
}
