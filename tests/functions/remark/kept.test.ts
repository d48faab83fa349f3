import { beforeAll, describe, expect, test } from "vitest";
import { listInbox } from "../../../functions/store/inbox.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { ASKING, writingWorld, written } from "./writing.ts";

let at: Awaited<ReturnType<typeof writingWorld>>;
beforeAll(async () => {
  at = await writingWorld();
});

describe("as it is kept", () => {
  const kept = async (text: string) => {
    const receipt = await at.respondent();
    const answer = await at.put(receipt, { reasons: { K3: written(text) } });
    expect(answer.status).toBe(200);
    const { reasons } = (await answer.json()) as { reasons: { K3: { text: string } } };
    return reasons.K3.text;
  };

  test("600 characters outside the basic plane", async () => {
    const text = "🙂".repeat(600);
    expect(await kept(text)).toBe(text);
  });

  test.each([
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["=HYPERLINK(1)", "=HYPERLINK(1)"],
    ["Government of Kazakhstan: accepted.", "Government of Kazakhstan: accepted."],
    ["a\u202Egnp.exe\u202C b", "agnp.exe b"],
    ["z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308go", "ź\u0302\u0303\u0304\u0305go"],
    ["a\u0000\u0007b\u200Bc\uFEFF", "abc"],
    ["one\r\ntwo\n\n\n\nthree   four ", "one\ntwo\n\nthree four"],
    ["e\u0301", "é"],
    ["\uD83D", ""],
  ])("%j", async (sent, text) => {
    if (text === "") {
      const receipt = await at.respondent();
      expect((await at.put(receipt, { reasons: { K3: written(sent) } })).status).toBe(422);
    } else expect(await kept(sent)).toBe(text);
  });

  test("with the language that its letters show, whatever the ballot's is", async () => {
    const receipt = await at.respondent({ language: "kk" });
    await at.put(receipt, {
      reasons: {
        K1: written("Сот тәуелсіз болуы керек (тіл)"),
        K2: written("Суд должен быть независимым (язык)"),
        K4: written("Courts must be independent (tongue)"),
        K5: written("123"),
      },
    });
    const inbox = await listInbox(at.world.db, ASKING.id);
    const languageOf = (text: string) =>
      inbox.find(({ remark }) => remark.text.includes(text))?.remark.language;
    expect(["тіл", "язык", "tongue", "123"].map(languageOf)).toEqual(["kk", "ru", "en", "en"]);
  });

  test("however many send at once under one receipt, no more than the places hold", async () => {
    const receipt = await at.respondent();
    const before = (await listInbox(at.world.db, ASKING.id)).length;
    const codes = KAZAKHSTAN.recommendations.map(({ code }) => code);
    const sixOf = (from: number) =>
      Object.fromEntries(codes.slice(from, from + 6).map((code) => [code, written(`${from}`)]));
    const answers = await Promise.all(
      [0, 3, 6, 9, 12].map((from) => at.put(receipt, { reasons: sixOf(from) })),
    );
    expect(answers.map(({ status }) => status).every((status) => [200, 503].includes(status))).toBe(
      true,
    );
    const { reasons } = (await (await at.get(receipt)).json()) as { reasons: object };
    expect(Object.keys(reasons)).toHaveLength(6);
    expect((await listInbox(at.world.db, ASKING.id)).length).toBe(before + 6);
  });
});
