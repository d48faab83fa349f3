import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { fill, formatDay, plural } from "../../web/text.ts";
import { CATALOGUES, LANGUAGES, type Language } from "../support/languages.ts";
import { browserCookie, newSignIn, signedIn } from "../support/signed-in.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { axeFindings } from "./axe.ts";
import { DAY, storyWorld } from "./story-world.ts";

/* The whole of it once, by the clock: people rate and say why, a release is made, silence, an answer, a broken promise. */

const OPENS = Date.parse("2027-01-11T04:00:00Z");
const id = "story-2027";
const CONSULTATION: Consultation = {
  ...KAZAKHSTAN,
  id,
  release: { every: "week" },
  experts: "exact",
  reasons: true,
  opensAt: new Date(OPENS - DAY).toISOString(),
  closesAt: new Date(OPENS + 120 * DAY).toISOString(),
};
const CODES = CONSULTATION.recommendations.map(({ code }) => code);
const [ACCEPTED, REJECTED] = ["K3", "K7"];
const PROMISED = "2027-03-20";

/** Of those who answer, K3 is the most urgent by far, and K7 next. */
const ratings = (person: number) =>
  Object.fromEntries(
    CODES.map((code, place) => [
      code,
      code === ACCEPTED ? 5 : code === REJECTED ? 4 + (person % 2) : ((person + place) % 3) + 1,
    ]),
  );

const dayOf = (at: number): string => new Date(at + 5 * 60 * 60_000).toISOString().slice(0, 10);

/** What of a page people read. */
const seen = (page: Page): Promise<string> => page.locator("body").innerText();

test("sixty people and twelve experts, forty days of silence, an answer, a refusal and a broken promise", async () => {
  const story = await storyWorld(CONSULTATION, OPENS);
  onTestFinished(() => story.end());
  const { url, services, clock } = story;
  const anna = await signedIn(services, "Анна", { [id]: "owner" }, url);

  // Sixty respondents, one of them by the page with a script, one without; and twelve experts.
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await story.person({
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
    });
    await page.goto(`/c/${id}?lang=kk`);
    const { rate, remark } = CATALOGUES.kk;
    for (const [code, rating] of Object.entries(ratings(0))) {
      await page.locator(`[data-code=${code}] [type=radio][value='${rating}']`).check();
    }
    const card = page.locator(`[data-code=${ACCEPTED}]`);
    await card.locator("details.why summary").click();
    await card.locator("details.why textarea").fill("Сот тәуелсіз болуы керек.");
    await card.locator("details.why [type=checkbox]").check();
    await page.getByRole("button", { name: rate.form.review }).click();
    await page.getByRole("button", { name: rate.form.send }).click();
    await page.getByRole("heading", { name: rate.saved.heading }).waitFor();
    await page.getByText(remark.send.saved).waitFor();
  }
  for (let person = 1; person <= 58; person++) {
    const receipt = story.newReceipt();
    await story.ballot(receipt, { revision: 1, language: "ru", ratings: ratings(person) });
    if (person > 12) continue;
    const text = `Без независимого суда нет доверия, ${"и".repeat(person)}.`;
    await story.reasons(receipt, { reasons: { [ACCEPTED]: { text, publish: true } } });
  }
  for (const [place, invitation] of (await story.invitations(12)).entries()) {
    const receipt = story.newReceipt();
    const ballot = { revision: 1, language: "en", ratings: ratings(place), invitation };
    await story.ballot(receipt, ballot);
    const text = `Courts come first, says number ${place}.`;
    await story.reasons(receipt, { reasons: { [ACCEPTED]: { text, publish: true } } });
  }

  // The week is over: the first release. What was written has been mixed, and waits for a moderator.
  story.pass(7);
  const released = dayOf(clock.at);
  expect(await story.work()).toEqual({ released: 1 });
  const page1 = `/c/${id}/r/${ACCEPTED}`;
  expect(await story.read(`${page1}?lang=en`)).not.toContain("Courts come first");
  Object.assign(anna, await newSignIn(services, anna.id, url));
  const moderator = await story.person();
  await moderator.context.addCookies([browserCookie(anna, url)]);
  const queue = organisePath(ORGANISE.moderation, { id, lang: "en" });
  // By keys alone: twenty texts, then the other five.
  for (const texts of [20, 5]) {
    await moderator.page.goto(queue);
    await moderator.page.locator("html[data-ready]").waitFor();
    expect(await moderator.page.locator(".judged").count()).toBe(texts);
    await moderator.page.keyboard.press("n");
    for (let text = 0; text < texts; text++) await moderator.page.keyboard.press("a");
    await moderator.page.keyboard.press("s");
    await moderator.page.getByText("Your decisions were saved").waitFor();
  }
  expect(await axeFindings(moderator.page)).toEqual([]);

  // Forty days pass, and nobody answers: every language says so, page and file alike.
  story.pass(40);
  const [reader, at] = [await story.person({ viewport: { width: 360, height: 740 } }), clock.at];
  const says = async (language: Language, path: string, ...words: string[]) => {
    await reader.page.goto(`${path}?lang=${language}`);
    const text = await seen(reader.page);
    for (const one of words) expect.soft(text, `${path}, ${language}`).toContain(one);
  };
  for (const language of LANGUAGES) {
    const { ledger, response } = CATALOGUES[language];
    const days = plural(language, ledger.days, 40);
    const since = formatDay(language, released);
    await says(language, `/c/${id}/ledger`, days, since);
    await says(language, page1, response.none, since);
    const parts = [1, 2].map((part) => story.read(`${page1}?lang=${language}&page=${part}`));
    const reasons = (await Promise.all(parts)).join("");
    for (let expert = 0; expert < 12; expert++) {
      expect.soft(reasons).toContain(`Courts come first, says number ${expert}.`);
    }
    expect.soft(reasons.split("Сот тәуелсіз болуы керек.")).toHaveLength(2);
    await says(language, `/c/${id}/ledger/letter/K`, days, since);
    await says(language, `/c/${id}/ledger/briefing/K`, ACCEPTED);
    await says(language, "/council", since);
  }
  type Told = { recommendations: { code: string; status: string; silence: { days: number } }[] };
  const told = async () =>
    (JSON.parse(await story.read(`/api/consultations/${id}/ledger`)) as Told).recommendations;
  expect((await told()).map(({ silence }) => silence.days)).toEqual(CODES.map(() => 40));
  expect((await told())[0]).toMatchObject({ code: ACCEPTED, status: "no-answer" });

  // The addressee is given its desk: it accepts one, refuses another, and promises a day.
  Object.assign(anna, await newSignIn(services, anna.id, url));
  await moderator.context.addCookies([browserCookie(anna, url)]);
  await moderator.page.goto(organisePath(ORGANISE.responsesPage, { id, lang: "en" }));
  await moderator.page.getByRole("button", { name: /Government of Kazakhstan/ }).click();
  const link = await moderator.page.locator(".one-time-link").innerText();
  const desk = await story.person({ viewport: { width: 360, height: 740 } });
  await desk.page.goto(link.replace("#", "?lang=ru#"));
  const words = CATALOGUES.ru.responding;
  await expect.poll(() => desk.page.locator("#code").inputValue()).not.toBe("");
  await desk.page.getByRole("button", { name: words.desk.openButton }).click();
  for (const [place, [code, status]] of [
    [ACCEPTED, "accepted"],
    [REJECTED, "rejected"],
  ].entries()) {
    await desk.page.locator(`a[href*='recommendation=${code}']`).first().click();
    await desk.page.locator("#status").selectOption(status!);
    await desk.page.locator("#original").selectOption("ru");
    await desk.page.locator("#statement-ru").fill(`Ответ: ${status}.`);
    if (code === ACCEPTED) await desk.page.locator("#promised").fill(PROMISED);
    await desk.page.getByRole("button", { name: words.form.send }).click();
    await desk.page.getByText(fill(words.desk.recorded, { number: String(place + 1) })).waitFor();
  }
  expect(await axeFindings(desk.page)).toEqual([]);
  const answered = dayOf(at);

  // The promised day passes, and nothing comes.
  story.pass(45);
  for (const language of LANGUAGES) {
    const { response } = CATALOGUES[language];
    const [on, by] = [formatDay(language, answered), formatDay(language, PROMISED)];
    const { statuses } = response;
    await says(language, page1, statuses.accepted, on, by, "Ответ: accepted.");
    await says(language, `/c/${id}/r/${REJECTED}`, statuses.rejected, on, "Ответ: rejected.");
    await says(language, `/c/${id}/ledger`, statuses.accepted, statuses.rejected, by);
    await says(language, `/c/${id}/ledger/letter/K`, by);
    await says(language, `/c/${id}/results`, statuses.accepted, statuses.rejected);
    const atom = await story.read(`/c/${id}/feed.atom?lang=${language}`);
    for (const one of [statuses.accepted, statuses.rejected, by]) expect.soft(atom).toContain(one);
    const json = await story.read(`/c/${id}/feed.json?lang=${language}&recommendation=${ACCEPTED}`);
    expect.soft(json).toContain(by);
    expect.soft(json).not.toContain(statuses.rejected);
    const csv = await story.read(`/api/consultations/${id}/ledger.csv?lang=${language}`);
    expect.soft(csv).toContain(statuses.accepted);
    expect.soft(csv).toContain(PROMISED);
  }
  const after = new Map((await told()).map((one) => [one.code, one]));
  expect(after.get(ACCEPTED)).toMatchObject({ status: "accepted", silence: { days: 40 } });
  expect(after.get(REJECTED)).toMatchObject({ status: "rejected", silence: { days: 40 } });
  expect(after.get("W1")).toMatchObject({ status: "no-answer", silence: { days: 85 } });
  expect(await story.read(`/c/${id}/calendar.ics`)).toContain(PROMISED.replaceAll("-", ""));
  for (const path of [`/c/${id}/ledger`, page1, "/council"]) {
    await reader.page.goto(`${path}?lang=kk`);
    expect.soft(await axeFindings(reader.page), path).toEqual([]);
  }
});
