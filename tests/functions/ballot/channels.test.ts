import { beforeAll, describe, expect, test } from "vitest";
import type { ReadBack } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import { ownChannel } from "../../../functions/ballot/channel.ts";
import type { App } from "../../../functions/http/environment.ts";
import { ballotIdOf, signChannel } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { getBallot } from "../../../functions/store/ballots.ts";
import { addChannels, WITH_CHANNELS } from "../../support/channels.ts";
import { clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { newGroup } from "../invitation/codes.ts";

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

const put = (receipt: string, more: Record<string, unknown> = {}) =>
  client.put(receipt, goodBallot(more));
const read = async (receipt: string) => (await (await client.get(receipt)).json()) as ReadBack;
const item = (receipt: string) => getBallot(services.db, id, ballotIdOf(id, receipt));

describe("a ballot that came by a channel's link", () => {
  test("is stored with the code alone, read back signed, and can be sent again as it was read", async () => {
    const receipt = newReceipt();
    expect((await put(receipt, { channel: paper })).status).toBe(201);
    expect((await item(receipt))!["channel"]).toEqual({ S: "paper" });
    expect(JSON.stringify(await item(receipt))).not.toContain(paper);
    expect((await read(receipt)).channel).toBe(paper);
    expect((await put(receipt, { channel: paper })).status).toBe(200);
    const { channel } = await read(receipt);
    expect((await put(receipt, { revision: 2, channel })).status).toBe(200);
    expect((await item(receipt))!["channel"]).toEqual({ S: "paper" });
  });

  test("can be revised without it, and is gone with all else when withdrawn", async () => {
    const receipt = newReceipt();
    await put(receipt, { channel: paper });
    expect((await put(receipt, { revision: 2 })).status).toBe(200);
    expect(await item(receipt)).not.toHaveProperty("channel");
    expect(await read(receipt)).not.toHaveProperty("channel");
    await put(receipt, { revision: 3, channel: paper });
    expect((await client.withdraw(receipt)).status).toBe(204);
    expect(JSON.stringify(await item(receipt))).not.toContain("paper");
  });

  test("is another one than without: sending both under one revision is a conflict", async () => {
    const receipt = newReceipt();
    await put(receipt, { channel: paper });
    expect((await put(receipt)).status).toBe(409);
  });

  test.each<[string, () => string]>([
    ["no signature", () => "paper"],
    ["another signature", () => `paper.${"0".repeat(24)}`],
    ["one digit changed", () => paper.replace(/.$/, (end) => (end === "0" ? "1" : "0"))],
    ["a signature cut short", () => paper.slice(0, -1)],
    ["the signature in capitals", () => paper.toUpperCase()],
    ["another channel's signature", () => paper.replace("paper", "union")],
    ["a channel that is none", () => signChannel(services.secret, id, "radio")],
    ["another consultation's signature", () => signChannel(services.secret, "other", "paper")],
    ["another installation's signature", () => signChannel(new Uint8Array(32), id, "paper")],
    ["more behind it", () => `${paper}.x`],
    ["nothing", () => ""],
    ["a name of every object", () => "constructor.0"],
  ])("is refused with %s, and nothing is stored or repeated back", async (_, channel) => {
    const receipt = newReceipt();
    const sent = channel();
    const answer = await put(receipt, { channel: sent });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      title: "ballot-invalid",
      faults: [{ pointer: "/channel", fault: "not-allowed" }],
    });
    if (sent.length > 5) expect(text).not.toContain(sent);
    expect(await item(receipt)).toBeUndefined();
    expect(ownChannel(services, WITH_CHANNELS, sent)).toBe("");
  });

  test("is refused of another type, and where a consultation has no channels", async () => {
    expect((await put(newReceipt(), { channel: 7 })).status).toBe(422);
    const other = await freshWorld();
    const plain = clientOf(createApp(other));
    const signed = signChannel(other.secret, id, "paper");
    const answer = await plain.put(newReceipt(), goodBallot({ channel: signed }));
    expect(await answer.json()).toMatchObject({
      faults: [{ pointer: "/channel", fault: "unknown" }],
    });
  });

  test("of an expert keeps none: at first, when repeated, and when revised without the code", async () => {
    const { codes } = await newGroup(services, [undefined]);
    const receipt = newReceipt();
    const sent = { channel: paper, invitation: codes[0]!.code };
    expect((await put(receipt, sent)).status).toBe(201);
    expect((await put(receipt, sent)).status).toBe(200);
    expect((await put(receipt, { channel: paper })).status).toBe(200);
    expect((await put(receipt, { channel: paper, revision: 2 })).status).toBe(200);
    expect(await item(receipt)).toMatchObject({ panel: { S: "expert" }, revision: { N: "2" } });
    expect(await item(receipt)).not.toHaveProperty("channel");
    expect(await read(receipt)).not.toHaveProperty("channel");
  });
});
