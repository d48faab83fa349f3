import { describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { entered, GOOD_REPORT, REPORT_PATH, useReports } from "./translation-reports.ts";

const world = useReports();

describe("a report of a bad translation", () => {
  test("is stored with its language, place, text and day, and with nothing of the sender", async () => {
    world.services.now = () => new Date("2026-03-01T23:59:58.765Z");
    const answer = await world.post(GOOD_REPORT, {
      "X-Forwarded-For": "203.0.113.7",
      "User-Agent": "Curious/1.0",
      Cookie: "who=me",
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(CATALOGUES.kk.translation.storedTitle);
    const stored = await world.everything();
    expect(stored).toHaveLength(2);
    expect(stored).toContainEqual({
      pk: { S: "C#kazakhstan-2019" },
      sk: { S: expect.stringMatching(/^REPORT#2026-03-01#[0-9a-f]{16}$/) as string },
      language: { S: "kk" },
      place: { S: "K3" },
      text: { S: GOOD_REPORT.text },
      day: { S: "2026-03-01" },
    });
    expect(JSON.stringify(stored)).not.toMatch(/203\.0|Curious|who=me|23:59|T\d\d/);
    expect(world.services.logged).toEqual([]);
  });

  test("chooses beforehand the text that the address names, and no other", async () => {
    const formOf = async (about: string) =>
      entered(await (await world.app.request(`${REPORT_PATH}&about=${about}`)).text());
    expect(await formOf("K3")).toEqual({ place: "K3", text: "" });
    expect(await formOf("about.region")).toEqual({ place: "about.region", text: "" });
    for (const about of ["", "Z9", "%22%3E%3Cscript%3E"]) {
      expect(await formOf(about)).toEqual({ place: "", text: "" });
    }
  });

  test("keeps hostile text as text, and shows it only as text", async () => {
    const hostile = '</textarea><script>alert("x")</script>\u0000\u202E &amp; =1+1 👩\u200D🔬';
    expect((await world.post({ ...GOOD_REPORT, text: hostile })).status).toBe(200);
    expect((await world.reports())[0]?.text).toBe(hostile.replace("\u0000\u202E", ""));
    const refused = await (await world.post({ place: '"><script>', text: hostile })).text();
    expect(refused).not.toMatch(/<script/);
    expect(entered(refused).text).toBe(hostile);
  });

  test("may have 1,000 characters of any kind, and comes back whole with one more", async () => {
    const text = "😀".repeat(1_000);
    expect((await world.post({ ...GOOD_REPORT, text })).status).toBe(200);
    expect((await world.reports())[0]?.text).toBe(text);
    const refused = await world.post({ ...GOOD_REPORT, text: `${text}😀` });
    expect(refused.status).toBe(422);
    expect(entered(await refused.text())).toEqual({ place: "K3", text: `${text}😀` });
    expect(await world.kept()).toBe(1);
  });

  test("is taken after the consultation has closed too", async () => {
    const closed = { ...KAZAKHSTAN, id: "closed", closesAt: "2020-01-01T00:00:00Z" };
    await addConsultation(world.services.db, closed);
    world.app = createApp(world.services);
    expect((await world.post(GOOD_REPORT, {}, "/c/closed/translation?lang=ru")).status).toBe(200);
    expect(await world.reports("closed")).toMatchObject([{ language: "ru", ...GOOD_REPORT }]);
    expect(await world.reports()).toEqual([]);
  });

  test("is not stored when only the language is switched, and nothing is lost", async () => {
    const answer = await world.post(
      { ...GOOD_REPORT, do: "redraw" },
      {},
      REPORT_PATH.replace("kk", "ru"),
    );
    const html = await answer.text();
    expect([answer.status, entered(html)]).toEqual([200, GOOD_REPORT]);
    expect(html).toContain('<html lang="ru" dir="ltr">');
    expect(html).not.toContain('role="alert"');
    expect(await world.reports()).toEqual([]);
  });
});

describe("a refused report", () => {
  test.each([
    ["no place", { ...GOOD_REPORT, place: "" }, ["place"]],
    ["an unknown place", { ...GOOD_REPORT, place: "Z9" }, ["place"]],
    ["a place that is no code", { ...GOOD_REPORT, place: "__proto__" }, ["place"]],
    ["no text", { ...GOOD_REPORT, text: "" }, ["text"]],
    ["a text that is only spaces", { ...GOOD_REPORT, text: " \n \u0000 " }, ["text"]],
    ["a text too long", { ...GOOD_REPORT, text: "қ".repeat(1_001) }, ["text"]],
    ["nothing that fits", { place: "?", text: "a" }, ["place", "text"]],
    ["other fields", { x: "1" }, ["place", "text"]],
  ])("for %s names the field, in words beside it and in the summary", async (_, fields, wrong) => {
    const answer = await world.post(fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(CATALOGUES.kk.problems["report-invalid"]);
    expect(html).toMatch(/<div class="error-summary" role="alert" tabindex="-1" autofocus/);
    const named = ["place", "text"].filter((field) => html.includes(`<a href="#${field}">`));
    const invalid = [
      ...html.matchAll(/id="(\w+)"[^>]*aria-describedby="([^"]*)" aria-invalid="true"/g),
    ];
    expect(named).toEqual(wrong);
    expect(invalid.map(([, field]) => field)).toEqual(wrong);
    for (const [, field, described] of invalid) {
      expect(described?.split(" ")).toContain(`${field}-fault`);
      expect(html).toContain(`id="${field}-fault"`);
    }
    expect(entered(html).text).toBe("text" in fields ? fields.text : "");
    expect([await world.reports(), world.services.logged]).toEqual([[], []]);
  });

  test("that is no form of ours is refused as everywhere", async () => {
    const send = (body: BodyInit, type = "application/x-www-form-urlencoded", more = {}) =>
      world.app.request(REPORT_PATH, {
        method: "POST",
        headers: { "Content-Type": type, ...more },
        body,
      });
    const answers = [
      await send("place=K3&text=abc", undefined, { "Sec-Fetch-Site": "cross-site" }),
      await send("place=K3&text=abc", "text/plain"),
      await send("text=" + "a".repeat(70_000)),
      await send(new Uint8Array([0x74, 0x3d, 0xff])),
      await send(""),
      await world.app.request(REPORT_PATH, { method: "PUT", body: "x" }),
      await world.post(GOOD_REPORT, {}, "/c/nowhere/translation"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 415, 413, 400, 400, 405, 404]);
    expect([await world.reports(), world.services.logged]).toEqual([[], []]);
  });
});
