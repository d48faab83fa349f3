import { describe, expect, test } from "vitest";
import { ORGANISE, type OrganiserEndpoint } from "../../../domain/organiser/endpoints.ts";
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
import { ANSWER, HERE, outcomeAt, useDesks } from "../desk/at-desk.ts";
import { answer } from "../../domain/response/histories.ts";

/* Official responses as organisers record, correct and withdraw them. */

const world = useDesks();

const QUOTE = {
  ...ANSWER,
  day: "2020-05-01",
  sourceTitle: "The Gazette, 1 May 2020",
  sourceAddress: "https://gazette.example/1",
};
const send = (
  endpoint: OrganiserEndpoint,
  fields: Record<string, string>,
  id: string = HERE,
): Promise<Response> => {
  const { cookie, token } = world.ann;
  return world.organisers.send(endpoint, { id, cookie, token, fields });
};
const quote = (more: Record<string, string> = {}, id?: string) =>
  send(ORGANISE.recordResponse, { ...QUOTE, ...more }, id);
const withdraw = (entry: string, reason: Record<string, string> = { "reason.kk": "Қате" }) =>
  send(ORGANISE.withdrawResponse, { entry, ...reason });
const page = async (query: string): Promise<string> => {
  const { app } = world.organisers;
  const path = ORGANISE.responsesPage.path.replace(":id", HERE);
  const headers = { Cookie: world.ann.cookie };
  return (await app.request(`${path}${query}`, { headers })).text();
};

describe("an organiser", () => {
  test("quotes an answer with its source, which stands in the record and in the log", async () => {
    const recorded = await quote({ promised: "2020-09-01", "statement.kk": "Келісеміз" });
    expect(recorded.status).toBe(303);
    expect(await world.entries()).toMatchObject([
      {
        number: 1,
        by: "organiser",
        addressee: "K",
        day: "2020-05-01",
        statement: { ru: "Мы согласны.", kk: "Келісеміз" },
        source: { title: "The Gazette, 1 May 2020", address: "https://gazette.example/1" },
        promised: "2020-09-01",
      },
    ]);
    expect((await world.log()).at(-1)).toMatchObject({
      action: "response-recorded",
      who: "Ann",
      before: null,
      after: { response: 1, recommendation: "K1", status: "accepted" },
    });
    const shown = await page("?recommendation=K1");
    expect(shown).toContain("quoted here by the organisers");
    expect(shown).toContain("gazette.example/1");
    expect(await page("")).toContain("that day has passed without a further answer");
  });

  test("corrects it: the form holds what stands, and the earlier entry stays", async () => {
    await quote();
    const form = await page("?recommendation=K1&corrects=1");
    expect(form).toContain("Correct entry 1");
    expect(form).toContain('value="The Gazette, 1 May 2020"');
    expect((await quote({ corrects: "1", status: "rejected" })).status).toBe(303);
    expect(await world.entries()).toMatchObject([
      { number: 1, status: "accepted" },
      { number: 2, status: "rejected", corrects: 1 },
    ]);
    expect((await world.log()).at(-1)).toMatchObject({
      action: "response-corrected",
      before: { response: 1 },
      after: { response: 2 },
    });
    expect(await page("?recommendation=K1")).toContain("corrected on");
    expect(await outcomeAt(await quote({ corrects: "1" }))).toEqual([409, "response-gone"]);
  });

  test("cannot correct what an addressee has recorded, or move a correction elsewhere", async () => {
    await world.answer(await world.sit());
    expect(await outcomeAt(await quote({ corrects: "1" }))).toEqual([409, "response-gone"]);
    await quote({ measure: "0" });
    await quote({ corrects: "2", measure: "" });
    expect((await world.entries()).at(-1)).toMatchObject({ corrects: 2, measure: 0 });
    const elsewhere = await quote({ recommendation: "K2", corrects: "3" });
    expect(await outcomeAt(elsewhere)).toEqual([409, "response-gone"]);
  });

  test("withdraws anybody's entry after being asked, with a reason that is shown", async () => {
    await world.answer(await world.sit());
    const { app } = world.organisers;
    const path = ORGANISE.withdrawResponsePage.path.replace(":id", HERE);
    const headers = { Cookie: world.ann.cookie };
    const asked = await app.request(`${path}?entry=1`, { headers });
    expect(await asked.text()).toContain("Withdraw entry 1");
    expect(await outcomeAt(await withdraw("1", {}))).toEqual([422, "response-invalid"]);
    expect((await withdraw("1")).status).toBe(303);
    expect((await world.entries()).at(-1)).toMatchObject({
      kind: "withdrawal",
      number: 2,
      withdraws: 1,
      reason: { kk: "Қате" },
    });
    expect((await world.log()).at(-1)).toMatchObject({
      action: "response-withdrawn",
      before: { response: 1, recommendation: "K1" },
    });
    expect(await page("?recommendation=K1")).toContain("Қате");
    for (const entry of ["1", "2", "3", "x"]) {
      expect(await outcomeAt(await withdraw(entry))).toEqual([409, "response-gone"]);
    }
  });

  test("is told what is wrong with every field", async () => {
    const refused = await quote({
      measure: "9",
      status: "",
      day: "2999-01-01",
      original: "de",
      "statement.en": "a\u202Eb",
      sourceTitle: "",
      sourceAddress: "https://u:p@a.example",
    });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    for (const id of [
      "measure",
      "status",
      "day",
      "original",
      "statement-en",
      "source-title",
      "source-address",
    ]) {
      expect(shown).toContain(`href="#${id}"`);
      expect(shown).toContain(`id="${id}-fault"`);
    }
    expect(await world.entries()).toEqual([]);
    expect((await quote({ recommendation: "X1" })).status).toBe(404);
  });

  test("finds every status, and what became of entries, in the log in words", async () => {
    await quote({ status: "partly-accepted" });
    const { cookie } = world.ann;
    const log = await (await world.organisers.send(ORGANISE.log, { id: HERE, cookie })).text();
    expect(log).toContain("Official answer recorded from a source");
    expect(log).toContain("entry: 1; recommendation: K1; status: Partly accepted");
  });
});

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
