import { expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { MINUTE, useAnn } from "./ann.ts";

/* What is said of what was done: on the page that follows, in the session in which it was done, for a while. */

const world = useAnn();
const ID = KAZAKHSTAN.id;

const get = async (path: string, cookie = world.ann.cookie): Promise<string> => {
  const answer = await world.organisers.app.request(path, { headers: { Cookie: cookie } });
  expect(answer.status).toBe(200);
  return answer.text();
};
const NOTE = /<div class="notice done" role="status" tabindex="-1" autofocus><p>(.*?)<\/div>/;
const told = (html: string) => NOTE.exec(html)?.[1];

/** Takes a step in the consultation's life; the address that it leads to. */
async function take(step: string, stage: string): Promise<string> {
  const { cookie, token } = world.ann;
  const fields = { step, stage, confirmed: "yes", "note.en": "Back on Monday." };
  const answer = await world.organisers.send(ORGANISE.step, { id: ID, cookie, token, fields });
  expect(answer.status).toBe(303);
  return answer.headers.get("Location")!;
}

test("an act is told on the page that follows, with its time and the way on; not later, not elsewhere", async () => {
  world.at = Date.parse("2030-03-01T09:03:00Z");
  // The session is as old as the clock is moved: a new one.
  Object.assign(world.ann, await world.organisers.signIn(world.ann));
  const paused = await take("pause", "open");
  const page = `/organise/c/${ID}/life?lang=en`;
  expect(paused).toMatch(
    /^\/organise\/c\/kazakhstan-2019\/life\?lang=en&done=life-pause\.\w+\.[\w-]{16}$/,
  );
  const said = told(await get(paused));
  // As clocks in Kazakhstan show it.
  expect(said).toContain("Paused at 14:03.");
  expect(said).toContain(`href="/c/${ID}"`);
  expect(told(await get(paused))).toBe(said);
  expect(told(await get(page))).toBeUndefined();

  const mark = paused.split("done=")[1]!;
  const [code, time, signature] = mark.split(".") as [string, string, string];
  for (const forged of [
    `life-open.${time}.${signature}`,
    `${code}.${(Number.parseInt(time, 36) + 1).toString(36)}.${signature}`,
    `${code}.${time}.${signature.slice(1)}`,
    `${code}.${time}.`,
    `${code}.${time}`,
    "constructor.1.x",
    "life-open",
  ]) {
    expect([forged, told(await get(`${page}&done=${forged}`))]).toEqual([forged, undefined]);
  }
  expect(told(await get(`/organise/c/${ID}/team?lang=en&done=${mark}`))).toBeUndefined();
  const elsewhere = await world.organisers.signIn(world.ann);
  expect(told(await get(paused, elsewhere.cookie))).toBeUndefined();

  world.at += 11 * MINUTE;
  expect(told(await get(paused))).toBeUndefined();

  const resumed = told(await get(await take("resume", "paused")));
  expect(resumed).toContain("Resumed at 14:14.");
});
