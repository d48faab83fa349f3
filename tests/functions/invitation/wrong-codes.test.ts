import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { drawInvitation } from "../../../domain/invitation/code.ts";
import { createApp } from "../../../functions/app.ts";
import { type Bounds, boundsOf } from "../../../functions/http/bounds.ts";
import type { App } from "../../../functions/http/environment.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import { invitationHash } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { revocationOf } from "../../../functions/store/change-invitations.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import {
  BALLOT_PATH,
  goodBallot,
  newReceipt,
  problemOf,
  tally,
  times,
} from "../../support/client.ts";
import { callsDuring } from "../../support/store-calls.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { ID, newGroup } from "./codes.ts";

let services: Services;
let app: App;
let bounds: Bounds;
let at: Date;

beforeEach(async () => {
  // Not a moment of the past: the database itself takes away what has expired.
  at = new Date();
  services = { ...(await freshWorld()), now: () => at };
  bounds = boundsOf(services);
  app = createApp(services, bounds);
});

const send = (invitation?: string, asker = "one") =>
  app.request(
    BALLOT_PATH,
    {
      method: "PUT",
      headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
      body: JSON.stringify(goodBallot({ invitation })),
    },
    { asker: () => asker },
  );
const wrong = (asker = "one") => send(drawInvitation(services.random(20)), asker);
/** As many wrong ones as are taken at once. */
const useUp = (asker: string) => {
  for (const _ of times(60, String)) bounds.count("secret", asker, "");
};
const later = (seconds: number) => {
  at = new Date(at.getTime() + seconds * 1000);
};
const wrongs = async (count: number) => {
  const statuses: number[] = [];
  for (const _ of times(count, String)) statuses.push((await wrong()).status);
  return tally(statuses);
};

describe("wrong codes", () => {
  test("more than sixty of one asker are slowed, and the answer says how long", async () => {
    expect(await wrongs(60)).toEqual({ 403: 60 });
    const slowed = await wrong();
    expect(slowed.headers.get("Retry-After")).toBe("2");
    expect(await problemOf(slowed)).toEqual({ status: 429, title: "too-many" });
    expect((await wrong("another")).status).toBe(403);
    later(2);
    expect((await wrong()).status).toBe(403);
  });

  test("keep no right one out, of the same asker neither, and no ballot of the public", async () => {
    const [code] = await makeInvitations(services, ID, 1);
    const flood = await Promise.all(times(90, () => wrong()));
    expect(tally(flood.map(({ status }) => status))).toEqual({ 403: 60, 429: 30 });
    expect((await send(code)).status).toBe(201);
    expect((await send()).status).toBe(201);
  });

  test("many right ones at once are not slowed", async () => {
    const codes = await makeInvitations(services, ID, 62);
    const answers = await Promise.all(codes.map((code) => send(code)));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 62 });
  });

  test("leave counts by day and nothing of who sent them, in the table that is never backed up", async () => {
    await wrongs(45);
    const { Items = [] } = await services.db.client.send(
      new ScanCommand({ TableName: services.db.tables.ephemeral }),
    );
    // Written at ten, twenty and forty.
    expect(Items).toEqual([
      {
        pk: { S: `NOTICED#${ID}` },
        sk: { S: at.toISOString().slice(0, 10) },
        "wrong-invitations": { N: "40" },
        expiresAt: { N: expect.any(String) as string },
      },
    ]);
  });

  test("are slowed on the plain form too, which comes back filled in", async () => {
    const invitation = "0000-0000-0000-0000";
    const fields = new URLSearchParams({
      receipt: newReceipt(),
      revision: "1",
      "rating.W1": "5",
      invitation,
      do: "send",
    });
    const answer = () =>
      app.request(`/c/${ID}`, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: fields.toString(),
      });
    useUp("this-machine");
    const slowed = await answer();
    expect([slowed.status, slowed.headers.get("Retry-After")]).toEqual([429, "2"]);
    expect(await slowed.text()).toContain(invitation);
  });
});

test("the store is asked the same whether a code is nobody's, used, revoked, over or another's", async () => {
  const { db } = services;
  await addConsultation(db, { ...KAZAKHSTAN, id: "elsewhere" });
  const [used, revoked, right] = await makeInvitations(services, ID, 3);
  const [elsewhere] = await makeInvitations(services, "elsewhere", 1);
  const { codes } = await newGroup(services, [undefined], { expires: "2020-01-01" });
  await send(used);
  const hash = invitationHash(services.secret, ID, revoked!);
  expect(await writeAll(db, [revocationOf(db, ID, hash)])).toBe(true);
  const calls = (invitation: string, status = 403) =>
    callsDuring(db, async () => {
      expect((await send(invitation)).status).toBe(status);
    });
  const ofWrong = await calls(drawInvitation(services.random(20)));
  expect(ofWrong).toEqual(["GetItem main", "GetItem ballots"]);
  for (const code of [used, revoked, elsewhere, codes[0]!.code]) {
    expect(await calls(code!)).toEqual(ofWrong);
  }
  expect(await calls(right!, 201)).toEqual(["GetItem main", "TransactWriteItems"]);
  useUp("one");
  // Whoever is slowed is asked no other.
  expect(await calls(used!, 429)).toEqual(ofWrong);
});
