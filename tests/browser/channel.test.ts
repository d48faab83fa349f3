import { beforeAll, describe, expect, test } from "vitest";
import { readSecret } from "../../functions/local/secret.ts";
import { signChannel } from "../../functions/secrets.ts";
import { CHANNELS, WITH_CHANNELS } from "../support/channels.ts";
import { addTo } from "./more-consultations.ts";
import { MODES, newVisitor, useSite, type Visitor } from "./visitor.ts";

/* Coming by the link of a channel: it is said, it can be left out, and it goes where the answers go. */

const site = useSite();
const definition = { ...WITH_CHANNELS, id: "channels" };
const PAGE = `/c/${definition.id}`;
const [{ label }] = CHANNELS as [(typeof CHANNELS)[number]];
let link: string;

beforeAll(async () => {
  await addTo(site.server, definition);
  const secret = await readSecret(site.server.folder);
  link = signChannel(secret, definition.id, "paper");
});

const arrive = (visitor: Visitor, query = `?via=${link}`) => visitor.page.goto(PAGE + query);
const part = ({ page, text }: Visitor) =>
  page.getByRole("group", { name: text.rate.answers.channelHeading });
const storedChannel = async (visitor: Visitor) => {
  const receipt = await visitor.savedReceipt();
  const answer = await fetch(`${site.server.url}/api/consultations/${definition.id}/ballot`, {
    headers: { Authorization: `Bearer ${receipt}` },
  });
  return ((await answer.json()) as { channel?: string }).channel;
};

describe.each(MODES)("by a channel's link $mode", ({ script }) => {
  test("is said, kept through the other language and the review, sent, and left out at will", async () => {
    const visitor = await newVisitor(site, { script });
    const { page, text } = visitor;
    await arrive(visitor);
    await part(visitor).getByText(label.en).waitFor();
    await visitor.choice("W1", 5).check();
    await visitor.button("Қазақша").click();
    // On top too it is said as whom one answers.
    await page.locator("#as-channel").getByText(label.kk).waitFor();
    await visitor.button("English").click();
    await part(visitor).getByText(label.en).waitFor();
    await visitor.check();
    await page.getByRole("definition").getByText(label.en).waitFor();
    await visitor.button(text.rate.form.send).click();
    expect(await storedChannel(visitor)).toBe(link);
    for (const one of await page.getByRole("link").all()) {
      expect(await one.getAttribute("href")).not.toContain(link);
    }

    await visitor.button(text.rate.saved.change).click();
    await part(visitor).getByRole("checkbox").check();
    await visitor.send();
    await visitor.arrived(text.rate.saved.heading);
    expect(await storedChannel(visitor)).toBeUndefined();
  });

  test("that is wrong, nothing is said and nobody is kept from taking part", async () => {
    const visitor = await newVisitor(site, { script });
    await arrive(visitor, `?via=paper.${"0".repeat(24)}`);
    expect(await part(visitor).isVisible()).toBe(false);
    await visitor.choice("W1", 5).check();
    await visitor.send();
    expect(await storedChannel(visitor)).toBeUndefined();
  });
});

test("a draft on the device keeps the channel, and says so again without the link", async () => {
  const visitor = await newVisitor(site, { language: "ru" });
  const { page, text } = visitor;
  const open = (query: string) => arrive(visitor, `?lang=ru${query}`);
  await open(`&via=${link}`);
  await page.getByRole("checkbox", { name: text.rate.answers.draftKeep }).check();
  await visitor.choice("W2", 4).check();
  await open("");
  await page.getByText(text.rate.answers.draftBack).waitFor();
  await part(visitor).getByText(label.ru).waitFor();
  await visitor.send();
  expect(await storedChannel(visitor)).toBe(link);
});

test("a draft without a channel takes none from the link by which its owner comes back", async () => {
  const visitor = await newVisitor(site, { language: "en" });
  const { page, text } = visitor;
  await arrive(visitor, "?lang=en");
  expect(await part(visitor).isVisible()).toBe(false);
  await page.getByRole("checkbox", { name: text.rate.answers.draftKeep }).check();
  await visitor.choice("W2", 4).check();
  await arrive(visitor);
  await page.getByText(text.rate.answers.draftBack).waitFor();
  await part(visitor).getByText(label.en).waitFor();
  await visitor.send();
  expect(await storedChannel(visitor)).toBe(link);
});
