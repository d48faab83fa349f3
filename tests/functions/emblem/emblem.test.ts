import { beforeAll, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { problemIn } from "../../support/organiser.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "../draft/console.ts";

/* An emblem from the console to the pages that show it. */

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;
const ID = "with-emblem";
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" onload="alert(1)"/></svg>';

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "viewer" });
  await world.create(anna, { id: ID, way: "duplicate", from: KAZAKHSTAN.id });
});

const send = async (fields: Record<string, string | Blob>, id = ID) =>
  world.post(anna, ORGANISE.takeEmblem, fields, id);
const take = (text = SVG, id = ID) => send({ do: "take", file: new Blob([text]) }, id);
const stored = async (id = ID) => (await world.draft(id)).fields["emblem.file"];
const page = async (path: string) => (await world.app.request(path)).text();

test("is taken in, written anew, shown where it shall be, and no longer changed once it is open", async () => {
  const refused = await send({ do: "take", file: new Blob(["GIF89a"]) });
  expect([refused.status, problemIn(await refused.text())]).toEqual([422, "emblem-unreadable"]);
  expect(await stored()).toBeUndefined();
  const done = await take();
  expect(done.headers.get("Location")).toContain(
    `/organise/c/${ID}/emblem?lang=en&done=emblem-taken.`,
  );
  const file = await stored();
  expect(file).toMatch(/^[0-9a-f]{32}\.svg$/);
  expect((await listEntries(world.services.db, ID)).at(-1)).toMatchObject({
    action: "draft-changed",
    after: { fields: ["emblem.file"] },
  });

  const answer = await world.app.request(`/emblems/${file}`);
  const headers = (name: string) => answer.headers.get(name);
  expect(headers("Content-Type")).toBe("image/svg+xml");
  expect(headers("X-Content-Type-Options")).toBe("nosniff");
  expect(headers("Content-Security-Policy")).toBe(
    "default-src 'none'; frame-ancestors 'none'; sandbox",
  );
  expect(headers("Cache-Control")).toContain("immutable");
  expect(await answer.text()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4" height="4"><rect width="4" height="4"/></svg>',
  );
  for (const none of [
    `${"0".repeat(32)}.svg`,
    file!.replace("svg", "png"),
    "..%2f",
    "constructor",
  ]) {
    expect((await world.app.request(`/emblems/${none}`)).status).toBe(404);
  }

  // Without what it shows nothing is opened: somebody may not see it.
  const before = await (await world.get(anna, ORGANISE.lifePage, ID)).text();
  expect(before).toContain("emblem-alt");
  const alt = Object.fromEntries(
    ["en", "ru", "kk"].map((one) => [`emblem.alt.${one}`, `Sun ${one}`]),
  );
  await world.edit(anna, ID, { ...alt, accent: "plum" });
  expect((await world.step(anna, ID, "open", "draft")).status).toBe(303);
  world.clock.now = new Date(world.clock.now.getTime() + 11_000);
  const image = `<img src="/emblems/${file}" alt="Sun kk"`;
  for (const path of ["about", "results", "paper"]) {
    const html = await page(`/c/${ID}/${path}?lang=kk`);
    expect([path, html.includes(image), html.includes('data-accent="plum"')]).toEqual([
      path,
      true,
      true,
    ]);
  }
  const rate = await page(`/c/${ID}?lang=kk`);
  expect([rate.includes("/emblems/"), rate.includes('data-accent="plum"')]).toEqual([false, true]);

  const late = await take(SVG.replaceAll("4", "5"));
  expect([late.status, problemIn(await late.text())]).toEqual([409, "step-refused"]);
  expect(await stored()).toBe(file);
  expect((await world.step(anna, ID, "correct", "open", { "note.en": "Alt." })).status).toBe(422);
  await world.edit(anna, ID, { "emblem.alt.kk": "Күн" });
  expect((await world.step(anna, ID, "correct", "open", { "note.en": "Alt." })).status).toBe(303);
});

test("is on no page among people at risk, nor is the colour; taken away it is gone; undone it is back", async () => {
  const id = "at-risk";
  await world.create(anna, { id, way: "duplicate", from: ID });
  const file = await stored(id);
  expect(file).toBe(await stored());
  await send({ do: "remove" }, id);
  expect(await stored(id)).toBeUndefined();
  await world.press(anna, id, "undo 2");
  expect(await stored(id)).toBe(file);
  const risky = { ...KAZAKHSTAN, id: "risky", disclosure: "at-risk" as const };
  const look = { accent: "plum" as const, emblem: { file: file!, alt: KAZAKHSTAN.title } };
  await addConsultation(world.services.db, { ...risky, ...look });
  world.clock.now = new Date(world.clock.now.getTime() + 11_000);
  for (const path of ["", "/about", "/results", "/paper"]) {
    const html = await page(`/c/risky${path}?lang=en`);
    expect([path, /emblem|data-accent/.test(html)]).toEqual([path, false]);
  }
});

test("that another installation keeps is left out of what comes from there", async () => {
  const emblem = { file: `${"1".repeat(32)}.png`, alt: KAZAKHSTAN.title };
  const { opensAt: _, closesAt: __, ...rest } = KAZAKHSTAN;
  const file = new Blob([JSON.stringify({ ...rest, id: "from-there", emblem })]);
  const made = await world.create(anna, { id: "", way: "file", file });
  expect(made.status).toBe(303);
  expect(await stored("from-there")).toBeUndefined();
});
