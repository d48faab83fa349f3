import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { firefoxPath, NO_FIREFOX, openFirefox } from "../support/firefox.ts";
import { servicesBeside } from "../support/beside.ts";
import { CATALOGUES, LANGUAGE_NAMES } from "../support/languages.ts";
import { runCommand, startServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { publish } from "./console-releases.ts";
import { keepPicture } from "./keep-picture.ts";
import { misfits } from "./layout.ts";
import { useReceipt } from "./respondent-ways.ts";
import { newVisitor, RATE_PAGE, type Site, stored, type Visitor } from "./visitor.ts";

/* The respondent's and the reader's main ways in Firefox. What is looked at in every state is so in Chromium. */

const path = await firefoxPath();
if (path === undefined) console.warn(NO_FIREFOX);

const site = {} as Site;
beforeAll(async () => {
  if (path === undefined) return;
  site.server = await startServer({ database: inject("databaseEndpoint") });
  await publish(await servicesBeside(site.server), KAZAKHSTAN);
});
afterAll(() => site.server?.stop());

describe.skipIf(path === undefined)("Firefox with JavaScript", () => {
  beforeAll(async () => {
    site.browser = await openFirefox({ path: path!, script: true });
  });
  afterAll(() => site.browser?.close());

  test("rates, keeps a draft, sends", async () => {
    const visitor = await newVisitor(site, { language: "ru", width: 360 });
    const { page, text } = visitor;
    await visitor.go(RATE_PAGE);
    await visitor.choice("W2", 4).check();
    await page.getByRole("checkbox", { name: text.rate.answers.draftKeep }).check();
    await visitor.choice("K14", 1).check();
    await visitor.first("K14").check();
    await visitor.go(RATE_PAGE);
    await page.getByText(text.rate.answers.draftBack).waitFor();
    await visitor.send();
    const receipt = await visitor.savedReceipt();
    expect(await stored(site, receipt)).toMatchObject({ ratings: { W2: 4, K14: 1 } });
  });
});
