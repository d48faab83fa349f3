import type { Consultation } from "../../../domain/consultation/definition.ts";
import { releaseText } from "../../../domain/release/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { sha256 } from "../../../functions/secrets.ts";
import type { Services } from "../../../functions/services.ts";
import { registerRelease, releaseFile } from "../../../functions/store/releases.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { cellOf, made } from "../../web/results/made.ts";

/** The consultation that the project ships, with one group of which everything is told. */
export const DEFINITION: Consultation = { ...KAZAKHSTAN, release: { every: "week", groups: 30 } };

const rows = DEFINITION.recommendations.map((_, place) => [9, 20, 30, 40 + place, 100, 4, 3]);

/** A world in which a consultation has two releases, the second with groups, without any ballot. */
export async function twoReleases(
  definition: Consultation = DEFINITION,
): Promise<{ services: Services; texts: string[] }> {
  const services = await freshWorld(definition);
  const cells = {
    public: cellOf(rows, { first: rows.map((_, place) => 5 * place), choosers: 190 }),
    expert: cellOf(rows.map(([low]) => [0, 0, 1, low!, 11, 1, 0])),
  };
  const segments = { "region:almaty": cellOf(rows) };
  const first = made({ definition, cells });
  const one = await publish(services, first);
  const second = made({
    definition,
    cells,
    segments,
    participation: { "region:almaty": 206 },
    previous: { release: first, hash: one.hash },
    turn: 2,
    final: true,
    at: "2026-11-16T09:00:30.000Z",
  });
  const two = await publish(services, second);
  return { services, texts: [one.text, two.text] };
}

/** Puts a release where those of an installation are. */
export async function publish(world: Services, release: Release) {
  const text = releaseText(release);
  const hash = sha256(text);
  const { consultation, release: number, releasedAt, final } = release;
  const name = releaseFile(consultation, number, hash);
  await world.files.write(name, new TextEncoder().encode(text), "application/json");
  const { turn } = release.rules.schedule;
  await registerRelease(world.db, consultation, {
    number,
    releasedAt,
    hash,
    turn,
    final,
    counted: "",
  });
  return { text, hash };
}
