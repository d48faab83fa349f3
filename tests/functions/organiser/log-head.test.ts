import { expect, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { useAnn } from "./ann.ts";

const world = useAnn();
const { id: ID } = KAZAKHSTAN;

/** What the results page says of the log, with every tag as a line break. */
const shown = async (language = "en"): Promise<string> => {
  // What was served stays in memory for some seconds.
  world.at += 12_000;
  const path = `/c/${ID}/results?lang=${language}`;
  const html = await (await world.organisers.app.request(path)).text();
  return /<section aria-labelledby="organisers-log">.*?<\/section>/s.exec(html)![0];
};
const entries = () => listEntries(world.services.db, ID);

test("everybody sees the newest hash and the number of entries, before the first release too", async () => {
  const [first] = await entries();
  for (const language of LANGUAGES) {
    const section = await shown(language);
    expect(section).toContain(CATALOGUES[language].results.organisersLog.heading);
    expect(section).toContain("<dd>1</dd>");
    expect(section).toContain(`<code>${first!.hash}</code>`);
  }
  await world.organisers.invite(world.ann, ID, "viewer");
  const [, second] = await entries();
  expect(await shown()).toContain("<dd>2</dd>");
  expect(await shown()).toContain(`<code>${second!.hash}</code>`);
  expect(await shown()).not.toContain(first!.hash);
});

test("the console shows the same hash, and the file has it", async () => {
  await world.organisers.invite(world.ann, ID, "viewer");
  const { cookie } = world.ann;
  const [, hash = ""] = /<code>([0-9a-f]{64})<\/code>/.exec(await shown())!;
  const page = await world.organisers.send(ORGANISE.log, { id: ID, cookie });
  expect(await page.text()).toContain(`<code>${hash}</code>`);
  const file = await world.organisers.send(ORGANISE.logFile, { id: ID, cookie });
  expect(await file.json()).toMatchObject({ entries: [{}, { hash }] });
});

test("nobody can find out by trying who did what: no two entries have the same salt", async () => {
  for (let count = 0; count < 3; count++) await world.organisers.invite(world.ann, ID, "viewer");
  const salts = (await entries()).map(({ salt }) => salt);
  expect(new Set(salts).size).toBe(4);
  for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
});
