import { createApp } from "../../../functions/app.ts";
import { freshWorld } from "../../support/world.ts";
import { repeatedFlags } from "../../web/results/flagged-release.ts";
import { publish } from "../download/two-releases.ts";

/* Two releases, of which the second repeats what the first told of flagged ballots. */

const { definition, one, two } = repeatedFlags();
export { definition, one };
export const RESULTS = `/c/${definition.id}/results`;
export const QUERY = "ballots=unflagged";

export async function unflaggedWorld() {
  const world = await freshWorld(definition);
  const { hash } = await publish(world, one);
  const release = two(hash);
  await publish(world, release);
  return { app: createApp(world), release };
}

/** Under which name a file is kept. */
export const nameOf = (answer: Response): string =>
  /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition")!)![1]!;
