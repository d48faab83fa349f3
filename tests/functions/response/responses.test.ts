import { describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { HERE, outcomeAt } from "../desk/at-desk.ts";
import { useQuoting } from "./quoting.ts";

/* Official responses as organisers record, correct and withdraw them. */

const { world, quote, withdraw, page } = useQuoting();

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
