import { beforeAll, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { ROLES } from "../../../domain/organiser/role.ts";
import { putStop } from "../../../functions/store/counting.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "../draft/console.ts";

/* The front page of the console: what it says to whom. What it reads for it: reads-once.test.ts. */

let world: Awaited<ReturnType<typeof freshConsole>>;
beforeAll(async () => {
  world = await freshConsole();
});

const text = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const links = (html: string) =>
  [...html.matchAll(/href="(\/organise\/c\/[^"?]+)/g)].map((m) => m[1]);

test("whoever is new sees what comes first, and nothing that is not theirs", async () => {
  const html = await (await world.get(await world.organiser("New"), ORGANISE.home)).text();
  expect(html).toContain("No consultation yet: how to begin");
  expect(html).toContain("/organise/new?lang=en");
  expect(links(html)).toEqual([]);
});

test.each(ROLES)("%s has one next step, and every way of it leads somewhere", async (role) => {
  const who = await world.organiser(role, { [KAZAKHSTAN.id]: role });
  await putStop(world.services.db, KAZAKHSTAN.id, {
    reason: "gap",
    since: "2027-01-01T00:00:00Z",
    differences: [],
  });
  const html = await (await world.get(who, ORGANISE.home)).text();
  const words = text(html);
  expect(words).toContain("What needs you today");
  expect(words).toContain("Publishing is stopped: the counts could not be confirmed.");
  expect(html.match(/class="button /g)).toHaveLength(2);
  expect(words).toContain("See how it goes");
  const all = links(html);
  expect(all.length).toBeGreaterThan(4);
  for (const path of new Set(all)) {
    const answer = await world.app.request(`${path}?lang=en`, { headers: { Cookie: who.cookie } });
    expect([path, answer.status]).toEqual([path, 200]);
  }
});
