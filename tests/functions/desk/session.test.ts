import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { DESK, DESK_LEAVE } from "../../../domain/paths.ts";
import { MINUTE } from "../organiser/ann.ts";
import { ANSWER, desksOn, HERE, outcomeAt, useDesks } from "./at-desk.ts";

const world = useDesks();

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
