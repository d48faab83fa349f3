import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { DESK, DESK_LEAVE } from "../../../domain/paths.ts";
import { MINUTE } from "../organiser/ann.ts";
import { ANSWER, desksOn, HERE, outcomeAt, useDesks } from "./at-desk.ts";

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

describe("a desk closes", () => {
  const isOpen = async (cookie: string) =>
    (await world.sendTo("GET", DESK, { cookie })).status === 200;

  test("after 30 minutes without use", async () => {
    const { cookie } = await world.sit();
    world.at += 29 * MINUTE;
    expect(await isOpen(cookie)).toBe(true);
    world.at += 30 * MINUTE;
    expect(await isOpen(cookie)).toBe(false);
  });

  test("after 12 hours in any case", async () => {
    const { cookie } = await world.sit();
    const end = world.at + 12 * 60 * MINUTE;
    while (world.at < end - 20 * MINUTE) {
      world.at += 15 * MINUTE;
      expect(await isOpen(cookie)).toBe(true);
    }
    world.at = end;
    expect(await isOpen(cookie)).toBe(false);
  });

  test("when it is left: the cookie goes, and the organisers see no desk", async () => {
    const desk = await world.sit();
    const left = await world.sendTo("POST", DESK_LEAVE, desk);
    expect(left.headers.get("Set-Cookie")).toBe(
      "kenes-desk=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
    );
    expect(await outcomeAt(left)).toEqual([303, "/desk/open?lang=en&left=yes"]);
    expect(await isOpen(desk.cookie)).toBe(false);
    expect(desksOn(await world.responsesPage())).toEqual([]);
  });

  test("and what was entered meanwhile can be copied", async () => {
    const desk = await world.sit();
    world.at += 31 * MINUTE;
    const answer = await world.answer(desk, { "statement.ru": "Длинный ответ" });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toMatch(/<textarea[^>]* readonly[^>]*>\s*Длинный ответ</i);
  });
});

describe("a desk and the console are apart", () => {
  test("an organiser's cookie opens no desk, and a desk's no console", async () => {
    const desk = await world.sit();
    const { cookie, token } = world.ann;
    const [, value] = cookie.split("=");
    const [, own] = desk.cookie.split("=");
    for (const other of [cookie, `kenes-desk=${value}`]) {
      expect((await world.sendTo("GET", DESK, { cookie: other })).status).toBe(303);
      const got = await world.sendTo("POST", DESK, { cookie: other, token, fields: ANSWER });
      expect(await outcomeAt(got)).toEqual([403, "desk-closed"]);
    }
    for (const other of [desk.cookie, `kenes=${own}`]) {
      const page = await world.organisers.send(ORGANISE.home, { cookie: other });
      expect(page.status).toBe(303);
    }
  });

  test("each form's token is of its own: an organiser at a desk answers with the desk's", async () => {
    const desk = await world.sit();
    const cookie = `${world.ann.cookie}; ${desk.cookie}`;
    const { token } = world.ann;
    const got = await world.sendTo("POST", DESK, { cookie, token, fields: ANSWER });
    expect(await outcomeAt(got)).toEqual([403, "session-token"]);
    const fields = { ...ANSWER, day: "2020-05-01", sourceTitle: "x" };
    const console = await world.organisers.send(ORGANISE.recordResponse, {
      id: HERE,
      cookie,
      token: desk.token,
      fields,
    });
    expect(console.status).toBe(403);
    expect(await world.entries()).toEqual([]);
  });
});
