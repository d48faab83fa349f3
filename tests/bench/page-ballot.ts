import type { Browser } from "playwright-core";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { rateTexts } from "./languages.ts";
import type { Language } from "../support/languages.ts";

/** Requests that one respondent caused. */
export interface BallotRequests {
  /** While answering: after the page was ready and before "send" was pressed. */
  before: number;
  put: number;
  get: number;
  other: number;
}

/** Answers every recommendation and sends; what crossed the wire for it. */
export async function ballotRequests(
  browser: Browser,
  url: string,
  { recommendations }: Consultation,
  language: Language,
): Promise<BallotRequests> {
  const text = rateTexts(language);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    const methods: string[] = [];
    context.on("request", (request) => methods.push(request.method()));

    for (const [index, { code }] of recommendations.entries()) {
      await page.locator(`[name="rating.${code}"][value="${(index % 5) + 1}"]`).check();
    }
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    await button(text.form.review).click();
    await button(text.form.send).waitFor();
    const before = methods.splice(0).length;
    await button(text.form.send).click();
    await page.getByRole("heading", { name: text.saved.heading, exact: true }).waitFor();
    // Whatever the page still has to say afterwards belongs to the ballot too.
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    const of = (method: string) => methods.filter((one) => one === method).length;
    const [put, get] = [of("PUT"), of("GET")];
    return { before, put, get, other: methods.length - put - get };
  } finally {
    await context.close();
  }
}
