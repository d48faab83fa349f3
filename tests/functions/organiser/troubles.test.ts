import { expect, test } from "vitest";
import { TROUBLES } from "../../../domain/trouble.ts";
import { createApp } from "../../../functions/app.ts";
import { CATALOGUES } from "../../../web/language/catalogue.ts";
import { signedIn } from "../../support/signed-in.ts";
import { freshWorld } from "../../support/world.ts";

test("what whoever runs the installation has to see to is told on the front page of the console, to organisers alone", async () => {
  const world = await freshWorld();
  const app = createApp({ ...world, troubles: () => TROUBLES });
  const { cookie } = await signedIn(world, "Ann");
  for (const language of ["en", "ru", "kk"] as const) {
    const words = CATALOGUES[language]!.organiser.home.troubles;
    const page = async (headers: Record<string, string>) =>
      (await app.request(`/organise?lang=${language}`, { headers })).text();
    const seen = await page({ Cookie: cookie });
    for (const trouble of TROUBLES) expect(seen).toContain(words[trouble]);
    expect(await page({})).not.toContain(words["disk-full"]);
  }
  const quiet = createApp(world);
  const headers = { Cookie: cookie };
  const page = await (await quiet.request("/organise?lang=en", { headers })).text();
  expect(page).not.toContain(CATALOGUES["en"]!.organiser.home.troubles["disk-full"]);
});
