import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { isProgramKey, MOST_KEYS } from "../../../domain/program/key.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { programKeyHash } from "../../../functions/secrets.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { listProgramKeys } from "../../../functions/store/program-keys.ts";
import { organisersOf, problemIn } from "../../support/organiser.ts";
import { keyOf, programOf } from "../../support/program.ts";
import { newSignIn, signedIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";

const DAY = 86_400_000;

let services: Awaited<ReturnType<typeof freshWorld>>;
let app: App;
let at = Date.now();
let number = 0;
beforeAll(async () => {
  services = { ...(await freshWorld()), now: () => new Date(at) };
  app = createApp(services);
});

/** A consultation of its own, with an owner who is at work. */
async function consultation() {
  const id = `keys-${++number}`;
  await addConsultation(services.db, { ...KAZAKHSTAN, id });
  const owner = await signedIn(services, "Anna", { [id]: "owner" });
  const { send } = organisersOf(app, services);
  const post = (
    endpoint: Parameters<typeof send>[0],
    fields: Record<string, string>,
    who: SignedInOrganiser = owner,
  ) => send(endpoint, { id, cookie: who.cookie, token: who.token, fields });
  const page = async (endpoint: Parameters<typeof send>[0] = ORGANISE.keys) =>
    (await send(endpoint, { id, cookie: owner.cookie })).text();
  const wanted = { name: "Website", role: "editor", expires: day(30) };
  return {
    id,
    owner,
    page,
    post,
    make: (more: Record<string, string> = {}) => post(ORGANISE.makeKey, { ...wanted, ...more }),
    stored: () => listProgramKeys(services.db, id),
    acts: async () =>
      (await listEntries(services.db, id)).map(({ who, action, before, after }) => [
        who,
        action,
        before ?? after,
      ]),
  };
}
const day = (days: number) => new Date(at + days * DAY).toISOString().slice(0, 10);
const keyIn = (html: string) => /kenes_[0-9A-Z]+/.exec(html)?.[0] ?? "";

describe("a key", () => {
  test("is shown once, kept as a hash alone, and listed without it", async () => {
    const { id, make, page, stored, acts } = await consultation();
    expect(await page()).toContain("There is no key yet");
    const made = await make();
    expect([made.status, made.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    const key = keyIn(await made.text());
    expect(isProgramKey(key)).toBe(true);
    const all = await stored();
    expect(all).toMatchObject([
      {
        name: "Website",
        role: "editor",
        steps: false,
        hash: programKeyHash(services.secret, id, key),
      },
    ]);
    const kept = JSON.stringify([all, await listEntries(services.db, id), services.logged]);
    expect(kept).not.toContain(key.slice(6, 20));
    const html = await page();
    expect(html).toContain("Website");
    expect(html).toContain("not yet");
    expect(html).not.toContain(key.slice(6, 20));
    expect(await acts()).toEqual([
      ["Anna", "key-made", { key: "Website", role: "editor", expires: day(30) }],
    ]);
  });

  test("says by the day when it was used last, and no finer", async () => {
    const { id, owner, page, stored } = await consultation();
    const ask = programOf(app, await keyOf(services, id, owner));
    const use = async () => (await ask(`/api/organise/c/${id}`)).status;
    expect(await use()).toBe(200);
    const [first] = await stored();
    expect(first!.usedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    at += 2 * DAY;
    expect(await use()).toBe(200);
    const [second] = await stored();
    expect(Date.parse(second!.usedOn!) - Date.parse(first!.usedOn!)).toBe(2 * DAY);
    Object.assign(owner, await newSignIn(services, owner.id));
    expect(await page()).not.toContain("not yet");
  });

  test("is revoked by any owner, after being asked, and is none from then on", async () => {
    const { id, owner, post, page, stored, acts } = await consultation();
    const ask = programOf(app, await keyOf(services, id, owner, { steps: true }));
    const ben = await signedIn(services, "Ben", { [id]: "owner" });
    const [{ hash } = { hash: "" }] = await stored();
    const asked = await app.request(`/organise/c/${id}/keys/revoke?lang=en&which=${hash}`, {
      headers: { Cookie: ben.cookie },
    });
    expect(await asked.text()).toContain("Revoke this key?");
    expect((await post(ORGANISE.revokeKey, { which: hash }, ben)).status).toBe(303);
    expect((await ask(`/api/organise/c/${id}`)).status).toBe(401);
    const again = await post(ORGANISE.revokeKey, { which: hash });
    expect([again.status, problemIn(await again.text())]).toEqual([409, "key-gone"]);
    expect(await page()).toContain("There is no key yet");
    expect((await acts()).at(-1)).toEqual([
      "Ben",
      "key-revoked",
      { key: "Website", role: "editor", steps: true },
    ]);
  });

  test("is not made of what is wrong, with what was entered kept", async () => {
    const { make, stored } = await consultation();
    const refused = await make({ name: "Web<site", role: "owner", expires: day(400) });
    const html = await refused.text();
    expect([refused.status, problemIn(html)]).toEqual([422, "key-invalid"]);
    for (const id of ["name", "role", "expires"]) expect(html).toContain(`id="${id}-fault"`);
    expect(html).toContain("Web&lt;site");
    expect((await make({ role: "translator" })).status).toBe(422);
    expect(await stored()).toEqual([]);
    expect((await make({ role: "translator", language: "kk" })).status).toBe(200);
    expect(await stored()).toMatchObject([{ role: "translator", languages: ["kk"] }]);
  });

  test("is one of twenty at most, however many are made at once", async () => {
    const { id, owner, make, page, stored } = await consultation();
    for (let made = 0; made < MOST_KEYS - 2; made++) await keyOf(services, id, owner);
    const answers = await Promise.all(Array.from({ length: 4 }, () => make()));
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, 200, 409, 409]);
    expect(await stored()).toHaveLength(MOST_KEYS);
    expect(await page()).toContain("There are 20 keys");
    // What is over makes room.
    at += 40 * DAY;
    Object.assign(owner, await newSignIn(services, owner.id));
    expect((await make({ expires: day(30) })).status).toBe(200);
  });

  test("of a maker who is no owner any more says so", async () => {
    const { id, owner, page } = await consultation();
    const cal = await signedIn(services, "Cal", { [id]: "owner" });
    await keyOf(services, id, cal);
    expect(await page()).not.toContain("not an owner any more");
    const team = await getTeam(services.db, id);
    const members = { ...team.members, [cal.id]: "viewer" } as const;
    await writeAll(services.db, [teamWrite(services.db, team, members)]);
    expect(await page()).toContain("not an owner any more");
    expect(owner.name).toBe("Anna");
  });
});
