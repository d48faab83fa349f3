import { beforeAll, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { signedIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/* Titles of the console where something is wrong. */

const ORIGIN = "http://localhost";
let app: App;
let ann: SignedInOrganiser;

beforeAll(async () => {
  const services = await freshWorld();
  app = createApp(services);
  ann = await signedIn(services, "Ann", { [KAZAKHSTAN.id]: "owner" });
});

async function ask(path: string, fields?: Record<string, string>) {
  const form = new FormData();
  for (const entry of Object.entries({ csrf: ann.token, ...fields })) form.append(...entry);
  const answer = await app.request(ORIGIN + path, {
    headers: { Cookie: ann.cookie, Origin: ORIGIN, "Sec-Fetch-Site": "same-origin" },
    ...(fields && { method: "POST", body: form }),
  });
  return { status: answer.status, title: /<title>(.*?)<\/title>/.exec(await answer.text())?.[1] };
}

test.each([
  ["en", "Error: New consultation – ", "New consultation – "],
  ["ru", "Ошибка: Новая консультация – ", "Новая консультация – "],
  ["kk", "Қате: ", ""],
])("a refused form says so first in the title, in %s", async (language, refused, plain) => {
  const path = `/organise/new?lang=${language}`;
  const asked = await ask(path);
  expect(asked.status).toBe(200);
  expect(asked.title).toMatch(new RegExp(`^${plain}`));
  const answer = await ask(path, { title: "", id: "!" });
  expect(answer.status).toBe(422);
  expect(answer.title).toMatch(new RegExp(`^${refused}`));
  expect(answer.title!.slice(answer.title!.indexOf(" ") + 1)).toBe(asked.title);
});

test("a page that is not there has the title of its own", async () => {
  const { status, title } = await ask("/organise/nowhere?lang=en");
  expect([status, title]).toEqual([404, "Not found – Kenes"]);
});
