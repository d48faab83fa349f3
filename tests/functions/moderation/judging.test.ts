import { beforeEach, describe, expect, test } from "vitest";
import { SUGGESTIONS } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { outcomeOf } from "../../../functions/store/pool-change.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { listTextCounts } from "../../../functions/store/text-counts.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { problemIn } from "../../support/organiser.ts";
import { freshWorld } from "../../support/world.ts";
import { ID, moderator, withdraw, write, wrote } from "./moderating.ts";

/* What moderators decide, and when it is not taken. */

let services: Awaited<ReturnType<typeof freshWorld>>;
let app: App;
let aida: Awaited<ReturnType<typeof moderator>>;
let bolat: typeof aida;
const ONE = wrote("One", { code: "" });
const TWO = wrote("Two", { code: "" });

beforeEach(async () => {
  services = await freshWorld();
  app = createApp(services);
  aida = await moderator(app, services, "Aida");
  bolat = await moderator(app, services, "Bolat");
  await write(services, [ONE, TWO]);
});

const outcome = (one = ONE) => outcomeOf(services.db, ID, one);
/** The public page, served by somebody who has nothing in memory. */
const publicPage = async () =>
  (await createApp(services).request(`${SUGGESTIONS.replace(":id", ID)}?lang=en`)).text();
const acts = async () => (await listEntries(services.db, ID)).map(({ action }) => action);

describe("one moderator decides", () => {
  test("nothing is public before it is accepted; then it is, and its author is told", async () => {
    expect(await publicPage()).not.toContain(">One<");
    const done = await aida.sayOf("One", "accept");
    expect([done.status, done.headers.get("Location")]).toEqual([
      303,
      expect.stringContaining(`/organise/c/${ID}/moderation?lang=en`),
    ]);
    expect(await publicPage()).toContain(">One<");
    expect(await outcome()).toEqual({ state: "accepted" });
    expect((await aida.queue()).map(({ text }) => text)).toEqual(["Two"]);
  });

  test("refused, it is told with its reason, and is not public", async () => {
    await aida.sayOf("One", "off-topic");
    expect(await outcome()).toEqual({ state: "refused", refusal: "off-topic" });
    expect(await publicPage()).not.toContain(">One<");
    expect(await aida.queue("&standing=refused")).toMatchObject([{ text: "One" }]);
  });

  test("a page of decisions is one entry in the log: who and how many, and no text", async () => {
    const [first, second] = await aida.queue();
    const before = (await listEntries(services.db, ID)).length;
    const fields = new URLSearchParams([
      ["csrf", aida.token],
      ["text", first!.shown],
      ["verdict.0", "accept"],
      ["text", second!.shown],
      ["verdict.1", "insult"],
    ]);
    const answer = await aida.send("judgeTexts", fields);
    expect(answer.status).toBe(303);
    const entries = (await listEntries(services.db, ID)).slice(before);
    expect(entries).toMatchObject([
      { who: "Aida", action: "texts-judged", after: { texts: 2, accepted: 1, refused: 1 } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/One|Two|insult/);
    const counts = await listTextCounts(services.db, ID);
    expect(counts).toEqual([
      {
        code: "",
        language: "en",
        counts: { waiting: 0, accepted: 1, refused: 1, insult: 1, people: 2 },
      },
    ]);
  });

  test("what was accepted can still be refused, and is not public from then on", async () => {
    await aida.sayOf("One", "accept");
    await bolat.sayOf("One", "personal-data", "&standing=accepted");
    expect(await outcome()).toEqual({ state: "refused", refusal: "personal-data" });
    expect(await publicPage()).not.toContain(">One<");
  });

  test("a text that is sent again after it was judged stands as judged", async () => {
    await aida.sayOf("One", "insult");
    await write(services, [wrote("  one. ", { code: "", panel: "expert" })]);
    expect(await outcome()).toEqual({ state: "refused", refusal: "insult" });
    expect((await aida.queue()).map(({ text }) => text)).toEqual(["Two"]);
  });
});

describe("not taken", () => {
  test("its author withdrew or changed the text while it was open", async () => {
    const [{ shown } = { shown: "" }] = (await aida.queue()).filter(({ text }) => text === "One");
    await withdraw(services, ONE);
    await write(services, [wrote("One, as changed", { code: "" })]);
    const answer = await aida.say(shown, "accept");
    const html = await answer.text();
    expect([answer.status, problemIn(html)]).toEqual([409, "text-gone"]);
    expect(html).toContain("1 decision was not taken.");
    expect(await outcome(wrote("One, as changed", { code: "" }))).toEqual({ state: "waiting" });
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await acts()).not.toContain("texts-judged");
  });

  test("one of many who wrote the same withdraws: the text stands, and is decided", async () => {
    await write(services, [wrote("ONE", { code: "" })]);
    const [{ shown } = { shown: "" }] = (await aida.queue()).filter(({ text }) => text === "One");
    await withdraw(services, ONE);
    expect((await aida.say(shown, "accept")).status).toBe(303);
  });

  test("another moderator judged it meanwhile; the others of the page are taken", async () => {
    const shown = await aida.queue();
    await bolat.sayOf("One", "insult");
    const [one, two] = ["One", "Two"].map(
      (text) => shown.find((each) => each.text === text)!.shown,
    );
    const fields = { text: one!, "verdict.0": "accept" };
    const answer = await aida.post("judgeTexts", fields);
    expect([answer.status, problemIn(await answer.text())]).toEqual([409, "text-judged"]);
    expect(await outcome()).toEqual({ state: "refused", refusal: "insult" });
    expect((await aida.say(two!, "accept")).status).toBe(303);
  });

  test("the moderator was removed while the text was open", async () => {
    const [{ shown } = { shown: "" }] = await aida.queue();
    const team = await getTeam(services.db, ID);
    const { [aida.id]: _, ...members } = team.members;
    await writeAll(services.db, [teamWrite(services.db, team, members)]);
    const answer = await aida.say(shown, "accept");
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
      const [{ shown } = { shown: "" }] = await aida.queue();
      expect((await aida.say(shown, verdict as "accept")).status).toBe(303);
      expect(await acts()).not.toContain("texts-judged");
    },
  );

  test.each([
    "waiting 0 ",
    "waiting 0 #en#00",
    `nowhere 0 #en#${"0".repeat(64)}`,
    `waiting x #en#${"0".repeat(64)}`,
  ])("of what no page of ours shows: %j", async (shown) => {
    expect((await aida.say(shown, "accept")).status).toBe(303);
    expect(await acts()).not.toContain("texts-judged");
  });
});

describe("two moderators must say the same", () => {
  let owner: typeof aida;
  beforeEach(async () => {
    owner = await moderator(app, services, "Owner", "owner");
    expect((await owner.post("moderationRules", { moderators: "2" })).status).toBe(303);
  });

  test("only an owner sets it, and the log tells of it", async () => {
    expect((await aida.post("moderationRules", { moderators: "1" })).status).toBe(404);
    expect((await listEntries(services.db, ID)).at(-1)).toMatchObject({
      action: "moderation-rules",
      before: { moderators: 1 },
      after: { moderators: 2 },
    });
  });

  test("both accept: public only then. The first does not see it again, the second not what was said", async () => {
    await aida.sayOf("One", "accept");
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await publicPage()).not.toContain(">One<");
    expect(await aida.queue("&standing=second")).toEqual([]);
    const html = await (await bolat.get("&standing=second")).text();
    expect(html).toContain(">One<");
    expect(html).not.toContain("So far:");
    await bolat.sayOf("One", "accept", "&standing=second");
    expect(await outcome()).toEqual({ state: "accepted" });
    expect(await publicPage()).toContain(">One<");
  });

  test("both refuse, for different reasons: that of the second is told", async () => {
    await aida.sayOf("One", "insult");
    await bolat.sayOf("One", "off-topic", "&standing=second");
    expect(await outcome()).toEqual({ state: "refused", refusal: "off-topic" });
  });

  test("one and the same moderator twice is not two", async () => {
    await aida.sayOf("One", "accept");
    const [{ shown } = { shown: "" }] = await bolat.queue("&standing=second");
    await aida.say(shown, "accept");
    expect(await outcome()).toEqual({ state: "waiting" });
  });

  test("they differ: neither decides, a third or an owner does, and sees what was said", async () => {
    await aida.sayOf("One", "accept");
    await bolat.sayOf("One", "insult", "&standing=second");
    expect(await outcome()).toEqual({ state: "waiting" });
    const refused = await bolat.sayOf("One", "accept", "&standing=disputed");
    expect([refused.status, problemIn(await refused.text())]).toEqual([409, "text-needs-another"]);
    expect(await outcome()).toEqual({ state: "waiting" });
    const html = await (await owner.get("&standing=disputed")).text();
    expect(html).toContain("Two moderators said: Accept; Refuse: insult");
    expect(html).not.toMatch(/Aida|Bolat/);
    await owner.sayOf("One", "accept", "&standing=disputed");
    expect(await outcome()).toEqual({ state: "accepted" });
  });

  test("what was decided before is opened again by one, and is not public meanwhile", async () => {
    await aida.sayOf("One", "accept");
    await bolat.sayOf("One", "accept", "&standing=second");
    await aida.sayOf("One", "hatred", "&standing=accepted");
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await publicPage()).not.toContain(">One<");
  });
});

describe("taking back", () => {
  const name = async (text: string, standing = "accepted") =>
    (await aida.queue(`&standing=${standing}`))
      .find((one) => one.text === text)!
      .shown.split(" ")[2]!;

  test("puts the text where it stood, once", async () => {
    await aida.sayOf("One", "accept");
    expect(await (await aida.get()).text()).toContain("Your last decision");
    const fields = { text: await name("One") };
    expect((await aida.post("undoJudging", fields)).status).toBe(303);
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await publicPage()).not.toContain(">One<");
    expect(await acts()).toContain("judging-undone");
    const again = await aida.post("undoJudging", fields);
    expect([again.status, problemIn(await again.text())]).toEqual([409, "text-judged"]);
  });

  test("not a decision of another's", async () => {
    await aida.sayOf("One", "accept");
    const answer = await bolat.post("undoJudging", { text: await name("One") });
    expect([answer.status, await outcome()]).toEqual([409, { state: "accepted" }]);
  });

  test("not once another has judged the text", async () => {
    await aida.sayOf("One", "accept");
    const fields = { text: await name("One") };
    await bolat.sayOf("One", "insult", "&standing=accepted");
    const answer = await aida.post("undoJudging", fields);
    expect([answer.status, await outcome()]).toEqual([
      409,
      { state: "refused", refusal: "insult" },
    ]);
    expect(await (await aida.get()).text()).not.toContain("Your last decision");
  });

  test("not once its author has withdrawn it", async () => {
    await aida.sayOf("One", "accept");
    const fields = { text: await name("One") };
    await withdraw(services, ONE);
    const answer = await aida.post("undoJudging", fields);
    expect([answer.status, problemIn(await answer.text())]).toEqual([409, "text-gone"]);
  });
});

test("two moderators judge different texts at the same moment: both are taken, and counts stay right", async () => {
  await write(
    services,
    Array.from({ length: 8 }, (_, place) => wrote(`Text ${place}`)),
  );
  const shown = await aida.queue("&code=K3");
  const answers = await Promise.all(
    shown.map(({ shown: one }, place) => (place % 2 === 0 ? aida : bolat).say(one, "accept")),
  );
  expect(answers.map(({ status }) => status)).toEqual(shown.map(() => 303));
  const counts = (await listTextCounts(services.db, ID)).find(({ code }) => code === "K3");
  expect(counts?.counts).toEqual({ waiting: 0, accepted: 8, people: 8 });
});
