import { MOST_KEYS } from "../../domain/program/key.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { noteKeyUse, programKeyPut, type StoredKey } from "../../functions/store/program-keys.ts";
import { putIf } from "../../functions/store/put-if.ts";
import { at, type ConsoleState, press } from "./console-state.ts";

const { keys, revokeKeyPage } = ORGANISE;

type Key = Omit<StoredKey, "hash" | "by">;
const KEY: Key = {
  name: "Сайт",
  role: "editor",
  steps: false,
  expires: "2099-03-31",
  madeAt: Date.parse("2026-03-01T09:00:00Z"),
  endsAt: Date.parse("2099-03-31T19:00:00Z"),
};

/** One of each: not used yet, with steps and used, of a translator, of a maker who is no owner any more. */
const EACH: (Key & { by?: "bolat" })[] = [
  KEY,
  { ...KEY, steps: true, usedOn: "2026-11-28", name: "№ 1" },
  { ...KEY, role: "translator", languages: ["kk", "ru"], name: "№ 2" },
  // As long as people's systems have them.
  {
    ...KEY,
    role: "analyst",
    by: "bolat",
    name: "Қарым-қатынастарды-автоматтандыру-жүйесі-2026-nightly",
  },
];

const withKeys =
  (all: readonly (Key & { by?: "bolat" })[], path = (id: string) => organisePath(keys, { id })) =>
  async (...[world, id]: Parameters<ConsoleState["put"]>) => {
    await world.add({ id }, { bolat: "viewer" });
    const { db } = world.services;
    for (const [place, { by, usedOn, ...key }] of all.entries()) {
      const hash = String(place % 10).repeat(63) + (place > 9 ? "b" : "a");
      const stored = { ...key, hash, by: (by === undefined ? world.anna : world.bolat).id };
      await putIf(db, programKeyPut(db, id, stored));
      if (usedOn !== undefined) await noteKeyUse(db, id, hash, usedOn);
    }
    return { path: path(id), who: world.anna };
  };

/** Keys of programs, and what has become of them. */
export const KEY_STATES: ConsoleState[] = [
  {
    name: "keys: none, and one that cannot be made",
    put: at(keys),
    act: async (page, { programs }) => {
      await page.locator("#name").fill("a < b");
      await page.locator("#role").selectOption("translator");
      await page.locator("#expires").fill("2999-01-01");
      await press(page, programs.making.send);
      await page.locator("#expires-fault").waitFor();
    },
  },
  { name: "keys: one of each", put: withKeys(EACH) },
  {
    name: "keys: as many as there may be",
    put: withKeys(
      Array.from({ length: MOST_KEYS }, (_, place) => ({ ...KEY, name: `№ ${place}` })),
    ),
  },
  {
    name: "keys: one that was just made",
    put: at(keys),
    act: async (page, { programs }) => {
      await page.locator("#name").fill("Сайт");
      await press(page, programs.making.send);
      await page.getByRole("heading", { name: programs.shown.title, level: 1 }).waitFor();
    },
  },
  {
    name: "keys: one is about to be revoked",
    put: withKeys([KEY], (id) => `${organisePath(revokeKeyPage, { id })}?which=${"0".repeat(63)}a`),
  },
];
