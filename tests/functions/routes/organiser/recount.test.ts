import { expect, test } from "vitest";
import { ORGANISE } from "../../../../domain/organiser/endpoints.ts";
import { CATALOGUES } from "../../../support/languages.ts";
import { freshWorld } from "../../../support/world.ts";
import { signedIn } from "../../invitation/console.ts";

test("in the console an owner asks, reads before what a rebuild does, and sees how far it is", async () => {
  const services = await freshWorld();
  const owner = await signedIn(services, "owner");
  const words = CATALOGUES.en.participation.recount;
  const page = await (await owner.get(ORGANISE.recountPage)).text();
  expect(page).toContain(words.what[0]);
  const unsure = await owner.post(ORGANISE.askRecount, { how: "rebuild" });
  expect(unsure.status).toBe(422);
  expect(await unsure.text()).toContain(CATALOGUES.en.problems["step-unconfirmed"]);
  const sure = await owner.post(ORGANISE.askRecount, { how: "rebuild", confirmed: "yes" });
  expect(sure.status).toBe(303);
  const waiting = await owner.get(ORGANISE.recountPage);
  expect(waiting.headers.get("Refresh")).toMatch(/^10; url=\/organise\/c\//);
  const told = await waiting.text();
  expect(told).toContain(words.waiting);
  expect(told).toContain(words.willRebuild);
  expect(told).toContain("Aigerim");
  const watch = await (await owner.get(ORGANISE.watch)).text();
  expect(watch).toContain(words.link);
});
