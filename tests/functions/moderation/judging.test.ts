import { describe, expect, test } from "vitest";
import { listEntries } from "../../../functions/store/log.ts";
import { listTextCounts } from "../../../functions/store/text-counts.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { problemIn } from "../../support/organiser.ts";
import { ONE, TWO, useJudges } from "./judges.ts";
import { ID, withdraw, write, wrote } from "./moderating.ts";

/* What moderators decide, and when it is not taken. */

const judges = useJudges();
const { outcome, publicPage, acts } = judges;

describe("one moderator decides", () => {
  test("nothing is public before it is accepted; then it is, and its author is told", async () => {
    expect(await publicPage()).not.toContain(">One<");
    const done = await judges.aida.sayOf("One", "accept");
    expect([done.status, done.headers.get("Location")]).toEqual([
      303,
      expect.stringContaining(`/organise/c/${ID}/moderation?lang=en`),
    ]);
    expect(await publicPage()).toContain(">One<");
    expect(await outcome()).toEqual({ state: "accepted" });
    expect((await judges.aida.queue()).map(({ text }) => text)).toEqual(["Two"]);
  });

  test("refused, it is told with its reason, and is not public", async () => {
    await judges.aida.sayOf("One", "off-topic");
    expect(await outcome()).toEqual({ state: "refused", refusal: "off-topic" });
    expect(await publicPage()).not.toContain(">One<");
    expect(await judges.aida.queue("&standing=refused")).toMatchObject([{ text: "One" }]);
  });

  test("a page of decisions is one entry in the log: who and how many, and no text", async () => {
    const [first, second] = await judges.aida.queue();
    const before = (await listEntries(judges.services.db, ID)).length;
    const fields = new URLSearchParams([
      ["csrf", judges.aida.token],
      ["text", first!.shown],
      ["verdict.0", "accept"],
      ["text", second!.shown],
      ["verdict.1", "insult"],
    ]);
    const answer = await judges.aida.send("judgeTexts", fields);
    expect(answer.status).toBe(303);
    const entries = (await listEntries(judges.services.db, ID)).slice(before);
    expect(entries).toMatchObject([
      { who: "Aida", action: "texts-judged", after: { texts: 2, accepted: 1, refused: 1 } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/One|Two|insult/);
    const counts = await listTextCounts(judges.services.db, ID);
    expect(counts).toEqual([
      {
        code: "",
        language: "en",
        counts: { waiting: 0, accepted: 1, refused: 1, insult: 1, people: 2 },
      },
    ]);
  });

  test("what was accepted can still be refused, and is not public from then on", async () => {
    await judges.aida.sayOf("One", "accept");
    await judges.bolat.sayOf("One", "personal-data", "&standing=accepted");
    expect(await outcome()).toEqual({ state: "refused", refusal: "personal-data" });
    expect(await publicPage()).not.toContain(">One<");
  });

  test("a text that is sent again after it was judged stands as judged", async () => {
    await judges.aida.sayOf("One", "insult");
    await write(judges.services, [wrote("  one. ", { code: "", panel: "expert" })]);
    expect(await outcome()).toEqual({ state: "refused", refusal: "insult" });
    expect((await judges.aida.queue()).map(({ text }) => text)).toEqual(["Two"]);
  });
});

describe("not taken", () => {
  test("its author withdrew or changed the text while it was open", async () => {
    const [{ shown } = { shown: "" }] = (await judges.aida.queue()).filter(
      ({ text }) => text === "One",
    );
    await withdraw(judges.services, ONE);
    await write(judges.services, [wrote("One, as changed", { code: "" })]);
    const answer = await judges.aida.say(shown, "accept");
    const html = await answer.text();
    expect([answer.status, problemIn(html)]).toEqual([409, "text-gone"]);
    expect(html).toContain("1 decision was not taken.");
    expect(await outcome(wrote("One, as changed", { code: "" }))).toEqual({ state: "waiting" });
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await acts()).not.toContain("texts-judged");
  });

  test("one of many who wrote the same withdraws: the text stands, and is decided", async () => {
    await write(judges.services, [wrote("ONE", { code: "" })]);
    const [{ shown } = { shown: "" }] = (await judges.aida.queue()).filter(
      ({ text }) => text === "One",
    );
    await withdraw(judges.services, ONE);
    expect((await judges.aida.say(shown, "accept")).status).toBe(303);
  });

  test("another moderator judged it meanwhile; the others of the page are taken", async () => {
    const shown = await judges.aida.queue();
    await judges.bolat.sayOf("One", "insult");
    const [one, two] = ["One", "Two"].map(
      (text) => shown.find((each) => each.text === text)!.shown,
    );
    const fields = { text: one!, "verdict.0": "accept" };
    const answer = await judges.aida.post("judgeTexts", fields);
    expect([answer.status, problemIn(await answer.text())]).toEqual([409, "text-judged"]);
    expect(await outcome()).toEqual({ state: "refused", refusal: "insult" });
    expect((await judges.aida.say(two!, "accept")).status).toBe(303);
  });

  test("the moderator was removed while the text was open", async () => {
    const [{ shown } = { shown: "" }] = await judges.aida.queue();
    const team = await getTeam(judges.services.db, ID);
    const { [judges.aida.id]: _, ...members } = team.members;
    await writeAll(judges.services.db, [teamWrite(judges.services.db, team, members)]);
    const answer = await judges.aida.say(shown, "accept");
    expect([answer.status, problemIn(await answer.text())]).toEqual([404, "page-unknown"]);
    expect([await outcome(ONE), await outcome(TWO)]).toEqual([
      { state: "waiting" },
      { state: "waiting" },
    ]);
    expect(await acts()).not.toContain("texts-judged");
  });

  test.each(["", "accepted", "toString", "__proto__"])(
    "a verdict that is none: %j",
    async (verdict) => {
      const [{ shown } = { shown: "" }] = await judges.aida.queue();
      expect((await judges.aida.say(shown, verdict as "accept")).status).toBe(303);
      expect(await acts()).not.toContain("texts-judged");
    },
  );

  test.each([
    "waiting 0 ",
    "waiting 0 #en#00",
    `nowhere 0 #en#${"0".repeat(64)}`,
    `waiting x #en#${"0".repeat(64)}`,
  ])("of what no page of ours shows: %j", async (shown) => {
    expect((await judges.aida.say(shown, "accept")).status).toBe(303);
    expect(await acts()).not.toContain("texts-judged");
  });
});

test("two moderators judge different texts at the same moment: both are taken, and counts stay right", async () => {
  await write(
    judges.services,
    Array.from({ length: 8 }, (_, place) => wrote(`Text ${place}`)),
  );
  const shown = await judges.aida.queue("&code=K3");
  const answers = await Promise.all(
    shown.map(({ shown: one }, place) =>
      (place % 2 === 0 ? judges.aida : judges.bolat).say(one, "accept"),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(shown.map(() => 303));
  const counts = (await listTextCounts(judges.services.db, ID)).find(({ code }) => code === "K3");
  expect(counts?.counts).toEqual({ waiting: 0, accepted: 8, people: 8 });
});
