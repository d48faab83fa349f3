import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { Files } from "../../../functions/files/files.ts";
import { tendAfterClosing } from "../../../functions/jobs/after-closing.ts";
import { getExport } from "../../../functions/store/exports.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { problemIn } from "../../support/organiser.ts";
import { freshEnd, proposalOn } from "./ended.ts";
import { unzipped } from "./unzipped.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

const { askExport, cancelExport, exportPage, retryExport } = ORGANISE;
async function ended(more = {}) {
  const id = `stop-${++number}`;
  await world.add(id, more);
  const eva = await world.person("Eva", id, "analyst");
  // The number that is published carries noise: of twelve it may say nine, and nothing is exported.
  await world.answer(id, 30);
  await world.close(id);
  return { id, eva };
}
const outcome = async (answer: Response) => [answer.status, problemIn(await answer.text())];
const asked = async (id: string) => (await getExport(world.services.db, id)).request;
const actions = async (id: string) =>
  (await listEntries(world.services.db, id)).map(({ action, who }) => `${action} ${who}`);
/** Files that note what is there, and let something be done before each is written. */
function watched(before: (name: string) => Promise<unknown>) {
  const there = new Set<string>();
  const { files } = world.services;
  const all: Files = {
    ...files,
    async write(name, bytes, type) {
      await before(name);
      await files.write(name, bytes, type);
      there.add(name);
    },
    async remove(name) {
      await files.remove(name);
      there.delete(name);
    },
  };
  const job = (id: string) => tendAfterClosing({ ...world.services, files: all }, id, () => false);
  return { there, job };
}

describe("an export is stopped by one press", () => {
  test("before it is begun: nothing is made, and it stands in the log", async () => {
    const { id, eva } = await ended();
    expect(await outcome(await eva.send(cancelExport))).toEqual([409, "export-changed"]);
    await eva.ask();
    expect(await eva.page(exportPage)).toContain("Cancel the export");
    expect((await eva.send(cancelExport)).status).toBe(303);
    await world.afterClosing(id);
    expect(await asked(id)).toBeUndefined();
    expect(await actions(id)).toEqual(["export-asked Eva", "export-cancelled Eva"]);
  });

  test("while it is made: how far it is stands on the page, and nothing of it stays", async () => {
    const { id, eva } = await ended();
    await eva.ask();
    let page = "";
    const { there, job } = watched(async () => {
      page = await eva.page(exportPage);
      await eva.send(cancelExport);
    });
    await job(id);
    expect(page).toMatch(/<progress max="100" value="\d+"/);
    expect(page).toMatch(/\d+% of the ballots done/);
    expect(await asked(id)).toMatchObject({ state: "cancelled" });
    expect(there.size).toBe(0);
    expect(await outcome(await eva.fetch())).toEqual([410, "export-gone"]);
    expect(await eva.page(exportPage)).toContain("The export was stopped");
    await job(id);
    expect(await asked(id)).toBeUndefined();
    expect(await actions(id)).toEqual([
      "export-asked Eva",
      "export-cancelled Eva",
      "export-deleted Kenes",
    ]);
    expect((await eva.ask()).status).toBe(303);
  });

  test("and not when it is ready, or one could be had after the other", async () => {
    const { id, eva } = await ended();
    await eva.ask();
    await world.afterClosing(id);
    expect(await eva.page(exportPage)).not.toContain("Cancel the export");
    expect(await outcome(await eva.send(cancelExport))).toEqual([409, "export-changed"]);
    expect((await eva.fetch()).status).toBe(200);
  });
});

describe("a page that shows an export on its way is fetched again without a script", () => {
  test("only while something moves, and never after a form", async () => {
    const { id, eva } = await ended();
    const who = await world.organiser("Ed", { [id]: "analyst" });
    const refresh = async () => (await world.get(who, exportPage, id)).headers.get("Refresh");
    expect(await refresh()).toBeNull();
    await eva.ask();
    expect(await refresh()).toMatch(/^10; url=\/organise\/c\/stop-\d+\/export\?lang=en$/);
    const refused = await world.post(who, askExport, { confirmed: "yes" }, id);
    expect([refused.status, refused.headers.get("Refresh")]).toEqual([409, null]);
    await world.afterClosing(id);
    expect(await refresh()).toBeNull();
  });
});

describe("an export that failed", () => {
  test("says why, is started again by one press as it was confirmed, and leaves nothing of the first try", async () => {
    const { id, eva } = await ended({ twoPersons: true });
    const ann = await world.person("Ann", id, "owner");
    await eva.send(askExport, { confirmed: "yes", language: "kk" });
    await ann.reply(ORGANISE.confirmProposal, "export", proposalOn(await ann.page(exportPage)));
    expect(await asked(id)).toMatchObject({ language: "kk", confirmedBy: "Ann" });
    let pieces = 0;
    const { there, job } = watched(async () => {
      if (++pieces === 2) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    });
    expect(await outcome(await eva.send(retryExport))).toEqual([409, "export-changed"]);
    await job(id);
    const failed = (await asked(id))!;
    expect(failed).toMatchObject({ state: "failed", failure: "full", parts: [] });
    expect(there.size).toBe(0);
    expect(await outcome(await eva.fetch())).toEqual([410, "export-gone"]);
    expect(await eva.page(exportPage)).toContain("Start again");
    expect((await eva.send(retryExport)).status).toBe(303);
    expect(await outcome(await eva.send(retryExport))).toEqual([409, "export-changed"]);
    await job(id);
    const ready = (await asked(id))!;
    expect(ready).toMatchObject({ state: "ready", rows: 30, confirmedBy: "Ann" });
    expect(ready.key).not.toBe(failed.key);
    expect([...there].every((name) => name.includes(ready.key))).toBe(true);
    const files = unzipped(await (await eva.fetch()).arrayBuffer());
    expect(files["load.py"]).toContain('-8: "\\u041f'); // Пікірім жоқ
    expect(files["README.md"]).toContain("Single ballots");
    expect(await actions(id)).toContain("export-retried Eva");
  });

  test("cannot be started again once a week has passed, or the ballots are gone", async () => {
    const { id, eva } = await ended();
    await eva.ask();
    const { job } = watched(async () => {
      throw new Error("unreachable");
    });
    await job(id);
    expect(await asked(id)).toMatchObject({ failure: "files" });
    await world.pass(7 * 24);
    expect(await outcome(await eva.send(retryExport))).toEqual([409, "export-changed"]);
    expect(await eva.page(exportPage)).not.toContain("Start again");
  });
});

test("the labels are in a language of the consultation, or nothing is asked for", async () => {
  const { id, eva } = await ended();
  for (const language of ["de", "__proto__", "en "]) {
    const fields = { confirmed: "yes", language };
    expect(await outcome(await eva.send(askExport, fields))).toEqual([422, "export-language"]);
  }
  expect(await asked(id)).toBeUndefined();
  await eva.send(askExport, { confirmed: "yes", language: "" });
  expect(await asked(id)).toMatchObject({ language: "en" });
});
