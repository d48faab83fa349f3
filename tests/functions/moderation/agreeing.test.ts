import { beforeEach, describe, expect, test } from "vitest";
import { listEntries } from "../../../functions/store/log.ts";
import { problemIn } from "../../support/organiser.ts";
import { ONE, useJudges } from "./judges.ts";
import { ID, moderator, withdraw } from "./moderating.ts";

/* Two moderators who must agree, and decisions that are taken back. */

const judges = useJudges();
const { outcome, publicPage, acts } = judges;

describe("two moderators must say the same", () => {
  let owner: typeof judges.aida;
  beforeEach(async () => {
    owner = await moderator(judges.app, judges.services, "Owner", "owner");
    expect((await owner.post("moderationRules", { moderators: "2" })).status).toBe(303);
  });

  test("only an owner sets it, and the log tells of it", async () => {
    expect((await judges.aida.post("moderationRules", { moderators: "1" })).status).toBe(404);
    expect((await listEntries(judges.services.db, ID)).at(-1)).toMatchObject({
      action: "moderation-rules",
      before: { moderators: 1 },
      after: { moderators: 2 },
    });
  });

  test("both accept: public only then. The first does not see it again, the second not what was said", async () => {
    await judges.aida.sayOf("One", "accept");
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await publicPage()).not.toContain(">One<");
    expect(await judges.aida.queue("&standing=second")).toEqual([]);
    const html = await (await judges.bolat.get("&standing=second")).text();
    expect(html).toContain(">One<");
    expect(html).not.toContain("So far:");
    await judges.bolat.sayOf("One", "accept", "&standing=second");
    expect(await outcome()).toEqual({ state: "accepted" });
    expect(await publicPage()).toContain(">One<");
  });

  test("both refuse, for different reasons: that of the second is told", async () => {
    await judges.aida.sayOf("One", "insult");
    await judges.bolat.sayOf("One", "off-topic", "&standing=second");
    expect(await outcome()).toEqual({ state: "refused", refusal: "off-topic" });
  });

  test("one and the same moderator twice is not two", async () => {
    await judges.aida.sayOf("One", "accept");
    const [{ shown } = { shown: "" }] = await judges.bolat.queue("&standing=second");
    await judges.aida.say(shown, "accept");
    expect(await outcome()).toEqual({ state: "waiting" });
  });

  test("they differ: neither decides, a third or an owner does, and sees what was said", async () => {
    await judges.aida.sayOf("One", "accept");
    await judges.bolat.sayOf("One", "insult", "&standing=second");
    expect(await outcome()).toEqual({ state: "waiting" });
    const refused = await judges.bolat.sayOf("One", "accept", "&standing=disputed");
    expect([refused.status, problemIn(await refused.text())]).toEqual([409, "text-needs-another"]);
    expect(await outcome()).toEqual({ state: "waiting" });
    const html = await (await owner.get("&standing=disputed")).text();
    expect(html).toContain("Two moderators said: Accept; Refuse: insult");
    expect(html).not.toMatch(/Aida|Bolat/);
    await owner.sayOf("One", "accept", "&standing=disputed");
    expect(await outcome()).toEqual({ state: "accepted" });
  });

  test("what was decided before is opened again by one, and is not public meanwhile", async () => {
    await judges.aida.sayOf("One", "accept");
    await judges.bolat.sayOf("One", "accept", "&standing=second");
    await judges.aida.sayOf("One", "hatred", "&standing=accepted");
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await publicPage()).not.toContain(">One<");
  });
});

describe("taking back", () => {
  const name = async (text: string, standing = "accepted") =>
    (await judges.aida.queue(`&standing=${standing}`))
      .find((one) => one.text === text)!
      .shown.split(" ")[2]!;

  test("puts the text where it stood, once", async () => {
    await judges.aida.sayOf("One", "accept");
    expect(await (await judges.aida.get()).text()).toContain("Your last decision");
    const fields = { text: await name("One") };
    expect((await judges.aida.post("undoJudging", fields)).status).toBe(303);
    expect(await outcome()).toEqual({ state: "waiting" });
    expect(await publicPage()).not.toContain(">One<");
    expect(await acts()).toContain("judging-undone");
    const again = await judges.aida.post("undoJudging", fields);
    expect([again.status, problemIn(await again.text())]).toEqual([409, "text-judged"]);
  });

  test("not a decision of another's", async () => {
    await judges.aida.sayOf("One", "accept");
    const answer = await judges.bolat.post("undoJudging", { text: await name("One") });
    expect([answer.status, await outcome()]).toEqual([409, { state: "accepted" }]);
  });

  test("not once another has judged the text", async () => {
    await judges.aida.sayOf("One", "accept");
    const fields = { text: await name("One") };
    await judges.bolat.sayOf("One", "insult", "&standing=accepted");
    const answer = await judges.aida.post("undoJudging", fields);
    expect([answer.status, await outcome()]).toEqual([
      409,
      { state: "refused", refusal: "insult" },
    ]);
    expect(await (await judges.aida.get()).text()).not.toContain("Your last decision");
  });

  test("not once its author has withdrawn it", async () => {
    await judges.aida.sayOf("One", "accept");
    const fields = { text: await name("One") };
    await withdraw(judges.services, ONE);
    const answer = await judges.aida.post("undoJudging", fields);
    expect([answer.status, problemIn(await answer.text())]).toEqual([409, "text-gone"]);
  });
});
