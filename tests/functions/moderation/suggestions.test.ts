import { beforeEach, describe, expect, test } from "vitest";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { createApp } from "../../../functions/app.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { draftWrite, getDraft } from "../../../functions/store/drafts.ts";
import { nameOfText } from "../../../functions/store/texts.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { problemIn } from "../../support/organiser.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { ID, moderator, write, wrote } from "./moderating.ts";

/* What respondents missed in the list: shown, and taken over into a next consultation. */

let services: Awaited<ReturnType<typeof freshWorld>>;
let aida: Awaited<ReturnType<typeof moderator>>;
let editor: typeof aida;
const TEXT = "Клиники в каждом селе. Врачи уезжают, а дороги закрыты полгода.";
const SUGGESTION = wrote(TEXT, { code: "", language: "ru" });
const name = nameOfText(ID, SUGGESTION);

beforeEach(async () => {
  services = await freshWorld();
  const app = createApp(services);
  aida = await moderator(app, services, "Aida");
  editor = await moderator(app, services, "Editor", "editor");
  await write(services, [SUGGESTION]);
});

describe("the public page", () => {
  const page = async (query = "") => {
    const answer = await createApp(services).request(`/c/${ID}/suggestions?lang=en${query}`);
    return { status: answer.status, html: await answer.text() };
  };

  test("says that there is none, and shows what was accepted, in its language", async () => {
    expect((await page()).html).toContain("No suggestion has been published yet.");
    await aida.sayOf(TEXT, "accept");
    const { html, status } = await page();
    expect(status).toBe(200);
    expect(html).toContain(`<p class="written" lang="ru" dir="auto">${TEXT}</p>`);
    expect(html).toContain('<p class="hint">Russian</p>');
  });

  test("twenty on a page, in one order for everybody, each once", async () => {
    const texts = Array.from({ length: 45 }, (_, place) => `Suggestion ${place}`);
    await write(
      services,
      texts.map((text) => wrote(text, { code: "" })),
    );
    for (let left = 45; left > 0; left -= 20) {
      const shown = await aida.queue("&code=~&language=en");
      const fields = new URLSearchParams([["csrf", aida.token]]);
      shown.forEach((one, place) => {
        fields.append("text", one.shown);
        fields.append(`verdict.${place}`, "accept");
      });
      expect((await aida.send("judgeTexts", fields)).status).toBe(303);
    }
    const on = async (number: number) =>
      [...(await page(`&page=${number}`)).html.matchAll(/dir="auto">(Suggestion \d+)</g)].map(
        ([, text]) => text,
      );
    const all = [...(await on(1)), ...(await on(2)), ...(await on(3))];
    expect([(await on(1)).length, all.length]).toEqual([20, 45]);
    expect(all.toSorted()).toEqual(texts.toSorted());
    expect(all).not.toEqual(texts);
    expect(await on(99)).toEqual(await on(3));
    expect((await page("&page=2")).html).toContain("page=3");
  });

  test("nothing of it among people at risk", async () => {
    const atRisk = await freshWorld({ ...KAZAKHSTAN, disclosure: "at-risk" });
    const app = createApp(atRisk);
    const there = await moderator(app, atRisk, "There");
    await write(atRisk, [SUGGESTION]);
    await there.sayOf(TEXT, "accept");
    const html = await (await app.request(`/c/${ID}/suggestions?lang=en`)).text();
    expect(html).not.toContain("Клиники");
    expect(html).toContain("Here nothing that people write is published word for word");
  });
});

describe("taken over", () => {
  beforeEach(() => aida.sayOf(TEXT, "accept"));
  const take = (draft: string, text = name) => editor.post("takeSuggestion", { text, draft });

  test("into a new draft: as a recommendation, credited to a respondent; both logs tell", async () => {
    const answer = await take("");
    expect(answer.headers.get("Location")).toContain(`/organise/c/${ID}-next/edit?lang=en`);
    const { draft } = (await getDraft(services.db, `${ID}-next`))!;
    expect(draft.fields).toMatchObject({
      recommendations: "1",
      "recommendations.1.code": "R1",
      "recommendations.1.title.ru": "Клиники в каждом селе",
      "recommendations.1.statement.ru": TEXT,
      "recommendations.1.suggestedBy": "respondent",
    });
    expect((await listEntries(services.db, ID)).at(-1)).toMatchObject({
      action: "suggestion-taken",
      after: { into: `${ID}-next` },
    });
    expect((await listEntries(services.db, `${ID}-next`)).at(-1)?.action).toBe("draft-created");
    expect((await getTeam(services.db, `${ID}-next`)).members).toEqual({ [editor.id]: "owner" });
  });

  const addDraft = async (id: string, members: Record<string, "editor" | "viewer">) => {
    const fields = { ...draftOf(KAZAKHSTAN).fields, id };
    await writeAll(services.db, [
      draftWrite(services.db, id, { ...draftOf(KAZAKHSTAN), fields }, 0)!,
      teamWrite(services.db, await getTeam(services.db, id), members),
    ]);
  };

  test("into a draft of theirs, after what stands there; the definition carries the credit", async () => {
    await addDraft("wave-2", { [editor.id]: "editor" });
    expect(await (await editor.get("", "suggestions")).text()).toContain('value="wave-2"');
    expect((await take("wave-2")).status).toBe(303);
    const { draft } = (await getDraft(services.db, "wave-2"))!;
    const more = {
      "recommendations.19.title.en": "Clinics",
      "recommendations.19.statement.en": "Clinics in every village.",
      "recommendations.19.title.kk": "Емхана",
      "recommendations.19.statement.kk": "Әр ауылға емхана.",
    };
    const made = definitionOf({ ...draft, fields: { ...draft.fields, ...more } });
    expect("faults" in made ? made.faults : undefined).toBeUndefined();
    const { recommendations } = (made as { consultation: typeof KAZAKHSTAN }).consultation;
    expect(recommendations.at(-1)).toMatchObject({ code: "K15", suggestedBy: "respondent" });
    expect(recommendations.slice(0, -1).every((one) => !("suggestedBy" in one))).toBe(true);
  });

  test("not into a draft of others, nor one that they may only see, nor one that is open", async () => {
    await addDraft("others", {});
    await addDraft("seen", { [editor.id]: "viewer" });
    for (const draft of ["others", "seen", "nowhere", "__proto__"]) {
      const answer = await take(draft);
      expect([draft, answer.status, problemIn(await answer.text())]).toEqual([
        draft,
        404,
        "page-unknown",
      ]);
    }
    expect((await take(ID)).status).toBe(409);
    const page = await (await editor.get("", "suggestions")).text();
    expect(page).not.toMatch(/value="(others|seen)"/);
  });

  test("not what was never accepted, and not a reason", async () => {
    await write(services, [wrote("A reason"), wrote("Waiting", { code: "" })]);
    await aida.sayOf("A reason", "accept");
    for (const one of [wrote("A reason"), wrote("Waiting", { code: "" })]) {
      const answer = await take("", nameOfText(ID, one));
      expect([answer.status, problemIn(await answer.text())]).toEqual([409, "text-gone"]);
    }
    expect(await getDraft(services.db, `${ID}-next`)).toBeUndefined();
  });
});

test("a recommendation that was suggested says so where it is rated, and no other does", async () => {
  const definition = {
    ...KAZAKHSTAN,
    recommendations: KAZAKHSTAN.recommendations.map((one) =>
      one.code === "K3" ? { ...one, suggestedBy: "respondent" as const } : one,
    ),
  };
  const app = createApp(await freshWorld(definition));
  const html = await (await app.request(`/c/${ID}?lang=en`)).text();
  expect(html.match(/Suggested by a respondent of an earlier consultation/g)).toHaveLength(1);
});
