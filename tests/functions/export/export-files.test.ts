import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { tendAfterClosing } from "../../../functions/jobs/after-closing.ts";
import { exportFile, getExport } from "../../../functions/store/exports.ts";
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
      throw Object.assign(new Error("no space is left"), { code: "ENOSPC" });
    };
    await tendAfterClosing(
      { ...services, files: { ...services.files, write: full } },
      id,
      () => false,
    );
    expect(await asked(id)).toMatchObject({ state: "failed", parts: [] });
    const page = await eva.page(ORGANISE.exportPage);
    expect(page).toContain("The export could not be made");
    expect(page).toContain("there was no room left for its files");
    expect(services.logged.at(-1)).toMatchObject({ event: "export-failed", failure: "full" });
    expect((await eva.ask()).status).toBe(303);
    await world.afterClosing(id);
    expect(await asked(id)).toMatchObject({ state: "ready" });
  });

  test("is served under no public address", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20);
    await world.close(id);
    await eva.ask();
    await world.afterClosing(id);
    const { key, parts } = (await asked(id))!;
    const name = exportFile(id, key, parts[0]!.file);
    expect(await world.services.files.read(name)).toBeDefined();
    for (const path of [`/${name}`, `/assets/${name}`, `/assets/../${name}`]) {
      expect([path, (await world.app.request(path)).status]).toEqual([path, 404]);
    }
    expect((await world.app.request(`/api/consultations/${id}/${name}`)).status).toBe(404);
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
