import { describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { ID, moderator, write, wrote } from "../moderation/moderating.ts";

/* What the public is told of moderation: counts, and never a text. */

async function moderated(definition = KAZAKHSTAN) {
  const services = await freshWorld(definition);
  const app = createApp(services);
  const aida = await moderator(app, services, "Aida");
  const kazakh = Array.from({ length: 12 }, (_, place) =>
    wrote(`Себеп ${place}`, { language: "kk", panel: place === 0 ? "expert" : "public" }),
  );
  await write(services, [
    wrote("Secret one"),
    wrote("Secret two"),
    wrote("Secret two", { publish: false }),
    ...kazakh,
  ]);
  await aida.sayOf("Secret one", "accept");
  await aida.sayOf("Secret two", "insult");
  return createApp(services);
}

describe("the page", () => {
  test("says how many texts were accepted and refused, and why; of people only in steps from ten", async () => {
    const app = await moderated();
    const answer = await app.request(`/c/${ID}/moderation?lang=en`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("<dt>Texts accepted</dt><dd>1</dd>");
    expect(html).toContain("<dt>Texts refused</dt><dd>1</dd>");
    expect(html).toContain("<dt>Texts that wait to be read</dt><dd>10</dd>");
    expect(html).toMatch(/<th scope="row">insult<\/th><td>1<\/td>/);
    expect(html).toMatch(/<th scope="row">hatred<\/th><td>0<\/td>/);
    expect(html).toMatch(/<th scope="row">Kazakh<\/th><td>at least 10<\/td>/);
    // Three people wrote in English.
    expect(html).not.toContain('<th scope="row">English</th>');
    expect(html).not.toMatch(/Secret|Себеп/);
  });

  test("before anything was written", async () => {
    const app = createApp(await freshWorld());
    const html = await (await app.request(`/c/${ID}/moderation?lang=en`)).text();
    expect(html).toContain("There is no language yet in which 10 people wrote.");
    expect((await app.request("/c/nowhere/moderation")).status).toBe(404);
  });

  test("among people at risk nothing is told of fewer than ten", async () => {
    const app = await moderated({ ...KAZAKHSTAN, disclosure: "at-risk" });
    const html = await (await app.request(`/c/${ID}/moderation?lang=en`)).text();
    expect(html).toContain("<dt>Texts accepted</dt><dd>fewer than 10</dd>");
    expect(html).toMatch(/<th scope="row">insult<\/th><td>fewer than 10<\/td>/);
  });
});

describe("the file", () => {
  test("says the same, each figure in a line of its own", async () => {
    const app = await moderated();
    const answer = await app.request(`/api/consultations/${ID}/moderation.csv`);
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect((await answer.text()).trim().split("\r\n")).toEqual([
      "consultation,what,of,unit,count,told",
      `${ID},outcome,accepted,texts,1,exact`,
      `${ID},outcome,refused,texts,1,exact`,
      `${ID},outcome,waiting,texts,10,steps`,
      `${ID},refused,names-a-person,texts,0,exact`,
      `${ID},refused,personal-data,texts,0,exact`,
      `${ID},refused,insult,texts,1,exact`,
      `${ID},refused,hatred,texts,0,exact`,
      `${ID},refused,violence,texts,0,exact`,
      `${ID},refused,advertising,texts,0,exact`,
      `${ID},refused,unreadable,texts,0,exact`,
      `${ID},refused,off-topic,texts,0,exact`,
      `${ID},language,kk,people,10,steps`,
    ]);
  });

  test("leaves out a count of fewer than ten among people at risk", async () => {
    const app = await moderated({ ...KAZAKHSTAN, disclosure: "at-risk" });
    const text = await (await app.request(`/api/consultations/${ID}/moderation.csv`)).text();
    expect(text).toContain(`${ID},refused,insult,texts,,fewer-than-10`);
    expect((await app.request("/api/consultations/nowhere/moderation.csv")).status).toBe(404);
  });
});
