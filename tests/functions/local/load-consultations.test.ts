import { beforeAll, expect, test } from "vitest";
import { loadConsultations } from "../../../functions/local/load-consultations.ts";
import type { Services } from "../../../functions/services.ts";
import { listPublished } from "../../../functions/store/consultations.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

let services: Services;
beforeAll(async () => {
  services = await freshWorld();
});

const definitions = async () =>
  (await listPublished(services.db)).published.map(({ definition }) => definition);
const stored = async () => (await definitions()).map(({ id }) => id);

test("the definitions that are shipped are read, and one that is there already stays", async () => {
  const changed = { ...KAZAKHSTAN, about: [] };
  await loadConsultations(services.db, { "kazakhstan-2019.json": JSON.stringify(changed) });
  await loadConsultations(services.db);
  const [first] = await definitions();
  expect(first).toEqual(KAZAKHSTAN);
});

test("a broken file is refused with the place of each fault, and nothing is stored of any", async () => {
  const good = JSON.stringify({ ...KAZAKHSTAN, id: "another" });
  const { title: _, ...untitled } = KAZAKHSTAN;
  const broken = JSON.stringify({ ...untitled, colour: "red", about: [{}] });
  await expect(
    loadConsultations(services.db, { "a/good.json": good, "a/broken.json": broken }),
  ).rejects.toThrow(
    /consultations\/broken\.json is refused:\n  \/title: missing\n(.*\n)*  \/colour: unknown/,
  );
  await expect(loadConsultations(services.db, { "x.json": "{" })).rejects.toThrow(
    "consultations/x.json is not JSON",
  );
  expect(await stored()).toEqual([KAZAKHSTAN.id]);
});
