import { beforeEach, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { listEntries } from "../../../functions/store/log.ts";
import type { Services } from "../../../functions/services.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { ID, newGroup } from "./codes.ts";
import { signedIn } from "./console.ts";

const { experts: _, ...rest } = KAZAKHSTAN;
const PROTECTED: Consultation = rest;

let services: Services;
let organiser: Awaited<ReturnType<typeof signedIn>>;

const world = async (definition: Consultation) => {
  services = await freshWorld(definition);
  organiser = await signedIn(services, "moderator");
};
beforeEach(() => world(PROTECTED));

/** A group of so many codes with labels, of which the first ones have been used. */
async function usedGroup(made: number, used: number) {
  const { group, codes } = await newGroup(
    services,
    times(made, (one) => `Expert ${String(one + 1).padStart(2, "0")}`),
  );
  for (const { code } of codes.slice(0, used)) {
    await clientOf(organiser.app).put(newReceipt(), goodBallot({ invitation: code }));
  }
  return group.id;
}
const list = (group: string) => organiser.post(ORGANISE.remindInvitations, { group });
const labelsIn = (html: string) => html.match(/Expert \d\d/g) ?? [];

describe("whose codes are unused", () => {
  test("is listed by label alone where ten at least have been used, and each look is in the log", async () => {
    const group = await usedGroup(13, 10);
    const page = await (await organiser.get(ORGANISE.invitationGroup, `&group=${group}`)).text();
    expect(labelsIn(page)).toEqual([]);
    const answer = await list(group);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    expect(labelsIn(html)).toEqual(["Expert 11", "Expert 12", "Expert 13"]);
    expect(html).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect((await listEntries(services.db, ID)).at(-1)).toMatchObject({
      action: "reminders-listed",
      after: { group, label: "Law faculty" },
    });
  });

  test.each<[string, Consultation, number, number]>([
    ["fewer than ten have been used", PROTECTED, 13, 9],
    ["there are fewer than ten", PROTECTED, 9, 9],
    ["taking part may be dangerous", { ...PROTECTED, disclosure: "at-risk" }, 13, 11],
    ["the experts are published exactly", KAZAKHSTAN, 13, 11],
  ])("is not told where %s, and nothing is logged", async (_, definition, made, used) => {
    await world(definition);
    const group = await usedGroup(made, used);
    const before = await listEntries(services.db, ID);
    const answer = await list(group);
    const html = await answer.text();
    expect(answer.status).toBe(403);
    expect(labelsIn(html)).toEqual([]);
    expect(html).toContain("Remind everybody");
    expect(html).not.toContain("List the labels");
    expect(await listEntries(services.db, ID)).toEqual(before);
  });
});
