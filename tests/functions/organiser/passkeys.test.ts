import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { Authenticator, type CreationOptions, type Twist } from "../../support/authenticator.ts";
import { cookieOf, ORIGIN } from "../../support/organiser.ts";
import { IN, MINUTE, outcome, REFUSED, useAnn } from "./ann.ts";

const world = useAnn();

describe("signing in", () => {
  test("works with the passkey, again and again", async () => {
    for (const _ of [1, 2, 3]) expect(await outcome(await world.signInWith())).toEqual(IN);
  });

  test("an answer is taken once", async () => {
    const answer = world.ann.device.get(await world.signInOptions(), ORIGIN);
    expect(await outcome(await world.sendAnswer(answer))).toEqual(IN);
    expect(await outcome(await world.sendAnswer(answer))).toEqual(REFUSED);
  });

  test("of the same answer sent ten times at once one gets through", async () => {
    const answer = world.ann.device.get(await world.signInOptions(), ORIGIN);
    const all = await Promise.all(Array.from({ length: 10 }, () => world.sendAnswer(answer)));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  test("a wrong answer to a challenge does not use it up, and the right one does", async () => {
    const options = await world.signInOptions();
    const wrong = world.ann.device.get(options, ORIGIN, { origin: "https://evil.example" });
    expect(await outcome(await world.sendAnswer(wrong))).toEqual(REFUSED);
    const right = world.ann.device.get(options, ORIGIN);
    expect(await outcome(await world.sendAnswer(right))).toEqual(IN);
    const another = world.ann.device.get(options, ORIGIN);
    expect(await outcome(await world.sendAnswer(another))).toEqual(REFUSED);
  });

  test("a challenge counts for five minutes", async () => {
    const [early, late] = [await world.signInOptions(), await world.signInOptions()];
    world.at += 5 * MINUTE - 1;
    expect(await outcome(await world.sendAnswer(world.ann.device.get(early, ORIGIN)))).toEqual(IN);
    world.at += 1;
    expect(await outcome(await world.sendAnswer(world.ann.device.get(late, ORIGIN)))).toEqual(
      REFUSED,
    );
  });

  test.each<[string, Twist]>([
    ["another origin", { origin: "https://evil.example" }],
    ["another port", { origin: "http://localhost:8081" }],
    ["another host's passkey", { rpId: "evil.example" }],
    ["a challenge that we never gave", { challenge: "A".repeat(43) }],
    ["a challenge of our form that we never gave", { challenge: "A".repeat(54) }],
    ["no challenge", { challenge: "" }],
    ["the answer to another question", { type: "webauthn.create" }],
    ["nobody's account", { userHandle: "A".repeat(22) }],
    ["no account", { userHandle: "" }],
    ["an account that is no id", { userHandle: "x".repeat(5_000) }],
    ["a counter that has not moved", { counter: 0 }],
  ])("is refused with %s", async (_, twist) => {
    // So that there is a counter to compare with.
    world.ann.device.counter = 6;
    await world.signInWith();
    expect(await outcome(await world.signInWith(twist))).toEqual(REFUSED);
    expect(await outcome(await world.signInWith())).toEqual(IN);
  });

  test("is refused with a counter that goes back, and with one that stands still", async () => {
    expect(await outcome(await world.signInWith({ counter: 9 }))).toEqual(IN);
    for (const counter of [9, 8, 1, 0]) {
      expect(await outcome(await world.signInWith({ counter }))).toEqual(REFUSED);
    }
    expect(await outcome(await world.signInWith({ counter: 10 }))).toEqual(IN);
  });

  test("is open to devices that count nothing", async () => {
    for (const _ of [1, 2])
      expect(await outcome(await world.signInWith({ counter: 0 }))).toEqual(IN);
  });

  test("is refused, and says why, where the device did not look who it is; a recovery code leads back in", async () => {
    expect(await world.signInOptions()).toMatchObject({ userVerification: "required" });
    const touched = await world.signInWith({ unverified: true });
    expect(touched.headers.get("Set-Cookie")).toBeNull();
    expect(await outcome(touched)).toEqual([403, "passkey-unverified"]);
    const recovered = await world.organisers.send(ORGANISE.recover, {
      fields: { code: world.ann.codes[0]! },
    });
    expect(await outcome(recovered)).toEqual(IN);
    // Once there is a PIN on it the same passkey is as good as any.
    expect(await outcome(await world.signInWith())).toEqual(IN);
  });

  test("is refused with another person's passkey, and with a foreign key for one's own id", async () => {
    const bob = await world.organisers.setUp("Bob");
    const asBob = { userHandle: bob.id };
    expect(await outcome(await world.signInWith(asBob))).toEqual(REFUSED);
    const thief = new Authenticator();
    Object.assign(thief, { id: world.ann.device.id, userHandle: world.ann.id, counter: 100 });
    expect(await outcome(await world.signInWith({}, thief))).toEqual(REFUSED);
  });

  test("is refused with the answer to a registration's challenge", async () => {
    const { cookie, token } = world.ann;
    const asked = await world.organisers.send(ORGANISE.addPasskeyOptions, { cookie, token });
    const { challenge } = (await asked.json()) as CreationOptions;
    const answer = world.ann.device.get({ challenge, rpId: "localhost" }, ORIGIN);
    expect(await outcome(await world.sendAnswer(answer))).toEqual(REFUSED);
  });

  test.each([
    "",
    "x",
    "{}",
    "null",
    "[]",
    '{"response":{"clientDataJSON":"e30"}}',
    "9".repeat(9_000),
  ])("is refused with rubbish: %.40s", async (answer) => {
    expect(await outcome(await world.sendAnswer(answer))).toEqual(REFUSED);
  });
});

test("a session's token is drawn at sign-in, whatever cookie was there before", async () => {
  const planted = "kenes=planted-by-somebody-else";
  const options = await world.signInOptions();
  const answer = world.ann.device.get(options, ORIGIN);
  const done = await world.organisers.send(ORGANISE.signIn, {
    cookie: planted,
    fields: { answer },
  });
  expect(cookieOf(done)).not.toBe(planted);
  expect((await world.organisers.send(ORGANISE.home, { cookie: planted })).status).toBe(303);
  expect((await world.organisers.send(ORGANISE.home, { cookie: cookieOf(done) })).status).toBe(200);
});
