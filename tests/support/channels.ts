import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Services } from "../../functions/services.ts";
import { getPublished, publishedWrite } from "../../functions/store/consultations.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { KAZAKHSTAN } from "./world.ts";

/** Two channels, of which one has a name that must not be taken for markup. */
export const CHANNELS = [
  { code: "paper", label: { en: "The Village Paper", ru: "Сельская газета", kk: "Ауыл газеті" } },
  { code: "union", label: { en: "Union & friends", ru: "Профсоюз", kk: "Кәсіподақ" } },
] satisfies Consultation["channels"];

/** The consultation that the project ships, with channels. */
export const WITH_CHANNELS: Consultation = { ...KAZAKHSTAN, channels: CHANNELS };

/** Gives the consultation of a fresh world channels. */
export async function addChannels({ db }: Pick<Services, "db">): Promise<void> {
  const before = (await getPublished(db, KAZAKHSTAN.id))!;
  const after = { ...before, definition: WITH_CHANNELS };
  const written = await writeAll(db, [publishedWrite(db, KAZAKHSTAN.id, before, after)]);
  if (!written) throw new Error("the consultation has changed");
}
