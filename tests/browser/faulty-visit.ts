import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished } from "vitest";
import { clientConfig } from "../../functions/local/database.ts";
import { LOCAL_TABLES } from "../../functions/local/services.ts";
import { connect } from "../../functions/store/database.ts";
import { type Fault, type FaultProxy, openFaultProxy } from "./fault-proxy.ts";
import { newVisitor, RATE_PAGE, type Site, stored, type Visitor } from "./visitor.ts";
import { type Language, LANGUAGE_NAMES } from "../support/languages.ts";

/** A respondent who has answered, not sent yet, and whose line can go wrong. */
export interface FaultyVisit {
  language: Language;
  visitor: Visitor;
  proxy: FaultProxy;
  /** Every field of the form, and two of them. */
  entered: [string, string][];
  receipt: string;
  order: string[];
  /** How many ballots there were before, of anybody. */
  ballotsBefore: number;
}

const RATINGS = { K7: 5, W3: "no-opinion" } as const;
const FIRST = ["K7"];

/** Opens the rate page behind a proxy and gives a few answers. */
export async function visitBehindFaults(
  site: Site,
  { language, script = true }: { language: Language; script?: boolean },
): Promise<FaultyVisit> {
  const proxy = await openFaultProxy(site.server.url);
  onTestFinished(() => proxy.close());
  const visitor = await newVisitor(site, { language, script, url: proxy.url });
  await visitor.go(RATE_PAGE);
  // Here a line goes wrong, and no clock: the page's own patience would send once more on a slow machine.
  if (script) await visitor.page.evaluate(() => Object.assign(AbortSignal, { timeout: undefined }));
  for (const [code, rating] of Object.entries(RATINGS)) {
    await visitor.choice(code, rating).check();
  }
  for (const code of FIRST) await visitor.first(code).check();
  if (!script) {
    // The plain form is given its receipt when it first comes in.
    await visitor.button(LANGUAGE_NAMES[language]).click();
    await visitor.page.waitForURL("**/?lang=*");
  }
  const entered = await visitor.entered();
  const field = (name: string) => entered.find(([one]) => one === name)![1];
  return {
    language,
    visitor,
    proxy,
    entered,
    receipt: field("receipt"),
    order: field("order").split(" "),
    ballotsBefore: await ballotCount(site),
  };
}

/** Answers that are held back until they are let go. */
export function heldAnswers(): { fault: Fault; letGo: () => void } {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => (letGo = resolve));
  return { fault: { kind: "slow", until }, letGo };
}

/** How many ballots are stored, of anybody. */
export async function ballotCount({ server }: Site): Promise<number> {
  const { client, tables } = connect(LOCAL_TABLES, clientConfig(server.instance));
  const scan = { TableName: tables.ballots, Select: "COUNT", ConsistentRead: true } as const;
  const { Count = 0 } = await client.send(new ScanCommand(scan));
  client.destroy();
  return Count;
}

/** The store holds exactly what was chosen: once, at its first revision, and nothing besides. */
export async function expectStoredOnce(site: Site, visit: FaultyVisit): Promise<void> {
  expect(await stored(site, visit.receipt)).toEqual({
    revision: 1,
    panel: "public",
    language: visit.language,
    ratings: RATINGS,
    about: {},
    first: FIRST,
    positions: visit.order,
  });
  expect(await ballotCount(site)).toBe(visit.ballotsBefore + 1);
}

/** The page says "saved" under the visitor's receipt, and that is true. */
export async function expectSaved(site: Site, visit: FaultyVisit): Promise<void> {
  expect(await visit.visitor.savedReceipt()).toBe(visit.receipt);
  await expectStoredOnce(site, visit);
}

/** Nothing says "saved", and everything that was entered is still there. */
export async function expectKept({ visitor, entered }: FaultyVisit): Promise<void> {
  expect(await visitor.heading(visitor.text.rate.saved.heading).count()).toBe(0);
  expect(await visitor.entered()).toEqual(entered);
}

/**
 * Presses "send" and waits until the page says why that failed. In that very moment nothing may say
 * "saved" and every answer has to be there: a moment later the page tries again.
 */
export async function sendAndFail(
  visit: FaultyVisit,
  because: "unreachable" | "busy",
): Promise<void> {
  const { page, text, send } = visit.visitor;
  const [said = ""] = text.rate.form[because].other.split("{count}");
  const telling = page.evaluate(
    (said) =>
      new Promise<{ headings: string[]; entered: unknown }>((resolve) => {
        const look = () => {
          const places = [...document.querySelectorAll("output, [role=status], [role=alert]")];
          if (!places.some((place) => place.textContent?.includes(said))) {
            requestAnimationFrame(look);
            return;
          }
          const form = document.querySelector<HTMLFormElement>("form#ballot")!;
          resolve({
            headings: [...document.querySelectorAll("h1")].map((one) => one.textContent ?? ""),
            entered: [...new FormData(form)],
          });
        };
        look();
      }),
    said,
  );
  await send();
  const { headings, entered } = await telling;
  expect(headings).not.toContain(text.rate.saved.heading);
  expect(entered).toEqual(visit.entered);
}
