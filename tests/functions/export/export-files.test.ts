import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { ballotFiles } from "../../../functions/export/make.ts";
import { tendAfterClosing } from "../../../functions/jobs/after-closing.ts";
import { toldOfPersons } from "../../../functions/export/persons.ts";
import { getExport } from "../../../functions/store/exports.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshEnd } from "./ended.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

/** A consultation in which somebody may export, two hours before it closes. */
async function open() {
  const id = `files-${++number}`;
  await world.add(id);
  return { id, eva: await world.person("Eva", id, "analyst") };
}
const asked = async (id: string) => (await getExport(world.services.db, id)).request;

describe("an export", () => {
  test("that fails says so, leaves no file, and can be asked for again", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20);
    await world.close(id);
    await eva.ask();
    const { services } = world;
    const full = async () => {
      throw new Error("no space is left");
    };
    await tendAfterClosing(
      { ...services, files: { ...services.files, write: full } },
      id,
      () => false,
    );
    expect(await asked(id)).toMatchObject({ state: "failed", parts: [] });
    expect(await eva.page(ORGANISE.exportPage)).toContain("The export could not be made");
    expect(services.logged.at(-1)).toMatchObject({ event: "export-failed" });
    expect((await eva.ask()).status).toBe(303);
    await world.afterClosing(id);
    expect(await asked(id)).toMatchObject({ state: "ready" });
  });

  test("whose job is killed is made again, three times at most", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20);
    await world.close(id);
    await eva.ask();
    for (let tries = 1; tries <= 3; tries++) {
      expect(await world.killedAt("QueryCommand", 40, () => world.afterClosing(id))).toBe("killed");
      expect(await asked(id)).toMatchObject({ state: "making", tries });
      await world.afterClosing(id);
      expect(await asked(id)).toMatchObject({ state: "making", tries });
      await world.pass(0.34);
    }
    await world.afterClosing(id);
    expect(await asked(id)).toMatchObject({ state: "failed" });
    await eva.ask();
    await world.killedAt("QueryCommand", 40, () => world.afterClosing(id));
    await world.pass(0.34);
    await world.afterClosing(id);
    expect(await asked(id)).toMatchObject({ state: "ready", tries: 2 });
  });
});

describe("the files", () => {
  test("are cut between rows, each a table of its own, and in another order each time", async () => {
    const { id } = await open();
    for (let point = 1; point <= 5; point++) {
      await world.answer(id, 6, 0, { ratings: { W1: point, [`K${point}`]: 1 } });
    }
    const definition = { ...KAZAKHSTAN, id };
    const make = async (mostBytes?: number) => {
      const texts: string[] = [];
      const keep = async (text: string) => void texts.push(text);
      const release = { ballots: { public: 30, expert: null }, rules: { base: 10 } };
      const told = await toldOfPersons(world.services, definition, release, undefined);
      const made = await ballotFiles(world.services, definition, release, told, keep, mostBytes);
      return { ...made, texts };
    };
    const whole = await make();
    const cut = await make(2_000);
    expect(whole.parts).toEqual([{ rows: 30, bytes: Buffer.byteLength(whole.texts[0]!) }]);
    expect(cut.parts.length).toBeGreaterThan(2);
    expect(cut.parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(30);
    const rows = ({ texts }: { texts: string[] }) =>
      texts.flatMap((text) => text.trimEnd().split("\r\n").slice(1));
    expect(new Set(cut.texts.map((text) => text.split("\r\n")[0])).size).toBe(1);
    expect(rows(cut).toSorted()).toEqual(rows(whole).toSorted());
    expect(rows(cut)).not.toEqual(rows(whole));
  });

  test("of a consultation that everybody has left are one heading", async () => {
    const { id } = await open();
    const texts: string[] = [];
    const keep = async (text: string) => void texts.push(text);
    const release = { ballots: { public: 10, expert: null }, rules: { base: 10 } };
    const definition = { ...KAZAKHSTAN, id };
    const told = await toldOfPersons(world.services, definition, release, undefined);
    const made = await ballotFiles(world.services, definition, release, told, keep);
    expect(made.parts.map(({ rows }) => rows)).toEqual([0]);
    expect(texts[0]!.split("\r\n")).toHaveLength(2);
  });
});
