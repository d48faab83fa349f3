import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../support/languages.ts";
import type { Fault, Seen } from "./fault-proxy.ts";
import {
  ballotCount,
  expectKept,
  expectSaved,
  expectStoredOnce,
  type FaultyVisit,
  heldAnswers,
  sendAndFail,
  visitBehindFaults,
} from "./faulty-visit.ts";
import { askFor, RATE_PAGE, useSite, type Visitor } from "./visitor.ts";

const site = useSite();

interface Case {
  fault: Fault;
  /** What the page has to say. */
  says: "unreachable" | "busy";
}

const CASES: Case[] = [
  { fault: { kind: "status", status: 500 }, says: "busy" },
  { fault: { kind: "status", status: 429, retryAfter: 1 }, says: "busy" },
  { fault: { kind: "html-error" }, says: "busy" },
  { fault: { kind: "status", status: 503, retryAfter: 1 }, says: "busy" },
  { fault: { kind: "html" }, says: "unreachable" },
  { fault: { kind: "cut" }, says: "unreachable" },
  { fault: { kind: "lost" }, says: "unreachable" },
  { fault: { kind: "refused" }, says: "unreachable" },
  { fault: { kind: "half-json" }, says: "unreachable" },
];
const inTurn = <Kind>(all: readonly Kind[]) =>
  all.map((one, place) => ({ one, language: LANGUAGES[place % LANGUAGES.length]! }));
const nameOf = (fault: Fault) => ("status" in fault ? String(fault.status) : fault.kind);
const puts = (seen: Seen[]) => seen.filter(({ method }) => method === "PUT").length;
const gone = (seen: Seen[]) => seen.filter(({ fault }) => fault !== undefined).length;

describe("one request goes wrong: the page says so, keeps the answers, tries again and saves", () => {
  const cases = inTurn(CASES).map(({ one, language }) => ({
    ...one,
    language,
    name: nameOf(one.fault),
  }));
  // What is stored comes with the answer to what is sent: nothing else is asked for.
  test.each(cases)("$name, in $language", async ({ fault, says, language }) => {
    const visit = await visitBehindFaults(site, { language });
    visit.proxy.next(fault, "PUT");
    await sendAndFail(visit, says);
    await expectSaved(site, visit);
    expect(gone(visit.proxy.seen)).toBe(1);
  });
});

test("a slow answer is waited for, and nothing is sent twice", async () => {
  const visit = await visitBehindFaults(site, { language: "ru" });
  const { fault, letGo } = heldAnswers();
  visit.proxy.always(fault);
  await visit.visitor.send();
  await visit.visitor.page
    .getByRole("status")
    .filter({ hasText: visit.visitor.text.rate.form.sending })
    .waitFor();
  await expectKept(visit);
  letGo();
  await expectSaved(site, visit);
  expect(puts(visit.proxy.seen)).toBe(1);
});

test("an answer with another ballot is never called saved", async () => {
  const visit = await visitBehindFaults(site, { language: "kk" });
  visit.proxy.always({ kind: "other-ballot" }, "PUT");
  await visit.visitor.send();
  const { differs } = visit.visitor.text.rate.form;
  await visit.visitor.page.getByRole("alert").filter({ hasText: differs }).waitFor();
  expect(await visit.visitor.heading(visit.visitor.text.rate.saved.heading).count()).toBe(0);
  // The revision of the next attempt is one of the fields; the answers are the others.
  const answers = (all: [string, string][]) => all.filter(([name]) => name !== "revision");
  expect(answers(await visit.visitor.entered())).toEqual(answers(visit.entered));
  await expectStoredOnce(site, visit);
});

test("while it goes on going wrong nothing is called saved, however often the page tries", async () => {
  const lasting: { fault: Fault; method: string }[] = [
    { fault: { kind: "status", status: 503 }, method: "PUT" },
    { fault: { kind: "html" }, method: "PUT" },
    { fault: { kind: "lost" }, method: "PUT" },
    { fault: { kind: "half-json" }, method: "PUT" },
  ];
  const attempts = inTurn(lasting).map(async ({ one: { fault, method }, language }) => {
    const visit = await visitBehindFaults(site, { language });
    visit.proxy.always(fault, method);
    await visit.visitor.send();
    await expect.poll(() => gone(visit.proxy.seen)).toBeGreaterThanOrEqual(3);
    await expectKept(visit);
  });
  await Promise.all(attempts);
});

test("without a network the answers stay, and are sent the moment it is back", async () => {
  const visit = await visitBehindFaults(site, { language: "kk" });
  const { page } = visit.visitor;
  let failed = 0;
  page.on("requestfailed", () => (failed += 1));
  await page.context().setOffline(true);
  await sendAndFail(visit, "unreachable");
  await expect.poll(() => failed).toBeGreaterThanOrEqual(3);
  await expectKept(visit);
  expect(puts(visit.proxy.seen)).toBe(0);
  // It no longer tries by itself: only the network's return can be what makes it send.
  await page.evaluate(() => {
    for (let timer = Number(setTimeout(() => {})); timer > 0; timer--) clearTimeout(timer);
  });
  await page.context().setOffline(false);
  await expectSaved(site, visit);
  expect(puts(visit.proxy.seen)).toBe(1);
});

/** The button that sends, past whatever stands before it. */
async function sendButton({ text, button, check }: Visitor) {
  await check();
  return button(text.rate.form.send);
}

describe("whoever cannot wait sends once: each attempt is one request", () => {
  const HOLDING = 60;
  const doubleClick = async (visitor: Visitor) => (await sendButton(visitor)).dblclick();
  const holdEnter = async (visitor: Visitor) => {
    await (await sendButton(visitor)).focus();
    for (let held = 0; held < HOLDING; held++) {
      await visitor.page.keyboard.down("Enter");
      await visitor.page.waitForTimeout(30); // As fast as a keyboard repeats a key.
    }
    await visitor.page.keyboard.up("Enter");
  };
  test.each([
    { name: "a double click", press: doubleClick, failures: 0, language: "en" },
    { name: "Enter held down", press: holdEnter, failures: 0, language: "ru" },
    { name: "Enter held down", press: holdEnter, failures: 1, language: "kk" },
  ] as const)("$name, $failures failure(s) before, in $language", async (one) => {
    const visit = await visitBehindFaults(site, { language: one.language });
    // The later presses come while the answer is still on its way.
    const { fault, letGo } = heldAnswers();
    visit.proxy.always(fault);
    if (one.failures > 0) visit.proxy.next({ kind: "status", status: 503 }, "PUT");
    await one.press(visit.visitor);
    letGo();
    await expectSaved(site, visit);
    expect(puts(visit.proxy.seen)).toBe(1 + one.failures);
  });
});

describe("without JavaScript a form that is sent again after a fault is one ballot", () => {
  const kinds: { fault: Fault; arrived: boolean }[] = [
    { fault: { kind: "status", status: 500 }, arrived: false },
    { fault: { kind: "status", status: 503 }, arrived: false },
    { fault: { kind: "html" }, arrived: false },
    { fault: { kind: "lost" }, arrived: true },
  ];
  const cases = inTurn(kinds).map(({ one, language }) => ({
    ...one,
    language,
    name: nameOf(one.fault),
  }));
  test.each(cases)("$name, in $language", async ({ fault, arrived, language }) => {
    const visit = await visitBehindFaults(site, { language, script: false });
    const button = await sendButton(visit.visitor);
    await visit.visitor.arrived(visit.visitor.text.rate.form.reviewHeading);
    const before = gone(visit.proxy.seen);
    visit.proxy.next(fault, "POST");
    await button.click();
    await expect.poll(() => gone(visit.proxy.seen)).toBe(before + 1);
    const asked = async () => (await askFor(site, visit.receipt)).status;
    await expect.poll(asked).toBe(arrived ? 200 : 404);
    expect(await ballotCount(site)).toBe(visit.ballotsBefore + (arrived ? 1 : 0));
    for (const _ of ["again", "and again"]) expect(await postAgain(visit)).toBe(200);
    await expectStoredOnce(site, visit);
  });

  /** What a browser does that is told to send the form again. */
  async function postAgain(visit: FaultyVisit): Promise<number> {
    const { proxy, entered, visitor, language } = visit;
    const body = new URLSearchParams([...entered, ["do", "send"]]);
    const answer = await fetch(`${proxy.url}${RATE_PAGE}?lang=${language}`, {
      method: "POST",
      body,
    });
    expect(await answer.text()).toContain(visitor.text.rate.saved.heading);
    return answer.status;
  }
});
