import { expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { Authenticator, type CreationOptions, type Twist } from "../../support/authenticator.ts";
import { type OrganiserAtWork, ORIGIN } from "../../support/organiser.ts";
import { IN, outcome, REFUSED, useAnn } from "./ann.ts";

const world = useAnn();

const add = async (device: Authenticator, { cookie, token } = world.ann, twist: Twist = {}) => {
  const asked = await world.organisers.send(ORGANISE.addPasskeyOptions, { cookie, token });
  const answer = device.create((await asked.json()) as CreationOptions, ORIGIN, twist);
  return {
    answer,
    done: await world.organisers.send(ORGANISE.addPasskey, { cookie, token, fields: { answer } }),
  };
};
const remove = (passkey: string, { cookie, token } = world.ann) =>
  world.organisers.send(ORGANISE.removePasskey, { cookie, token, fields: { passkey } });

test("both work then; each can be removed but for the last", async () => {
  const second = new Authenticator();
  expect(await outcome((await add(second)).done)).toEqual(IN);
  expect(await outcome(await world.signInWith({}, second))).toEqual(IN);
  expect(await outcome(await remove(world.ann.device.id))).toEqual(IN);
  expect(await outcome(await world.signInWith())).toEqual(REFUSED);
  expect(await outcome(await remove(second.id))).toEqual([409, "last-passkey"]);
  expect(await outcome(await world.signInWith({}, second))).toEqual(IN);
});

test("removing is asked about first, for one's own passkeys and never for the last", async () => {
  const { app } = world.organisers;
  const ask = (passkey: string) =>
    app.request(`${ORGANISE.removePasskeyPage.path}?passkey=${passkey}&lang=en`, {
      headers: { Cookie: world.ann.cookie },
    });
  const { id } = world.ann.device;
  expect(await outcome(await ask(id))).toEqual([409, "last-passkey"]);
  await add(new Authenticator());
  const html = await (await ask(id)).text();
  expect(html).toContain("Remove this passkey?");
  expect(html).toContain(`name="passkey" value="${id}"`);
  expect((await ask("nobodys")).headers.get("Location")).toBe("/organise/account?lang=en");
  expect(await outcome(await world.signInWith())).toEqual(IN);
});

test("removing one ends every other session, and not the own one", async () => {
  await add(new Authenticator());
  const elsewhere = await world.organisers.signIn(world.ann);
  await remove(world.ann.device.id);
  const home = ({ cookie }: { cookie: string }) => world.organisers.send(ORGANISE.home, { cookie });
  expect([(await home(elsewhere)).status, (await home(world.ann)).status]).toEqual([303, 200]);
});

test("of the last two removed at once one stays", async () => {
  const second = new Authenticator();
  await add(second);
  await Promise.all([remove(world.ann.device.id), remove(second.id)]);
  const left = [await world.signInWith(), await world.signInWith({}, second)];
  expect(left.map(({ status }) => status).toSorted()).toEqual([303, 403]);
});

test("an answer made for one organiser adds nothing to another, nor twice", async () => {
  const bob = await world.organisers.setUp("Bob");
  const { cookie, token } = world.ann;
  const asked = await world.organisers.send(ORGANISE.addPasskeyOptions, { cookie, token });
  const options = (await asked.json()) as CreationOptions;
  const device = new Authenticator();
  const send = (who: OrganiserAtWork, fields: Record<string, string>) =>
    world.organisers.send(ORGANISE.addPasskey, { cookie: who.cookie, token: who.token, fields });
  const answer = device.create(options, ORIGIN);
  expect(await outcome(await send(bob, { answer }))).toEqual(REFUSED);
  expect(await outcome(await send(world.ann, { answer }))).toEqual(REFUSED);
  const again = await add(device);
  expect(await outcome(again.done)).toEqual(IN);
  expect(await outcome((await add(device)).done)).toEqual([409, "passkeys-full"]);
  expect(await outcome(await send(world.ann, { answer: again.answer }))).toEqual(REFUSED);
});

test.each<[string, Twist]>([
  ["another origin", { origin: "https://evil.example" }],
  ["another host", { rpId: "evil.example" }],
  ["the answer to another question", { type: "webauthn.get" }],
])("is refused with %s", async (_, twist) => {
  expect(await outcome((await add(new Authenticator(), world.ann, twist)).done)).toEqual(REFUSED);
});

test("is refused, and says why, where the device did not look who it is", async () => {
  const { cookie, token } = world.ann;
  const asked = await world.organisers.send(ORGANISE.addPasskeyOptions, { cookie, token });
  expect(await asked.json()).toMatchObject({
    authenticatorSelection: { userVerification: "required" },
  });
  const touched = await add(new Authenticator(), world.ann, { unverified: true });
  expect(await outcome(touched.done)).toEqual([403, "passkey-unverified"]);
});

test("ends at ten", async () => {
  for (let count = 1; count < 10; count++) await add(new Authenticator());
  expect(await outcome((await add(new Authenticator())).done)).toEqual([409, "passkeys-full"]);
});
