import { beforeAll, expect, test } from "vitest";
import { markOf } from "../../../domain/draft/mark.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { wayWithin } from "../../../functions/organiser/way-back.ts";
import { freshConsole } from "../draft/console.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";

/* Nothing that was entered is lost because a session is over, and nothing of it goes another way. */

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;
const id = "carried";
const edit = organisePath(ORGANISE.edit, { id, lang: "en" });

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna");
  await world.create(anna, { id, way: "empty", original: "en" });
});

const nobody = (token: string) => ({ ...anna, cookie: "", token });
const typed = { "title.en": "Typed\nfor <hours>", "seen.title.en": markOf("") };
const looked = { disclosure: "standard", "seen.disclosure": markOf("standard") };

test("a form without a session is kept on the page to sign in on, but for what was only looked at", async () => {
  const answer = await world.post(nobody(anna.token), ORGANISE.edit, { ...typed, ...looked }, id);
  expect(answer.status).toBe(403);
  const html = await answer.text();
  expect(html).toContain(`name="to" value="${edit}"`);
  expect(html).toContain('name="carry.title.en" value="Typed\nfor &lt;hours>"');
  expect(html).toContain('name="carry.csrf"');
  expect(html).not.toContain("carry.disclosure");
  // By a passkey, or without a script by a recovery code.
  expect(html.match(/name="carry\.title\.en"/g)).toHaveLength(2);
  expect(await world.draft(id)).toMatchObject({ fields: { id } });
});

test("a wrong recovery code keeps it, and a script is only told to sign in", async () => {
  const refused = await world.app.request(ORGANISE.recover.path, {
    method: "POST",
    headers: { Origin: "http://localhost" },
    body: new URLSearchParams({ code: "x", to: edit, "carry.title.en": "Typed" }),
  });
  expect(await refused.text()).toContain('name="carry.title.en" value="Typed"');
  const script = { Accept: "application/problem+json" };
  const told = await world.post(nobody(anna.token), ORGANISE.edit, typed, id, script);
  expect([told.status, told.headers.get("Location")]).toEqual([303, "/organise/sign-in?lang=en"]);
});

test("who has signed in anew sends it on; another organiser cannot", async () => {
  const before = anna.token;
  const again = await world.again(anna);
  const page = await world.post({ ...again, token: before }, ORGANISE.edit, typed, id);
  expect(page.status).toBe(403);
  const html = await page.text();
  expect(html).toContain(`action="${edit}"`);
  expect(html).toContain(`name="csrf" value="${again.token}"`);
  expect(html).toContain('name="title.en"');
  expect((await world.draft(id)).fields["title.en"]).toBeUndefined();
  expect((await world.post(again, ORGANISE.edit, typed, id)).status).toBe(303);
  expect((await world.draft(id)).fields["title.en"]).toBe("Typed for <hours>");

  const bolat = await world.organiser("Bolat", { [id]: "owner" });
  const theirs = await world.post({ ...bolat, token: before }, ORGANISE.edit, typed, id);
  expect(theirs.status).toBe(403);
  expect(await theirs.text()).not.toContain("Typed");
});

test("a page without a session leads back to itself, and a sign-in out of the console nowhere", async () => {
  const wanted = "/organise/c/carried/life?lang=ru";
  const answer = await world.app.request(wanted);
  const place = new URL(answer.headers.get("Location")!, "http://localhost");
  expect([place.pathname, place.searchParams.get("to")]).toEqual(["/organise/sign-in", wanted]);
  expect(await (await world.app.request(place.href)).text()).toContain('name="to"');
  expect(wayWithin(wanted, "GET")).toBe(wanted);
  for (const elsewhere of [
    "https://evil.example/organise",
    "//evil.example/organise",
    String.raw`/\evil.example/organise`,
    "/c/kazakhstan-2019",
    "/organise/sign-in",
    "/organise/../c/x",
    "organise",
    "",
  ]) {
    expect(wayWithin(elsewhere, "GET")).toBeUndefined();
  }
});
