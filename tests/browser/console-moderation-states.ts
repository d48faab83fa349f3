import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { judgedBy } from "../../domain/remark/verdict.ts";
import { moderationRulesWrite } from "../../functions/store/moderation.ts";
import { findText, nameOfText, textWrites } from "../../functions/store/texts.ts";
import { themesWrite } from "../../functions/store/themes.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { type Wrote, write, wrote } from "../functions/moderation/moderating.ts";
import type { ConsoleState } from "./console-state.ts";
import type { ConsoleWorld } from "./console-world.ts";

const { moderation, themes, suggestions } = ORGANISE;

/** Everything that a text may look like. */
const TEXTS: readonly Partial<Wrote>[] = [
  { text: "Жол жоқ, дәрігер жоқ. Жастар кетіп жатыр.", language: "kk" },
  { text: "Без дорог ничего не будет.\n\nИ без врачей тоже.", language: "ru" },
  { text: `<b>${"Unbroken".repeat(40)}</b> \u202Esdrow` },
  { text: `Z${"\u0351".repeat(30)}algo`, publish: false },
  { text: "Mинистерство" },
  { text: "لا طرق ولا أطباء", language: "ar" },
];

async function withTexts({ services, add }: ConsoleWorld, id: string) {
  await add({ id }, { bolat: "moderator" });
  const texts = TEXTS.map((one) => wrote(one.text!, { code: "K1", ...one }));
  await write(services, [...texts, texts[0]!, wrote("One more", { code: "" })], id);
}

/** Accepts texts as a moderator did. */
async function accept({ services: { db } }: ConsoleWorld, id: string, all: readonly Wrote[]) {
  for (const one of all) {
    const before = (await findText(db, id, nameOfText(id, one)))!;
    const judged = judgedBy(before, "accept", { id: "x", role: "owner" }, { two: false });
    await writeAll(db, textWrites(db, id, [{ before, after: { ...before, ...judged } }]));
  }
}

/** What respondents wrote, before moderators and after. */
export const MODERATION_STATES: ConsoleState[] = [
  {
    name: "moderation: nothing to read",
    put: async (world, id) => {
      await world.add({ id }, { bolat: "moderator" });
      return { path: organisePath(moderation, { id }), who: world.bolat };
    },
  },
  {
    name: "moderation: texts of every kind, two must agree",
    put: async (world, id) => {
      await withTexts(world, id);
      const { db } = world.services;
      await writeAll(db, [moderationRulesWrite(db, id, { revision: 0 }, { two: true })]);
      return { path: organisePath(moderation, { id }), who: world.anna };
    },
  },
  {
    name: "themes: reasons to code",
    put: async (world, id) => {
      await withTexts(world, id);
      const { db } = world.services;
      await accept(
        world,
        id,
        TEXTS.map((one) => wrote(one.text!, { code: "K1", ...one })),
      );
      const named = [
        { code: "T1", name: { en: "Roads", ru: "Дороги", kk: "Жолдар" } },
        { code: "T2", name: { en: "Doctors", ru: "Врачи", kk: "Дәрігерлер" } },
      ];
      const stored = { themes: named, next: 3 };
      await writeAll(db, [themesWrite(db, id, { revision: 0 }, stored)]);
      return { path: `${organisePath(themes, { id })}?code=K1`, who: world.bolat };
    },
  },
  {
    name: "suggestions to take over",
    put: async (world, id) => {
      await withTexts(world, id);
      await accept(world, id, [wrote("One more", { code: "" })]);
      return { path: organisePath(suggestions, { id }), who: world.anna };
    },
  },
  {
    name: "suggestions as the public sees them",
    put: async (world, id) => {
      await withTexts(world, id);
      await accept(world, id, [wrote("One more", { code: "" })]);
      return { path: `/c/${id}/suggestions` };
    },
  },
  {
    name: "the public log of moderation",
    put: async (world, id) => {
      await withTexts(world, id);
      await accept(world, id, [wrote("One more", { code: "" })]);
      return { path: `/c/${id}/moderation` };
    },
  },
];
