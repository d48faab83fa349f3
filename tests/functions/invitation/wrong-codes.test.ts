import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import type { Services } from "../../../functions/services.ts";
import { clientOf, goodBallot, newReceipt, problemOf, tally, times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { ID } from "./codes.ts";

let services: Services;
let client: ReturnType<typeof clientOf>;
let at: Date;

beforeEach(async () => {
  // Not a moment of the past: the database itself takes away what has expired.
  at = new Date();
  services = { ...(await freshWorld()), now: () => at };
  client = clientOf(createApp(services));
});

const send = (invitation?: string) => client.put(newReceipt(), goodBallot({ invitation }));
const wrong = () => send("0000-0000-0000-0000");
const later = (seconds: number) => {
  at = new Date(at.getTime() + seconds * 1000);
};
const wrongs = async (count: number) => {
  const statuses: number[] = [];
  for (const _ of times(count, String)) statuses.push((await wrong()).status);
  return tally(statuses);
};

describe("wrong codes", () => {
  test("more than sixty in a minute are slowed, and the answer says how long", async () => {
    expect(await wrongs(60)).toEqual({ 403: 60 });
    const slowed = await wrong();
    expect(Number(slowed.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1);
    expect(await problemOf(slowed)).toEqual({ status: 429, title: "too-many" });
    later(2);
    expect((await wrong()).status).toBe(403);
    later(120);
    expect(await wrongs(60)).toEqual({ 403: 60 });
  });

  test("slow no ballot of the public", async () => {
    await wrongs(61);
    expect((await send()).status).toBe(201);
  });

  test("many right ones at once are not slowed, and a right one is let in after the wait", async () => {
    const codes = await makeInvitations(services, ID, 101);
    const answers = await Promise.all(codes.slice(1).map((code) => send(code)));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 100 });
    await wrongs(61);
    const kept = await send(codes[0]);
    expect(kept.status).toBe(429);
    later(Number(kept.headers.get("Retry-After")));
    expect((await send(codes[0])).status).toBe(201);
  });

  test("that come at once block nobody for longer than a minute or two", async () => {
    await Promise.all(times(200, wrong));
    const slowed = await wrong();
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get("Retry-After"))).toBeLessThanOrEqual(62);
  });

  test("leave a number and nothing of who sent them, in the table that is never backed up", async () => {
    await wrong();
    const { Items = [] } = await services.db.client.send(
      new ScanCommand({ TableName: services.db.tables.ephemeral }),
    );
    const kept = Items.filter((item) => item["pk"]?.S === "WRONG-CODES");
    expect(kept.map((item) => Object.keys(item).toSorted())).toEqual([
      ["ahead", "expiresAt", "pk", "sk"],
    ]);
  });

  test("are slowed on the plain form too", async () => {
    await wrongs(61);
    const app = createApp(services);
    const fields = new URLSearchParams({
      receipt: newReceipt(),
      revision: "1",
      "rating.W1": "5",
      invitation: "0000-0000-0000-0000",
      do: "send",
    });
    const answer = await app.request(`/c/${ID}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: fields.toString(),
    });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).not.toBeNull();
  });
});
