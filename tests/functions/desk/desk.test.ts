import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { DESK } from "../../../domain/paths.ts";
import { MINUTE } from "../organiser/ann.ts";
import { ANSWER, HERE, outcomeAt, useDesks } from "./at-desk.ts";

const world = useDesks();
const GONE = [409, "response-gone"];

/** An answer that Ann quotes. */
const quote = (fields: Record<string, string> = {}) => {
  const { cookie, token } = world.ann;
  return world.organisers.send(ORGANISE.recordResponse, {
    id: HERE,
    cookie,
    token,
    fields: { ...ANSWER, day: "2020-05-01", sourceTitle: "The Gazette", ...fields },
  });
};

describe("an addressee", () => {
  test("records an answer of today with a promise, and is shown that it stands", async () => {
    world.at = Date.parse("2099-03-01T20:00:00Z");
    await world.signInAgain();
    const desk = await world.sit();
    const recorded = await world.answer(desk, {
      measure: "0",
      evidence: "https://a.example/1",
      promised: "2099-06-01",
      day: "2001-01-01",
      sourceTitle: "ignored",
    });
    expect(await outcomeAt(recorded)).toEqual([303, "/desk?lang=en&recorded=1"]);
    expect(await world.entries()).toEqual([
      {
        kind: "answer",
        number: 1,
        at: "2099-03-01T20:00:00Z",
        by: "addressee",
        recommendation: "K1",
        addressee: "K",
        measure: 0,
        status: "accepted",
        // In Almaty it is the next day by then.
        day: "2099-03-02",
        statement: { ru: "Мы согласны." },
        original: "ru",
        evidence: ["https://a.example/1"],
        promised: "2099-06-01",
      },
    ]);
    expect((await world.log()).at(-1)).toMatchObject({
      action: "desk-response-recorded",
      who: "Government of Kazakhstan",
      after: { response: 1, recommendation: "K1", status: "accepted" },
    });
    const list = await world.sendTo("GET", DESK, { ...desk, query: "?recorded=1" });
    const page = await list.text();
    expect(page).toContain("Recorded as entry 1.");
    expect(page).toContain("Next step promised by 1 June 2099");
    expect(list.headers.get("Cache-Control")).toBe("no-store");
  });

  test("corrects its own entry under its day, and the earlier one stays", async () => {
    const desk = await world.sit();
    await world.answer(desk);
    const [{ day = "" } = {}] = (await world.entries()) as { day?: string }[];
    world.at += 29 * MINUTE;
    const corrected = await world.answer(desk, { corrects: "1", "statement.ru": "Согласны." });
    expect(corrected.status).toBe(303);
    expect(await world.entries()).toMatchObject([{ number: 1 }, { number: 2, corrects: 1, day }]);
    expect((await world.log()).at(-1)).toMatchObject({
      action: "desk-response-corrected",
      before: { response: 1 },
    });
    expect(await outcomeAt(await world.answer(desk, { corrects: "1" }))).toEqual(GONE);
  });

  test("cannot correct or withdraw what an organiser has quoted, nor what does not exist", async () => {
    await quote();
    const desk = await world.sit();
    for (const corrects of ["1", "2", "0", "x", "__proto__"]) {
      expect(await outcomeAt(await world.answer(desk, { corrects }))).toEqual(GONE);
    }
    const page = await (
      await world.sendTo("GET", DESK, { ...desk, query: "?recommendation=K1&corrects=1" })
    ).text();
    expect(page).not.toContain("Correct entry 1");
    expect(page).not.toContain("/withdraw");
    expect(await world.entries()).toHaveLength(1);
  });

  test("cannot touch another's recommendations, even by a form of its own making", async () => {
    const [western, kazakh] = [await world.sit("W"), await world.sit("K")];
    await world.answer(western, { recommendation: "W1" });
    for (const recommendation of ["W1", "W2", "", "nothing", "constructor"]) {
      expect(await outcomeAt(await world.answer(kazakh, { recommendation }))).toEqual([
        404,
        "page-unknown",
      ]);
      const query = `?recommendation=${recommendation}`;
      expect((await world.sendTo("GET", DESK, { ...kazakh, query })).status).toBe(404);
    }
    expect(await outcomeAt(await world.answer(kazakh, { corrects: "1" }))).toEqual(GONE);
    expect(await world.entries()).toHaveLength(1);
  });

  test("is told what is wrong with every field, and keeps what was entered", async () => {
    const desk = await world.sit();
    const answer = await world.answer(desk, {
      status: "no-answer",
      "statement.ru": "",
      "statement.kk": "Келісеміз & <b>",
      evidence: "http://a.example",
      promised: "2001-01-01",
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const field of ["status", "statement-ru", "evidence", "promised"]) {
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain(`id="${field}-fault"`);
    }
    expect(page).toContain("Келісеміз &amp; &lt;b>");
    expect(page).toContain("http://a.example");
    expect(await world.entries()).toEqual([]);
  });

  test("who sends the same twice records it once", async () => {
    const desk = await world.sit();
    const seen = "0";
    expect((await world.answer(desk, { seen })).status).toBe(303);
    expect(await outcomeAt(await world.answer(desk, { seen }))).toEqual([409, "response-changed"]);
    expect(await world.entries()).toHaveLength(1);
  });
});
