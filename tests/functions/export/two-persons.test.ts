import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { getExport } from "../../../functions/store/exports.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { problemIn } from "../../support/organiser.ts";
import { freshEnd, proposalOn } from "./ended.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;

beforeAll(async () => {
  world = await freshEnd();
});

const FAR = { closesAt: "2029-01-01T00:00:00.000Z", twoPersons: true as const };
/** An open consultation for two persons, with two owners and somebody of each other role. */
async function open(more: { closesAt?: string } = FAR) {
  const id = `two-${++number}`;
  await world.add(id, { twoPersons: true as const, ...more });
  const ann = await world.person("Ann", id, "owner");
  const ben = await world.person("Ben", id, "owner");
  const eva = await world.person("Eva", id, "analyst");
  return { id, ann, ben, eva };
}
const outcome = async (answer: Response) => [answer.status, problemIn(await answer.text())];
const closesAt = async (id: string) =>
  (await getPublished(world.services.db, id))?.definition.closesAt;
const { lifePage, exportPage, confirmProposal, withdrawProposal } = ORGANISE;

describe("closing early", () => {
  test("is proposed by one owner, confirmed by another, and stands in the log with both names", async () => {
    const { id, ann, ben } = await open();
    expect(await ann.page(lifePage)).toContain("Propose to close");
    expect((await ann.step("close", "open")).status).toBe(303);
    expect(await closesAt(id)).toBe(FAR.closesAt);
    const own = await ann.page(lifePage);
    expect(own).toContain("You made this proposal yourself");
    expect(own).not.toContain("/proposal/confirm");
    const seen = await ben.page(lifePage);
    expect(seen).toContain("Ann proposed on");
    expect(await ben.page(ORGANISE.watch)).toContain("Ann proposed on");
    expect(await ben.page(ORGANISE.home)).toContain("Ann proposed on");
    expect(await outcome(await ann.reply(confirmProposal, "close", proposalOn(own)))).toEqual([
      409,
      "proposal-own",
    ]);
    const unread = { act: "close", proposal: proposalOn(seen) };
    expect(await outcome(await ben.send(confirmProposal, unread))).toEqual([
      422,
      "step-unconfirmed",
    ]);
    expect(await closesAt(id)).toBe(FAR.closesAt);
    expect((await ben.reply(confirmProposal, "close", proposalOn(seen))).status).toBe(303);
    expect(Date.parse((await closesAt(id))!)).toBe(world.clock.now.getTime() + 24 * 3_600_000);
    const entries = await listEntries(world.services.db, id);
    expect(entries.map(({ action, who }) => [action, who])).toEqual([
      ["close-proposed", "Ann"],
      ["life-close", "Ben"],
    ]);
    expect(entries[1]!.after).toMatchObject({ proposedBy: "Ann", confirmedBy: "Ben" });
    // Used up.
    expect(await outcome(await ben.reply(confirmProposal, "close", proposalOn(seen)))).toEqual([
      409,
      "proposal-unknown",
    ]);
  });

  test("of two confirmations at once happens once", async () => {
    const { id, ann, ben } = await open();
    const cal = await world.person("Cal", id, "owner");
    await ann.step("close", "open");
    const at = proposalOn(await ben.page(lifePage));
    const answers = await Promise.all(
      [ben, cal].map((one) => one.reply(confirmProposal, "close", at)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const actions = (await listEntries(world.services.db, id)).map(({ action }) => action);
    expect(actions.filter((one) => one === "life-close")).toHaveLength(1);
  });

  test("cannot be proposed where nobody could confirm; the page says whom to invite first", async () => {
    const id = `two-${++number}`;
    await world.add(id, FAR);
    const ann = await world.person("Ann", id, "owner");
    await world.person("Eva", id, "analyst");
    const page = await ann.page(lifePage);
    expect(page).toContain("Invite a second owner first");
    expect(page).not.toContain('name="step" value="close"');
    expect(await outcome(await ann.step("close", "open"))).toEqual([409, "second-owner-missing"]);
  });

  test("is taken back by any owner, and by nobody else", async () => {
    const { id, ann, ben, eva } = await open();
    await ann.step("close", "open");
    const at = proposalOn(await ben.page(lifePage));
    expect(await outcome(await eva.reply(withdrawProposal, "close", at))).toEqual([
      404,
      "page-unknown",
    ]);
    expect((await ben.reply(withdrawProposal, "close", at)).status).toBe(303);
    expect(await outcome(await ben.reply(confirmProposal, "close", at))).toEqual([
      409,
      "proposal-unknown",
    ]);
    const actions = (await listEntries(world.services.db, id)).map(({ action }) => action);
    expect(actions).toEqual(["close-proposed", "proposal-withdrawn"]);
    expect((await ben.step("close", "open")).status).toBe(303);
  });

  test("lapses after a week, or with the role of who proposed it", async () => {
    const { id, ann, ben } = await open();
    await ann.step("close", "open");
    expect(await outcome(await ben.step("close", "open"))).toEqual([409, "proposal-stands"]);
    const at = proposalOn(await ben.page(lifePage));
    await world.pass(7 * 24);
    expect(await ben.page(lifePage)).not.toContain("Ann proposed on");
    expect(await outcome(await ben.reply(confirmProposal, "close", at))).toEqual([
      409,
      "proposal-unknown",
    ]);
    expect((await ann.step("close", "open")).status).toBe(303);
    const again = proposalOn(await ben.page(lifePage));
    const { db } = world.services;
    const team = await getTeam(db, id);
    await writeAll(db, [teamWrite(db, team, { ...team.members, [ann.id]: "editor" })]);
    expect(await ben.page(lifePage)).not.toContain("Ann proposed on");
    expect(await outcome(await ben.reply(confirmProposal, "close", again))).toEqual([
      409,
      "proposal-unknown",
    ]);
    expect(await closesAt(id)).toBe(FAR.closesAt);
  });

  test("without the setting takes one owner, as ever", async () => {
    const id = `two-${++number}`;
    await world.add(id, { closesAt: FAR.closesAt });
    const ann = await world.person("Ann", id, "owner");
    expect((await ann.step("close", "open")).status).toBe(303);
    expect(await closesAt(id)).not.toBe(FAR.closesAt);
  });

  test("is frozen with the definition: no correction switches it off", async () => {
    const { id, ann } = await open();
    const who = await world.organiser("Dan", { [id]: "owner" });
    expect(
      (await world.edit(who, id, { twoPersons: "" }, { seen: { twoPersons: "yes" } })).status,
    ).toBe(409);
    expect((await world.edit(who, id, { purgeAfterDays: "1" })).status).toBe(409);
    expect((await ann.step("close", "open")).status).toBe(303);
    expect(await closesAt(id)).toBe(FAR.closesAt);
  });
});

describe("an export of single ballots", () => {
  test("is asked for by an analyst and made only after an owner has confirmed", async () => {
    const { id, ann, eva } = await open({});
    await world.answer(id, 20);
    await world.close(id);
    expect(await eva.page(exportPage)).toContain("Propose an export");
    expect((await eva.ask()).status).toBe(303);
    await world.afterClosing(id);
    expect((await getExport(world.services.db, id)).request).toBeUndefined();
    const at = proposalOn(await ann.page(exportPage));
    // An analyst may not confirm, whoever has proposed.
    expect(await outcome(await eva.reply(confirmProposal, "export", at))).toEqual([
      404,
      "page-unknown",
    ]);
    expect((await ann.reply(confirmProposal, "export", at)).status).toBe(303);
    expect((await getExport(world.services.db, id)).request).toMatchObject({
      state: "asked",
      name: "Eva",
      confirmedBy: "Ann",
    });
    await world.afterClosing(id);
    expect(await eva.page(exportPage)).toContain("20 rows");
    const entries = await listEntries(world.services.db, id);
    expect(entries.map(({ action, who }) => [action, who])).toEqual([
      ["export-proposed", "Eva"],
      ["export-asked", "Ann"],
      ["export-ready", "Kenes"],
    ]);
    expect(entries[1]!.after).toMatchObject({ proposedBy: "Eva", confirmedBy: "Ann" });
  });
});
