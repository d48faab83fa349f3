import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { Answer } from "../../../domain/response/entry.ts";
import {
  addConsultation,
  getPublished,
  publishedWrite,
} from "../../../functions/store/consultations.ts";
import { responsePut } from "../../../functions/store/responses.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { answer } from "../../domain/response/histories.ts";
import { HERE, outcomeAt } from "../desk/at-desk.ts";
import { useQuoting } from "./quoting.ts";

/* The record of official responses: of many hands at once, from opening on, and up to its end. */

const { world, quote, withdraw } = useQuoting();

describe("the record", () => {
  test("of several who record at once, each gets a number of its own, and the log tells of all", async () => {
    const codes = ["K1", "K2", "K3", "K4"];
    const all = await Promise.all(codes.map((recommendation) => quote({ recommendation })));
    expect(all.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    const entries = await world.entries();
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const told = (await world.log()).filter(({ action }) => action === "response-recorded");
    expect(told.map(({ after }) => (after as { response: number }).response).toSorted()).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test("of two who withdraw one at once, one does", async () => {
    await quote();
    const both = await Promise.all([withdraw("1"), withdraw("1")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await world.entries()).toHaveLength(2);
  });

  test("who has not seen the newest entry about it is shown it before theirs is recorded", async () => {
    expect((await quote({ seen: "0" })).status).toBe(303);
    const again = await quote({ seen: "0", "statement.ru": "Другой ответ" });
    expect(again.status).toBe(409);
    const shown = await again.text();
    expect(shown).toContain("Другой ответ");
    expect(shown).toContain('name="seen" value="1"');
    expect((await quote({ seen: "1" })).status).toBe(303);
  });

  test("is full at some time; then entries can still be withdrawn", async () => {
    const { db } = world.services;
    const full = async (from: number, to: number, by: Answer["by"]) => {
      for (let first = from; first < to; first += 100) {
        const some = Array.from({ length: 100 }, (_, place) => answer(first + place + 1, { by }));
        await writeAll(
          db,
          some.map((one) => responsePut(db, HERE, one)),
        );
      }
    };
    await full(0, 500, "addressee");
    expect(await outcomeAt(await world.answer(await world.sit()))).toEqual([409, "responses-full"]);
    expect((await quote()).status).toBe(303);
    await writeAll(
      db,
      Array.from({ length: 99 }, (_, place) =>
        responsePut(db, HERE, answer(502 + place, { by: "organiser" })),
      ),
    );
    await full(600, 1_000, "organiser");
    expect(await outcomeAt(await quote())).toEqual([409, "responses-full"]);
    expect((await withdraw("1")).status).toBe(303);
  });
});

describe("from opening on", () => {
  test("and not before: the page says so, and nothing is recorded", async () => {
    const { db } = world.services;
    const opensAt = new Date(world.at + 86_400_000).toISOString();
    await addConsultation(db, { ...KAZAKHSTAN, id: "later", opensAt });
    const team = await getTeam(db, "later");
    await writeAll(db, [teamWrite(db, team, { [world.ann.id]: "owner" })]);
    expect(await outcomeAt(await quote({}, "later"))).toEqual([409, "responses-too-early"]);
    const { cookie } = world.ann;
    const shown = await world.organisers.send(ORGANISE.responsesPage, { id: "later", cookie });
    expect(await shown.text()).toContain(
      "can be recorded from the moment the consultation is open",
    );
  });

  test("also after closing and archiving, by organisers and at desks", async () => {
    const { db } = world.services;
    const published = (await getPublished(db, HERE))!;
    await writeAll(db, [
      publishedWrite(db, HERE, published, {
        definition: { ...published.definition, closesAt: "2026-01-01T00:00:00Z" },
        life: { ...published.life, archived: true },
      }),
    ]);
    expect((await quote()).status).toBe(303);
    expect((await world.answer(await world.sit())).status).toBe(303);
    expect(await world.entries()).toHaveLength(2);
  });
});
