import { beforeAll, describe, expect, test } from "vitest";
import type { ReadBack } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { signChannel } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { addChannels, WITH_CHANNELS } from "../../support/channels.ts";
import { clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";

let services: Services;
let app: App;
let client: ReturnType<typeof clientOf>;
let paper: string;
const { id } = WITH_CHANNELS;

beforeAll(async () => {
  services = await freshWorld();
  await addChannels(services);
  app = createApp(services);
  client = clientOf(app);
  paper = signChannel(services.secret, id, "paper");
});

const read = async (receipt: string) => (await (await client.get(receipt)).json()) as ReadBack;

describe("the rate page by a channel's link", () => {
  const page = async (query: string) => (await app.request(`/c/${id}?lang=en${query}`)).text();
  const post = async (fields: Record<string, string>, path = `/c/${id}?lang=en`) =>
    app.request(path, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ receipt: newReceipt(), revision: "1", ...fields }),
    });
  const part = (html: string) =>
    /<fieldset id="channel"[^>]*>.*?<\/fieldset>/s.exec(html)?.[0] ?? "";
  const isShown = (html: string) => !/<fieldset id="channel"[^>]*\shidden/.test(part(html));
  const inForm = (html: string) => /name="channel" value(?:="([^"]*)")?/.exec(part(html))?.[1];

  test("says by whose link, and carries the channel in the form", async () => {
    const html = await page(`&via=${paper}`);
    expect(isShown(html)).toBe(true);
    expect(part(html)).toContain("The Village Paper");
    expect(inForm(html)).toBe(paper);
    // Neither in an address that leads on, nor anywhere else.
    expect(html.split(paper)).toHaveLength(2);
  });

  test.each([
    "",
    "&via=",
    "&via=paper",
    `&via=union.${"0".repeat(24)}`,
    "&via=%00",
    "&via=a&via=b",
  ])("takes part as ever with the address %j", async (query) => {
    const html = await page(query);
    expect([isShown(html), inForm(html)]).toEqual([false, undefined]);
    expect(html).not.toContain('role="alert"');
  });

  test("shows the name of a channel as text", async () => {
    const union = signChannel(services.secret, id, "union");
    expect(part(await page(`&via=${union}`))).toContain("Union &amp; friends");
  });

  test("has no such field where there are no channels", async () => {
    const plain = createApp(await freshWorld());
    const html = await (await plain.request(`/c/${id}?via=${paper}`)).text();
    expect(html).not.toContain('name="channel"');
  });

  test("keeps channel and choice through the language and the review, and sends what is left", async () => {
    const answers = { channel: paper, "rating.W1": "5" };
    const kk = await (await post({ ...answers, do: "redraw" }, `/c/${id}?lang=kk`)).text();
    expect([inForm(kk), part(kk).includes("Ауыл газеті")]).toEqual([paper, true]);
    const out = { ...answers, "without-channel": "yes", do: "review" };
    const review = await (await post(out)).text();
    expect(inForm(review)).toBe(paper);
    expect(part(review)).toMatch(/name="without-channel"[^>]*checked/);

    for (const [sent, stored] of [
      [answers, paper],
      [{ ...answers, "without-channel": "yes" }, undefined],
    ] as const) {
      const receipt = newReceipt();
      const saved = await post({ ...sent, receipt });
      expect(saved.status).toBe(200);
      const html = await saved.text();
      expect((await read(receipt)).channel).toBe(stored);
      expect(html.includes("The Village Paper")).toBe(stored !== undefined);
      expect(html).not.toContain(paper);
    }
  });

  test("sends a form whose channel is not ours without it, and keeps nobody from taking part", async () => {
    const receipt = newReceipt();
    const forged = { receipt, "rating.W1": "5", channel: `paper.${"0".repeat(24)}` };
    expect((await post(forged)).status).toBe(200);
    expect(await read(receipt)).not.toHaveProperty("channel");
  });

  test("comes back with the receipt, so that a revision keeps it", async () => {
    const receipt = newReceipt();
    await client.put(receipt, goodBallot({ channel: paper }));
    const html = await (await post({ receipt, do: "open" }, `/c/${id}/receipt?lang=en`)).text();
    expect([isShown(html), inForm(html)]).toEqual([true, paper]);
  });

  test("says that languages are counted where they are", async () => {
    expect(await page("")).toContain("how many people answer in each language");
  });
});
