import { beforeEach } from "vitest";
import { pathOf, SUGGESTIONS } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { outcomeOf } from "../../../functions/store/pool-change.ts";
import { freshWorld } from "../../support/world.ts";
import { ID, moderator, write, wrote } from "./moderating.ts";

export const ONE = wrote("One", { code: "" });
export const TWO = wrote("Two", { code: "" });

type Moderator = Awaited<ReturnType<typeof moderator>>;

/** Before each test a new world with two moderators, and two texts that wait for them. */
export function useJudges() {
  const judges = {
    services: {} as Services,
    app: {} as App,
    aida: {} as Moderator,
    bolat: {} as Moderator,
    outcome: (one = ONE) => outcomeOf(judges.services.db, ID, one),
    /** The public page, served by somebody who has nothing in memory. */
    publicPage: async () =>
      (
        await createApp(judges.services).request(pathOf(SUGGESTIONS, { id: ID, lang: "en" }))
      ).text(),
    acts: async () => (await listEntries(judges.services.db, ID)).map(({ action }) => action),
  };
  beforeEach(async () => {
    judges.services = await freshWorld();
    judges.app = createApp(judges.services);
    judges.aida = await moderator(judges.app, judges.services, "Aida");
    judges.bolat = await moderator(judges.app, judges.services, "Bolat");
    await write(judges.services, [ONE, TWO]);
  });
  return judges;
}
