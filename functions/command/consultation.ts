import { Complaint } from "../local/complaint.ts";
import { consultationsOf, type Known } from "../memory/consultations.ts";
import type { Target } from "./target.ts";
import { unknown } from "./words.ts";

/** Every consultation that was published. */
export const everyConsultation = ({ services }: Target): Promise<Known[]> =>
  consultationsOf(services).all();

/** The ids of those that were published and cannot be read. */
export const unreadableConsultations = ({ services }: Target): Promise<string[]> =>
  consultationsOf(services).unreadable();

/** The consultation of that id; refuses with the ids that there are. */
export async function oneConsultation(target: Target, id: string): Promise<Known> {
  const all = await everyConsultation(target);
  const found = all.find((known) => known.definition.id === id);
  if (found !== undefined) return found;
  const ids = all.map((known) => known.definition.id);
  const there = ids.length === 0 ? "there is none" : `say which: one of ${ids.join(", ")}`;
  throw new Complaint(unknown(`there is no consultation “${id}”; ${there}`, id, ids));
}
