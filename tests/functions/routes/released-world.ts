import type { Consultation } from "../../../domain/consultation/definition.ts";
import { sha256 } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { registerRelease, releaseFile } from "../../../functions/store/releases.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { gradedRelease } from "../../web/results/graded.ts";

/** A world in which these consultations, and that of Kazakhstan, have a release, without any ballot. */
export async function releasedWorld(more: readonly Consultation[]): Promise<Services> {
  const world = await freshWorld();
  for (const one of more) await addConsultation(world.db, one);
  for (const definition of [KAZAKHSTAN, ...more]) {
    const { release } = gradedRelease(definition);
    const text = JSON.stringify(release);
    const hash = sha256(text);
    const { consultation, releasedAt } = release;
    const name = releaseFile(consultation, 1, hash);
    await world.files.write(name, new TextEncoder().encode(text), "application/json");
    const line = { number: 1, releasedAt, hash, turn: 1, final: true, counted: "" };
    await registerRelease(world.db, consultation, line);
  }
  return world;
}
