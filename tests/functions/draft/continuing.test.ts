import { describe, expect, test } from "vitest";
import { valueOf } from "../../../domain/draft/draft.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { newSignIn } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { anna, draft, pass, step, world } from "./living.ts";

/* The next wave of a consultation: chosen where a draft is begun, judged where it is opened. */

const DAY = 24 * 60 * 60;
const CLOSES = { closesAt: "2027-01-05T12:00" };

/** A consultation of Anna's that has closed. */
async function closed(): Promise<string> {
  world.clock.now = new Date("2027-01-02T12:00:00Z");
  const id = await draft(CLOSES);
  expect(await step(id, "open", "draft")).toBe(303);
  pass(10 * DAY);
  return id;
}

const afresh = async () => {
  Object.assign(anna, await newSignIn(world.services, anna.id));
  return anna;
};

const newPage = async () => (await world.get(await afresh(), ORGANISE.newPage)).text();

describe("continuing a consultation", () => {
  test("copies what was published with its codes, names it, and takes no days along", async () => {
    const id = await closed();
    expect(await newPage()).toContain('value="continue"');
    const made = await world.create(await afresh(), { way: "continue", earlier: id, title: "" });
    expect(made.status).toBe(303);
    const next = /\/c\/([^/]+)\/edit/.exec(made.headers.get("Location")!)![1]!;
    const wave = await world.draft(next);
    expect(valueOf(wave, "continues.consultation")).toBe(id);
    expect(valueOf(wave, "closesAt")).toBe("");
    expect(valueOf(wave, "title.en")).toMatch(/ \(2\)$/);
    expect(valueOf(wave, "recommendations.3.code")).toBe(KAZAKHSTAN.recommendations[2]!.code);
    const edit = await world.get(await afresh(), ORGANISE.editPage, next);
    expect(await edit.text()).toContain("Continues the consultation (its address)");
    expect(await step(next, "open", "draft")).toBe(303);
    const { definition } = (await getPublished(world.services.db, next))!;
    expect(definition.continues).toEqual({ consultation: id });
    // The third wave is the next number of the second.
    const third = await draft({ "continues.consultation": id });
    expect(await step(third, "open", "draft")).toBe(303);
  });

  test("is offered to the owners of closed ones alone, and refused to everybody else", async () => {
    const bela = await world.organiser("Bela", {});
    const none = await (await world.get(bela, ORGANISE.newPage)).text();
    expect(none).not.toContain('value="continue"');
    const id = await closed();
    for (const earlier of [id, KAZAKHSTAN.id, "nowhere", ""]) {
      const made = await world.create(bela, { way: "continue", earlier, title: "Another" });
      expect(made.status, earlier).toBe(404);
    }
    expect((await world.create(bela, { way: "duplicate", from: "" })).status).toBe(404);
    const editor = await world.organiser("Cara", { [id]: "editor" });
    expect((await world.create(editor, { way: "continue", earlier: id })).status).toBe(404);
    // A viewer of one that is open.
    const open = { way: "continue", earlier: KAZAKHSTAN.id };
    expect((await world.create(await afresh(), open)).status).toBe(404);
  });

  test.each(["itself", "an open one", "somebody else's", "none that there is"])(
    "a draft that continues %s is not opened, and says why",
    async (what) => {
      const id = await closed();
      const other = await draft();
      if (what === "an open one") expect(await step(other, "open", "draft")).toBe(303);
      const mine = await draft();
      const earlier = {
        itself: mine,
        "an open one": other,
        "somebody else's": KAZAKHSTAN.id,
        "none that there is": "nowhere",
      }[what]!;
      expect((await world.edit(anna, mine, { "continues.consultation": earlier })).status).toBe(
        303,
      );
      const answer = await world.step(await afresh(), mine, "open", "draft");
      expect(answer.status).toBe(422);
      if (what !== "itself")
        expect(await answer.text()).toContain("has not closed, does not exist");
      expect(await getPublished(world.services.db, mine)).toBeUndefined();
      // Mended, it opens.
      await afresh();
      expect((await world.edit(anna, mine, { "continues.consultation": id })).status).toBe(303);
      expect(await step(mine, "open", "draft")).toBe(303);
    },
  );
});
