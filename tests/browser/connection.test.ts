import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { askFor, newVisitor, RATE_PAGE, stored, useSite, type Visitor } from "./visitor.ts";
import { openWire } from "./wire.ts";

const site = useSite();

/** A visitor whose line to the server stays when the server is killed and started again. */
async function visitorOnAWire() {
  const wire = await openWire(site.server.url);
  onTestFinished(() => wire.close());
  const visitor = await newVisitor(site, { language: "kk", url: wire.url });
  await visitor.go(RATE_PAGE);
  await visitor.choice("K7", 5).check();
  await visitor.choice("W3", "no-opinion").check();
  await visitor.first("K7").check();
  const entered = await visitor.entered();
  const receipt = entered.find(([name]) => name === "receipt")![1];
  return { visitor, wire, entered, receipt };
}

async function killServer(): Promise<void> {
  site.server.process.kill("SIGKILL");
  await once(site.server.process, "exit");
}

/** The page says that it goes on trying, in its language, and holds on to what was entered. */
async function expectTrying({ page, text, heading, entered }: Visitor, before: unknown) {
  const [said = ""] = text.rate.form.unreachable.other.split("{count}");
  await page.getByRole("status").filter({ hasText: said }).waitFor();
  expect(await heading(text.rate.saved.heading).count()).toBe(0);
  expect(await entered()).toEqual(before);
}

const GIVEN = { revision: 1, ratings: { K7: 5, W3: "no-opinion" }, first: ["K7"] };

test("a server killed before it answered: the ballot it had stored is found, and is not sent twice", async () => {
  const { visitor, wire, entered, receipt } = await visitorOnAWire();
  wire.swallowAnswers(true);
  await visitor.send();
  const isStored = async () => (await askFor(site, receipt)).status;
  await expect.poll(isStored).toBe(200);
  // The database has it, the respondent was not told: nothing may say "saved".
  expect(await visitor.heading(visitor.text.rate.saved.heading).count()).toBe(0);
  await killServer();
  await expectTrying(visitor, entered);

  site.server = await site.server.again();
  wire.swallowAnswers(false);
  wire.leadTo(site.server.url);
  expect(await visitor.savedReceipt()).toBe(receipt);
  expect(await stored(site, receipt)).toMatchObject(GIVEN);
});

test("a server that is away: the page keeps the answers, says so, and saves by itself once it is back", async () => {
  const { visitor, wire, entered, receipt } = await visitorOnAWire();
  await killServer();
  await visitor.send();
  await expectTrying(visitor, entered);

  site.server = await site.server.again();
  expect((await askFor(site, receipt)).status).toBe(404);
  wire.leadTo(site.server.url);
  expect(await visitor.savedReceipt()).toBe(receipt);
  expect(await stored(site, receipt)).toMatchObject(GIVEN);
});

test("whoever stops the trying has the answers back to change, and can send them again", async () => {
  const { visitor, wire, receipt } = await visitorOnAWire();
  await killServer();
  await visitor.send();
  await visitor.button(visitor.text.rate.form.stopTrying).click();
  await visitor.button(visitor.text.rate.form.backToAnswers).click();
  await visitor.choice("K7", 1).check();

  site.server = await site.server.again();
  wire.leadTo(site.server.url);
  await visitor.send();
  expect(await visitor.savedReceipt()).toBe(receipt);
  expect(await stored(site, receipt)).toMatchObject({ ...GIVEN, ratings: { K7: 1 } });
});
