import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { getTeam } from "../../../functions/store/teams.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { IN, outcome, useAnn } from "./ann.ts";

/* A translator is given languages: by the link, and by owners afterwards. */

const world = useAnn();
const ID = KAZAKHSTAN.id;
const team = () => getTeam(world.services.db, ID);
const newest = async () => (await listEntries(world.services.db, ID)).at(-1);
const give = (organiser: string, role: string, language: string) => {
  const { cookie, token } = world.ann;
  const fields = { organiser, role, ...(language && { language }) };
  return world.organisers.send(ORGANISE.changeRole, { id: ID, cookie, token, fields });
};

describe("a translator", () => {
  test("has the languages of the link, which the team and the log tell", async () => {
    const { id, cookie } = await world.organisers.join(world.ann, ID, "translator", "Timur");
    expect(await team()).toMatchObject({
      members: { [id]: "translator" },
      languages: { [id]: ["kk"] },
    });
    expect(await newest()).toMatchObject({
      action: "team-joined",
      after: { name: "Timur", role: "translator", languages: ["kk"] },
    });
    const html = await (await world.organisers.send(ORGANISE.team, { id: ID, cookie })).text();
    expect(html).toContain("Translator (Қазақша)");
  });

  test("is given others by an owner, at least one, and loses them with the role", async () => {
    const { id } = await world.organisers.join(world.ann, ID, "translator", "Timur");
    const others = Object.fromEntries(
      Object.entries((await team()).languages).filter(([one]) => one !== id),
    );
    for (const language of ["", "xx", "uz"]) {
      expect(await outcome(await give(id, "translator", language))).toEqual([
        422,
        "languages-missing",
      ]);
    }
    expect((await team()).languages).toMatchObject({ [id]: ["kk"] });
    expect(await outcome(await give(id, "translator", "ru"))).toEqual(IN);
    expect(await newest()).toMatchObject({
      before: { role: "translator", languages: ["kk"] },
      after: { role: "translator", languages: ["ru"] },
    });
    expect(await outcome(await give(id, "viewer", "ru"))).toEqual(IN);
    expect((await team()).languages).toEqual(others);
  });
});
