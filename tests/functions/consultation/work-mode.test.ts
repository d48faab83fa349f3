import { expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { problemIn } from "../../support/organiser.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "../draft/console.ts";

const ID = KAZAKHSTAN.id;

test("an owner switches work, with an entry in the log; to what it is already is no switch", async () => {
  const { services, organiser, post, get, step } = await freshConsole();
  const ann = await organiser("Ann", { [ID]: "owner" });
  const ben = await organiser("Ben", { [ID]: "editor" });
  const change = (who: typeof ann, mode: string) => post(who, ORGANISE.switchWork, { mode }, ID);
  expect((await change(ben, "off")).status).toBe(404);
  expect((await change(ann, "auto")).status).toBe(303);
  expect((await getPublished(services.db, ID))!.life.work).toBeUndefined();

  const done = await change(ann, "on");
  expect(done.headers.get("Location")).toContain("/watch?lang=en");
  expect((await getPublished(services.db, ID))!.life.work).toEqual([
    { mode: "on", at: "2027-01-02T12:00:00.000Z" },
  ]);
  expect((await listEntries(services.db, ID)).at(-1)).toMatchObject({
    action: "work-switched",
    before: { mode: "auto" },
    after: { mode: "on" },
    who: "Ann",
  });
  const watched = await (await get(ann, ORGANISE.watch, ID)).text();
  expect(watched).toContain("It is asked of everybody.</strong> The organisers have set it so");
  expect(watched).toMatch(/value="on" checked/);
  expect(await (await get(ben, ORGANISE.watch, ID)).text()).not.toContain('name="mode"');
  const log = await (await get(ann, ORGANISE.log, ID)).text();
  expect(log).toContain("calculating before sending: It is asked of everybody.");

  // A pause that comes later, and a switch after that, find what is stored as they read it.
  expect((await step(ann, ID, "pause", "open", { "note.en": "Why" })).status).toBe(303);
  expect((await change(ann, "off")).status).toBe(303);
  expect((await step(ann, ID, "resume", "paused")).status).toBe(303);
  const { life } = (await getPublished(services.db, ID))!;
  expect(life).toMatchObject({ paused: false, work: [{ mode: "on" }, { mode: "off" }] });
});

test("once no ballots come there is nothing to switch", async () => {
  const { organiser, post, step, clock, again } = await freshConsole();
  const ann = await organiser("Ann", { [ID]: "owner" });
  expect((await step(ann, ID, "close", "open")).status).toBe(303);
  clock.now = new Date("2027-02-01T12:00:00Z");
  const refused = await post(await again(ann), ORGANISE.switchWork, { mode: "on" }, ID);
  expect([refused.status, problemIn(await refused.text())]).toEqual([409, "step-refused"]);
});
