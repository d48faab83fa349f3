import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import { getBallot } from "../../../functions/store/ballots.ts";
import { readReceipt } from "../../../domain/ballot/receipt.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { anna, draft, put, read, step, world } from "./living.ts";
import { inAll } from "./console.ts";

describe("a correction of the wording", () => {
  const note = inAll("note", "A slip of the pen");

  test("is a new version with a public note, and each ballot keeps what it saw", async () => {
    const id = await draft();
    await step(id, "open", "draft");
    expect(await step(id, "correct", "open", note)).toBe(422);
    await world.edit(anna, id, { "recommendations.1.title.en": "A corrected title" });
    expect(await read(`/c/${id}`)).not.toContain("A corrected title");
    expect(await step(id, "correct", "open", { ...note, "note.en": "" })).toBe(422);
    expect(await step(id, "correct", "open", { ...note, "note.kk": "a\u202Eb" })).toBe(422);
    // Only the original must be there.
    expect(await step(id, "correct", "open", { ...note, "note.kk": "" })).toBe(303);
    const page = await read(`/c/${id}`);
    expect(page).toContain("A corrected title");
    expect(page).toContain("A slip of the pen");
    expect(await read(`/c/${id}/results`)).toContain("A slip of the pen");
    const kazakh = await (await world.app.request(`/c/${id}?lang=kk`)).text();
    expect(kazakh).toContain('<span lang="en" dir="auto">A slip of the pen</span>');
    expect(page).toContain('name="wording" value="2"');
    const wordingOf = async (ballot: object) => {
      const receipt = newReceipt();
      expect((await put(id, receipt, { ...goodBallot(), ...ballot })).status).toBe(201);
      const key = ballotIdOf(id, readReceipt(receipt)!);
      return (await getBallot(world.services.db, id, key))?.["wording"]?.N;
    };
    expect([
      await wordingOf({}),
      await wordingOf({ wording: 1 }),
      await wordingOf({ wording: 2 }),
    ]).toEqual([undefined, undefined, "2"]);
    expect((await put(id, newReceipt(), goodBallot({ wording: "2" }))).status).toBe(422);
  });

  test("may say that a translation has been checked, and never which language is the original", async () => {
    const id = await draft();
    await step(id, "open", "draft");
    const html = await (await world.get(anna, ORGANISE.editPage, id)).text();
    const select = (name: string) =>
      new RegExp(`<select[^>]*name="${name}".*?</select>`, "s").exec(html)![0];
    expect(select("translations.kk")).not.toContain('value="original"');
    expect(select("translations.kk")).not.toMatch(/ disabled/);
    expect(html).not.toContain('name="translations.en"');
    const refused = await world.edit(anna, id, { "translations.kk": "original" });
    expect(refused.status).toBe(409);
    expect((await world.edit(anna, id, { "translations.kk": "checked" })).status).toBe(303);
    expect(await stateOf(id)).toBe("working");
    expect(await step(id, "correct", "open", note)).toBe(303);
    expect(await stateOf(id)).toBe("checked");
  });
});

/** What everybody is told of the Kazakh translation. */
const stateOf = async (id: string) => {
  const answer = await world.app.request(apiPath(API.consultation, id));
  return ((await answer.json()) as Consultation).translations.kk;
};

test("a translation whose original was changed since is named before opening, and does not prevent it", async () => {
  const id = await draft({ "recommendations.7.title.en": "A title that was changed since" });
  const html = await (await world.get(anna, ORGANISE.lifePage, id)).text();
  expect(html).toContain("2 translations were made before their originals were changed.");
  const { code } = KAZAKHSTAN.recommendations[6]!;
  expect(html).toContain(
    `#f-recommendations-7-title-kk">Recommendation ${code}, Title, Қазақша</a>`,
  );
  expect(await step(id, "open", "draft")).toBe(303);
});
