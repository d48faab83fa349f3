import { readFile } from "node:fs/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { LANGUAGES } from "../support/languages.ts";
import { type LogEntry, verifyLog } from "../../domain/organiser/log.ts";
import { sha256 } from "../../functions/secrets.ts";
import { fill } from "../../web/text.ts";
import { times } from "../support/client.ts";
import { setupLinkOf, startServer } from "../support/server.ts";
import {
  ID,
  isOptional,
  NAMES,
  sendBallot,
  shownBallots,
  table,
  takeStep,
  textFor,
  THEIRS,
  titleIn,
} from "./clean-air.ts";
import { keyboardOf, POINTER } from "./hands.ts";
import { codesOnCards } from "./invitation-cards.ts";
import { FOLDER, keepPicture, WIDTH } from "./keep-picture.ts";
import { newOrganiser } from "./organiser.ts";
import { useSite } from "./visitor.ts";

/*
 * Somebody who has never seen the console takes a consultation from nothing to its closing. With
 * PICTURES=folder every page on the way is kept there, for the guide.
 */

const shared = useSite();
// The pages have tests of their own in every language: for the way itself the hardest is enough.
const CASES = LANGUAGES.filter((language) => language === "kk" || FOLDER !== undefined).map(
  (language) => ({
    language,
    keyboard: language === "kk",
    how: language === "kk" ? "with the keyboard alone" : "at 360 px",
  }),
);

test.each(CASES)("from set-up to closing, in $language, $how", async ({ language, keyboard }) => {
  // An installation of its own: only once is somebody its first organiser.
  const server = await startServer({ database: inject("databaseEndpoint") });
  onTestFinished(() => server.stop());
  const site = { server, browser: shared.browser };
  const axe = () => keyboard;
  const width = WIDTH || (keyboard ? 1280 : 360);
  const ann = await newOrganiser(site, { language, axe, width, theirs: THEIRS });
  const { page, text, words, button, link } = ann;
  const { importing, edit, life, preview, sections } = text.draft;
  const { press, write, choose, tick } = keyboard ? keyboardOf(page) : POINTER;
  const label = (name: string) => page.getByLabel(name, { exact: true });
  const looked = async (title: string, name: string) => {
    await ann.at(title);
    await keepPicture(page, `${name}-${language}`);
  };
  const send = (more = {}) => sendBallot(server, { language, ...more });
  const section = (name: string) =>
    press(page.getByRole("navigation").getByRole("link", { name, exact: true }));
  const address = await setupLinkOf(server);
  await page.goto(address.replace("#", `?lang=${language}#`));
  await looked(words.setup.title, "01-set-up");
  await write(label(words.register.name), NAMES[language]);
  await press(button(words.register.button));
  await looked(words.codes.title, "02-recovery-codes");
  await press(link(words.codes.kept));
  await looked(words.home.title, "03-consultations");

  // A spreadsheet with a fault in it, then as it should be.
  await press(link(importing.title));
  for (const broken of [true, false]) {
    await write(label(importing.id), ID);
    await choose(label(importing.original), language);
    await tick(label(importing.ways.file));
    if (broken) await looked(importing.title, "04-new");
    await label(importing.file).setInputFiles(table(language, { broken }));
    await press(button(importing.make));
    if (broken) {
      await page.getByText(importing.kinds["title-missing"]).waitFor();
      await looked(importing.arrange.title, "05-import-refused");
      await press(link(importing.arrange.back));
    }
  }

  // Translating: every field that is still empty.
  await ann.arrived(sections.edit);
  await looked(sections.edit, "06-texts");
  for (const field of await page
    .locator("#draft :is(textarea, input[type=text], input[type=date])")
    .all()) {
    const name = (await field.getAttribute("name")) ?? "";
    if (isOptional(name) || (await field.inputValue()) !== "") continue;
    if (!(await field.isVisible())) continue;
    await write(field, textFor(name));
  }
  // Experts as they answered, and results within the time of a test.
  await choose(page.locator('[name="release.every"]'), "demonstration");
  await choose(page.locator('[name="experts"]'), "exact");
  await press(button(edit.save).last());
  await page.getByText(new RegExp(fill(edit.saved, { time: ".+" }))).waitFor();
  expect(await page.getByText(edit.missing, { exact: true }).count()).toBe(0);
  await ann.at(sections.edit);
  await section(sections.preview);
  await page.getByText(preview.banner).waitFor();
  await looked(titleIn(language), "07-preview");
  await press(link(preview.back));

  // A second organiser, who may only export.
  await section(words.sections.team);
  await choose(label(words.team.newRole), "analyst");
  await looked(words.team.title, "08-team");
  await press(button(words.team.invite));
  await looked(words.team.linkTitle, "09-team-link");
  const joining = (await page.getByRole("main").getByRole("code").textContent()) ?? "";
  const bob = await newOrganiser(site, { language });
  await bob.register(joining, words.join.title, "Данияр");
  await bob.go("/organise");
  await bob.arrived(words.home.title);
  expect(await bob.link(sections.edit).count()).toBe(0);
  await bob.go(`/organise/c/${ID}/edit`);
  await bob.arrived(text.common.problemPage.notFound);
  await bob.go(`/organise/c/${ID}/life`);
  await bob.page.getByText(life.ownersOnly).waitFor();
  expect(await bob.button(life.steps.open).count()).toBe(0);
  expect(await bob.page.evaluate(takeStep, `/organise/c/${ID}/life`)).toBe(404);

  await press(link(words.team.back));
  await section(sections.life);
  await looked(sections.life, "10-before-opening");
  const step = async (name: string, stage: string) => {
    const part = page.getByRole("region", { name, exact: true });
    if (name === life.steps.pause)
      await write(part.getByRole("textbox").first(), titleIn(language));
    await tick(part.getByRole("checkbox"));
    await press(button(name));
    await page.getByText(stage, { exact: true }).waitFor();
  };
  await step(life.steps.open, life.stages.open);
  await ann.at(sections.life);

  // Twenty experts.
  await section(text.invitation.section);
  await looked(text.invitation.title, "12-invitations");
  await write(label(text.invitation.make.label), "№ 1");
  await write(label(text.invitation.make.count), "20");
  await tick(page.locator("input[name=form][value=cards]"));
  await press(button(text.invitation.make.send));
  await looked(text.invitation.codes.title, "13-cards");
  const codes = await codesOnCards(page, 20);

  // Ballots arrive, and are watched.
  const answers = [
    ...times(30, () => send()),
    ...codes.slice(0, 12).map((invitation) => send({ invitation })),
  ];
  for (const { status } of await Promise.all(answers)) expect(status).toBe(201);
  await expect.poll(async () => (await shownBallots(server))?.expert).toBe(12);
  const { public: shown } = (await shownBallots(server))!;
  await press(link(text.invitation.codes.back));
  await section(text.participation.section);
  await looked(text.participation.title, "14-watch");
  await page.getByRole("definition").getByText(String(shown), { exact: true }).waitFor();

  // Pausing, resuming and closing: respondents are told, and nothing is taken meanwhile.
  await section(sections.life);
  await step(life.steps.pause, life.stages.paused);
  await expect.poll(async () => (await send()).status).toBe(409);
  await step(life.steps.resume, life.stages.open);
  await expect.poll(async () => (await send()).status).toBe(201);
  await tick(page.getByRole("region", { name: life.steps.close }).getByRole("checkbox"));
  await press(button(life.steps.close));
  await expect.poll(() => button(life.steps.close).count()).toBe(0);
  await looked(sections.life, "15-closing");

  // The log has all of it, and its chain holds.
  await section(words.sections.log);
  await looked(words.log.title, "16-log");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    press(link(words.log.download)),
  ]);
  const { entries } = JSON.parse(await readFile(await file.path(), "utf8")) as {
    entries: LogEntry[];
  };
  const done = entries.map(({ action }) => action);
  expect(done.filter((action) => action !== "draft-changed")).toEqual([
    "draft-created",
    "team-invited",
    "team-joined",
    "life-open",
    "invitations-made",
    "life-pause",
    "life-resume",
    "life-close",
  ]);
  expect(verifyLog(ID, entries, sha256)).toEqual({ whole: true });
});
