import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import type { App } from "../../http/environment.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import type { Services } from "../../services.ts";
import { watchView } from "../organiser/participation.tsx";
import { onPublished } from "./published.ts";

/** How taking part goes, as organisers see it: of releases alone. */
export function participationProgramRoutes(
  app: App,
  services: Services,
  releases: PublishedReleases,
): void {
  keyed(app, services, PROGRAM_API.participation, (actor) =>
    onPublished(actor, async ({ definition }) => {
      const view = await watchView(services, releases, definition, []);
      const { nextRelease, daysLeft, ...outlook } = view.outlook;
      const { recount, notices: _, ...health } = view.health;
      return answered(200, {
        release: view.newest?.release ?? null,
        days: view.days.map(({ ballots, ...day }) => ({ ...day, ballots: { ...ballots } })),
        outlook: {
          ...outlook,
          ...(daysLeft !== undefined && { daysLeft }),
          ...(nextRelease !== undefined && { nextRelease: nextRelease.toISOString() }),
        },
        invitations: view.invitations,
        invited: view.invited,
        health: { ...health, ...(recount !== undefined && { recount }) },
        gaps: Object.fromEntries(
          Object.entries(view.gaps).map(([question, all]) => [question, [...all]]),
        ),
      });
    }),
  );
}
