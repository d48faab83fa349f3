import { expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { problemOf } from "../../support/client.ts";
import { newSignIn } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole, inAll } from "./console.ts";

test("channels, languages and shares are set in the draft, and frozen by opening but for names", async () => {
  const world = await freshConsole();
  const anna = await world.organiser("Anna", { [KAZAKHSTAN.id]: "viewer" });
  const id = "with-channels";
  await world.create(anna, { id, way: "duplicate", from: KAZAKHSTAN.id });
  expect((await world.press(anna, id, "add channels")).headers.get("Location")).toContain(
    "#channels-1",
  );
  const shares = ["40,5", ...KAZAKHSTAN.about[1]!.options.slice(1).map(() => "")].join("\n");
  const set = {
    "channels.1.code": "paper",
    ...inAll("channels.1.label", "A paper"),
    "about.2.shares": shares,
    "about.2.population": "A census",
  };
  expect((await world.edit(anna, id, set)).status).toBe(303);
  const form = await (await world.get(anna, ORGANISE.editPage, id)).text();
  expect(form).toContain('value="remove channels 1"');
  expect(form).toMatch(/<select[^>]*name="countLanguages"/);

  expect((await world.step(anna, id, "open", "draft")).status).toBe(303);
  world.clock.now = new Date(world.clock.now.getTime() + 11_000);
  Object.assign(anna, await newSignIn(world.services, anna.id));
  const opened = (await (
    await world.app.request(apiPath(API.consultation, id))
  ).json()) as Consultation;
  expect(opened.channels).toEqual([
    { code: "paper", label: { en: "A paper", ru: "A paper", kk: "A paper" } },
  ]);
  expect(opened.countLanguages).toBe(true);
  expect(opened.about[1]).toMatchObject({ population: { source: "A census" } });
  expect(opened.about[1]!.options.map(({ share }) => share).slice(0, 2)).toEqual([40.5, undefined]);

  const asked = { Accept: "application/problem+json" };
  for (const [name, value] of [
    ["channels.1.code", "radio"],
    ["countLanguages", ""],
    ["about.2.shares", ""],
  ] as const) {
    const refused = await world.edit(anna, id, { [name]: value }, { headers: asked });
    expect(await problemOf(refused), name).toEqual({ status: 409, title: "step-refused" });
  }
  expect((await world.press(anna, id, "remove channels 1")).status).toBe(409);
  expect((await world.edit(anna, id, { "channels.1.label.en": "The paper" })).status).toBe(303);
});
