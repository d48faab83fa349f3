import { expect, test } from "vitest";
import { judge } from "../../../functions/moderation/judge.ts";
import { openSection } from "../../../functions/organiser/section.ts";
import { getModerationRules, moderationRulesWrite } from "../../../functions/store/moderation.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { keyOf, programOf } from "../../support/program.ts";
import { ID } from "../moderation/moderating.ts";
import { ONE, TWO, useJudges } from "../moderation/judges.ts";
import { signedIn } from "../../support/signed-in.ts";

const judges = useJudges();

interface Text {
  text: string;
  standing: string;
  acts: number;
  words: string;
}

/** A program whose key an owner made, and that owner. */
async function program() {
  const owner = await signedIn(judges.services, "Anna", { [ID]: "owner" });
  const ask = programOf(judges.app, await keyOf(judges.services, ID, owner, { role: "moderator" }));
  const queue = async (query = "") => {
    const answer = await ask(`/api/organise/c/${ID}/texts${query}`);
    return ((await answer.json()) as { texts: Text[] }).texts;
  };
  const say = async ({ text, standing, acts }: Text, verdict: string) => {
    const body = { verdicts: [{ text, standing, acts, verdict }] };
    const answer = await ask(`/api/organise/c/${ID}/texts/verdicts`, { method: "POST", body });
    return answer.json();
  };
  return { owner, queue, say };
}

test("texts are judged as they were shown, and public at once", async () => {
  const { queue, say } = await program();
  const texts = await queue();
  expect(texts.map(({ words }) => words).toSorted()).toEqual([ONE.text, TWO.text]);
  expect(await queue("?standing=accepted")).toEqual([]);
  const one = texts.find(({ words }) => words === ONE.text)!;
  expect(await say(one, "accept")).toEqual({ taken: 1, missed: [] });
  expect(await judges.publicPage()).toContain(ONE.text);
  expect(await say(one, "accept")).toEqual({ taken: 0, missed: ["text-judged"] });
});

test("where two must agree, a program and its maker are one", async () => {
  const { owner, queue, say } = await program();
  const { db } = judges.services;
  const before = await getModerationRules(db, ID);
  await writeAll(db, [moderationRulesWrite(db, ID, before, { two: true })]);
  const [first] = await queue();
  expect(await say(first!, "accept")).toEqual({ taken: 1, missed: [] });
  // Neither is what it judged shown to it again, nor does the maker's word count as a second.
  expect(await queue("?standing=second")).toEqual([]);
  const maker = {
    organiser: owner,
    consultation: ID,
    role: "owner" as const,
    languages: undefined,
    section: openSection(judges.services, ID),
  };
  const given = { name: first!.text, standing: "second", acts: 1, verdict: "accept" } as const;
  await judge(judges.services, maker, [given]);
  expect(await judges.publicPage()).not.toContain(first!.words);
});
