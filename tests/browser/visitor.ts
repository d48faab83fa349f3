import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";
import { API, apiPath, type ReadBack } from "../../domain/api.ts";
import type { Rating } from "../../domain/ballot/rating.ts";
import type { Catalogue } from "../../web/language/catalogue.ts";
import { CATALOGUES, type Language } from "../support/languages.ts";
import { sharedBrowser } from "../support/browser.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { laidOut } from "./laid-out.ts";
import { tellIfFailed } from "./shown.ts";

export const RATE_PAGE = `/c/${KAZAKHSTAN.id}`;

/** Every page is used in both ways. */
export const MODES = [
  { mode: "with JavaScript", script: true },
  { mode: "without JavaScript", script: false },
];

/** What one test file visits, and with what. */
export interface Site {
  server: RunningServer;
  browser: Browser;
}

/**
 * Starts a server for a test file, with a database of its own in the one that runs for all tests, and ends
 * it afterwards. The browser is that of all files.
 */
export function useSite(): Site {
  const site = {} as Site;
  beforeAll(async () => {
    site.server = await startServer({ database: inject("databaseEndpoint") });
    site.browser = await sharedBrowser();
  });
  afterAll(async () => {
    await site.server?.stop();
  });
  return site;
}

/** One person at one device, and what they do on the rate page. */
export interface Visitor {
  /** The rate page that is visited. */
  rate: string;
  page: Page;
  text: Catalogue;
  /** Goes to a page in the visitor's language. */
  go(path: string, fragment?: string): Promise<void>;
  choice(code: string, rating: Rating): Locator;
  first(code: string): Locator;
  button(name: string): Locator;
  heading(name: string): Locator;
  /** Waits for the page of that title, all of it: its title alone may be there before the rest. */
  arrived(title: string): Promise<void>;
  /** Goes on from the answers to looking them through. */
  check(): Promise<void>;
  /** Sends, and looks the answers through before where that has not been done. */
  send(): Promise<void>;
  /** The receipt as the page "saved" shows it; waits for that page. */
  savedReceipt(): Promise<string>;
  /** Everything that the rate form would send now, except which button was pressed. */
  entered(): Promise<[string, string][]>;
  /** The refusal that is announced; waits for it. */
  refusal(): Promise<string>;
}

/** A new device: nothing of another visitor is on it. It is closed when the test ends. */
export async function newVisitor(
  { browser, server }: Site,
  {
    language = "en" as Language,
    script = true,
    url = server.url,
    width = 1280,
    rate = RATE_PAGE,
    context: more = {} as BrowserContextOptions,
  } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: script,
    viewport: { width, height: 800 },
    ...more,
  });
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    await tellIfFailed(page, task);
    await context.close();
  });
  return visitorAt(page, { language, rate });
}

/** Who sits at a page that is open already. */
export function visitorAt(
  page: Page,
  { language = "en" as Language, rate = RATE_PAGE } = {},
): Visitor {
  const text = CATALOGUES[language];
  const { answers, form, saved } = text.rate;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const heading = (name: string) => page.getByRole("heading", { name, exact: true, level: 1 });
  /** It is there, and the rest of its page too: what is pressed before may move away from under the hand. */
  const there = async (one: Locator, state: "attached" | "visible" = "visible") => {
    await one.waitFor({ state });
    await page.waitForLoadState("domcontentloaded");
  };
  const arrived = (title: string) => there(heading(title));
  const check = async () => {
    await there(button(form.review));
    await laidOut(page);
    await button(form.review).click();
    // Without a script that is another page.
    await page.waitForLoadState("domcontentloaded");
  };
  return {
    rate,
    page,
    text,
    button,
    heading,
    arrived,
    check,
    go: async (path, fragment = "") => {
      await page.goto(`${path}?lang=${language}${fragment}`);
    },
    choice: (code, rating) =>
      page.getByRole("group", { name: startsWith(code) }).getByRole("radio", {
        name: rating === "no-opinion" ? text.common.noOpinion : startsWith(rating),
      }),
    first: (code) =>
      page
        .getByRole("group", { name: answers.firstHeading })
        .getByRole("checkbox", { name: startsWith(code) }),
    send: async () => {
      const first = button(form.review);
      const last = button(form.send).or(button(form.sendExpert)).or(button(form.sendAgain));
      await first.or(last).first().waitFor();
      if (await first.isVisible()) await check();
      await there(last);
      await last.click();
    },
    savedReceipt: async () => {
      await arrived(saved.heading);
      const box = page.getByRole("region", { name: saved.receiptHeading });
      return (await box.getByRole("code").textContent()) ?? "";
    },
    entered: async () => {
      const form = page.locator("form#ballot");
      await there(form, "attached");
      const fields = await form.evaluate(
        (form) => [...new FormData(form as HTMLFormElement)] as [string, string][],
      );
      // Without a script there is none before the answers first come in: whichever then comes is right.
      return fields.map(([name, value]) =>
        name === "receipt" && value === "" ? [name, expect.any(String) as string] : [name, value],
      );
    },
    refusal: async () => {
      const alert = page.getByRole("alert");
      await there(alert);
      return alert.innerText();
    },
  };
}

const startsWith = (word: string | number): RegExp => new RegExp(`^${word}\\s`);

/** Fills in an invitation code by hand; after it was refused, by the way that the refusal names. */
export async function typeInvitation({ page, text }: Visitor, code: string): Promise<void> {
  const { invitation } = text.rate.answers;
  const field = page.getByLabel(invitation, { exact: true });
  const named = page.getByRole("alert").getByRole("link", { name: invitation });
  if (await named.isVisible()) await named.click();
  else if (!(await field.isVisible()))
    await page.getByText(text.rate.answers.invitationSummary).click();
  await field.fill(code);
}

/** Asks the server itself what is stored under a receipt. */
export async function stored(site: Site, receipt: string): Promise<ReadBack> {
  const answer = await askFor(site, receipt);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ReadBack;
}

/** The answer of the server itself to who asks with a receipt. */
export const askFor = ({ server }: Site, receipt: string): Promise<Response> =>
  fetch(`${server.url}${apiPath(API.getBallot, KAZAKHSTAN.id)}`, {
    headers: { Authorization: `Bearer ${receipt}` },
  });

/** Rates W1 and sends: somebody who has answered before. */
export async function answerOnce(visitor: Visitor): Promise<string> {
  await visitor.go(RATE_PAGE);
  await visitor.choice("W1", 2).check();
  await visitor.send();
  return visitor.savedReceipt();
}
