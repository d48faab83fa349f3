import { readFile } from "node:fs/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { fill, plural } from "../../web/text.ts";
import { setupLinkOf, startServer } from "../support/server.ts";
import { watchFaults } from "./examine.ts";
import { newOrganiser } from "./organiser.ts";
import { useSite } from "./visitor.ts";

/* Two organisers, from setting up to being removed, on a narrow screen. */

const shared = useSite();
const NAME = "Айгүл";
const OTHER = "Бауыржан";

// English and Kazakh are walked through by newcomer.test.ts too, with axe.
const cases = [
  { language: "ru", axe: () => true, how: "with axe" },
  { language: "en", axe: undefined, how: "under our policy" },
] as const;

test.each(cases)("from set-up to removal, in $language $how", async ({ language, axe }) => {
  // An installation of its own: the first organiser, and the last owner, are so only once.
  const server = await startServer({ database: inject("databaseEndpoint") });
  onTestFinished(() => server.stop());
  const site = { server, browser: shared.browser };
  const ann = await newOrganiser(site, { language, axe });
  const { words, button, link, page } = ann;
  const problems = ann.text.problems;
  const faults = axe ? undefined : await watchFaults(page, site.server.url);

  // The first organiser: a link that works once.
  const address = await setupLinkOf(server);
  await page.goto(address.replace("#", `?lang=${language}#`));
  await ann.at(words.setup.title);
  await page.getByLabel(words.register.name).fill("<>");
  await button(words.register.button).click();
  await expect
    .poll(() => page.getByRole("alert").allInnerTexts())
    .toContain(problems["name-invalid"]);
  await ann.at(words.setup.title);
  const codes = await ann.register(address, words.setup.title, NAME);
  await ann.at(words.codes.title);
  await link(words.codes.kept).click();
  await ann.at(words.home.title);
  expect(await ann.ownRole()).toBe("owner");

  // Out and in again.
  await button(words.page.signOut).click();
  await ann.at(words.signIn.title);
  await button(words.signIn.button).click();
  await ann.at(words.home.title);

  // A second device, by recovery code.
  const second = await newOrganiser(site, { language, axe });
  await second.go("/organise/account");
  await second.link(words.signIn.toRecovery).click();
  await second.at(words.recovery.title);
  await second.page.getByLabel(words.recovery.label).fill("0000 0000 0000 0000");
  await second.button(words.recovery.button).click();
  expect(await second.refusal()).toBe(problems["recovery-refused"]);
  await second.at(words.recovery.title);
  await second.page.getByLabel(words.recovery.label).fill(codes[0]!.toLowerCase());
  await second.button(words.recovery.button).click();
  await second.at(words.account.title);
  const left = plural(language, words.account.codesLeft, 7);
  expect(await second.page.getByRole("main").innerText()).toContain(
    `${words.account.recovered} ${left} ${words.account.addNow}`,
  );
  await second.button(words.account.addPasskey).click();
  await expect.poll(() => second.page.getByRole("main").getByRole("listitem").count()).toBe(2);
  await second.at(words.account.title);

  // A second organiser, by invitation.
  await ann.section("team");
  await ann.at(words.team.title);
  const invitation = await ann.invite("editor");
  await ann.at(words.team.linkTitle);
  const bob = await newOrganiser(site, { language, axe });
  await bob.page.goto(invitation.replace("#", `?lang=${language}#`));
  await bob.at(words.join.title);
  await bob.register(invitation, words.join.title, OTHER);
  expect(await bob.ownRole()).toBe("editor");
  await bob.section("team");
  await bob.at(words.team.title);
  await bob.page.goto(invitation.replace("#", `?lang=${language}#`));
  await bob.page.getByLabel(words.register.name).fill(OTHER);
  await bob.button(words.register.button).click();
  await expect
    .poll(() => bob.page.getByRole("alert").allInnerTexts())
    .toContain(problems["role-link-refused"]);

  // Demoted, then removed: each at the next click.
  await bob.section("log");
  await ann.section("team");
  await ann.changeRole(OTHER, "viewer");
  await ann.at(words.team.title);
  expect(await bob.ownRole()).toBe("viewer");
  await bob.section("team");
  expect(await bob.button(words.team.invite).count()).toBe(0);
  await ann.changeRole(NAME, "viewer");
  expect(await ann.refusal()).toBe(problems["last-owner"]);
  await ann.at(words.team.title);
  await ann.section("team");
  await link(fill(words.team.remove, { name: OTHER })).click();
  await ann.at(fill(words.team.removal.title, { name: OTHER }));
  await link(fill(words.team.removal.back, { name: OTHER })).click();
  await link(fill(words.team.remove, { name: OTHER })).click();
  await button(fill(words.team.removal.confirm, { name: OTHER })).click();
  await expect.poll(() => page.getByText(OTHER).count()).toBe(0);
  await bob.link(words.sections.log).click();
  await bob.at(bob.text.common.problemPage.notFound);
  await bob.go("/organise");
  await bob.at(words.home.title);
  expect(await bob.ownRole()).toBeUndefined();

  // All of it is in the log, whole, and can be taken away as a file.
  await ann.section("log");
  await ann.at(words.log.title);
  const log = await page.getByRole("main").innerText();
  expect(log).toContain(fill(words.log.whole, { count: 5 }));
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    link(words.log.download).click(),
  ]);
  const { entries } = JSON.parse(await readFile(await file.path(), "utf8")) as {
    entries: { action: string }[];
  };
  expect(entries.map(({ action }) => action)).toEqual([
    "team-set-up",
    "team-invited",
    "team-joined",
    "role-changed",
    "team-left",
  ]);
  const said: Record<string, string> = words.log.actions;
  expect(entries.filter(({ action }) => !log.includes(said[action]!))).toEqual([]);

  // Asked before a passkey goes; this time it stays.
  await second.go("/organise/account");
  const name = fill(words.account.passkey, { number: 2 });
  await second.link(fill(words.account.removePasskey, { name })).click();
  await second.at(words.account.removal.title);
  await second.link(words.account.removal.back).click();
  await second.at(words.account.title);

  // New codes, and out everywhere: the second device too, at its next click.
  await ann.go("/organise/account");
  await button(words.account.renew).click();
  await ann.at(words.codes.title);
  await ann.go("/organise/account");
  await ann.at(words.account.title);
  await button(words.account.signOutEverywhere).click();
  await ann.at(words.signIn.title);
  await second.link(words.page.consultations).click();
  await second.at(words.signIn.title);
  await second.button(words.signIn.button).click();
  await second.at(words.home.title);
  // Features that this browser does not know of are the same on every page, and not this test's.
  const seen = (await faults?.())?.filter((fault) => !fault.includes("Unrecognized feature"));
  expect(seen).toEqual(axe ? undefined : REFUSALS);
});

/** What a browser remarks on when a refusal is expected; and nothing stays on the device, signed out. */
const REFUSALS = [
  expect.stringContaining("status of 422"),
  expect.stringContaining("status of 409"),
];
