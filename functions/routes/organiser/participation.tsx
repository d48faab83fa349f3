import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { populationGaps, populationShares } from "../../../domain/participation/gaps.ts";
import { clockNotices, countingHealth, type Notice } from "../../../domain/participation/health.ts";
import type { Proposal } from "../../../domain/organiser/proposal.ts";
import { history, lastOfEachDay } from "../../../domain/participation/history.ts";
import { outlook } from "../../../domain/participation/outlook.ts";
import type { WatchView } from "../../../web/participation/view.ts";
import { WatchPage } from "../../../web/participation/watch-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import { onPublished } from "./section.tsx";
import { invitationViews } from "../../invitation/views.ts";
import { guarded } from "../../organiser/guard.tsx";
import { type PublishedReleases, UnreadableRelease } from "../../memory/releases.ts";
import type { Services } from "../../services.ts";
import { lastPass, lastRecount, loadStop } from "../../store/counting.ts";
import { troublesOf } from "../../store/troubles.ts";
import type { App } from "../../http/environment.ts";

/** The last release of each of so many days is read: a month of them is a chart that can be read. */
const MOST_DAYS = 31;

/** The page on which organisers watch a consultation. It never reads the tally. */
export function participationRoutes(
  app: App,
  services: Services,
  published: PublishedReleases,
): void {
  guarded(app, services, ORGANISE.watch, (context, actor) =>
    onPublished(services, context, actor, async ({ definition, page }) =>
      pageAnswer(
        <WatchPage
          {...page}
          view={await watchView(services, published, definition, await actor.section.proposals())}
        />,
      ),
    ),
  );
}

/** What is watched of a consultation at this moment. */
export async function watchView(
  services: Pick<Services, "db" | "now">,
  published: PublishedReleases,
  definition: Consultation,
  proposals: Proposal[],
): Promise<WatchView> {
  const { db, now } = services;
  const { id } = definition;
  const numbers = lastOfEachDay(await published.list(id), MOST_DAYS);
  const read = await Promise.all(
    numbers.map((number) =>
      published.numbered(id, number).catch((failure: unknown) => {
        if (!(failure instanceof UnreadableRelease)) throw failure;
      }),
    ),
  );
  const releases = read.flatMap((one) => (one === undefined ? [] : [one.release]));
  const shown = await published.newest(id);
  const newest = shown?.release;
  const { all, invited } = await invitationViews(services, definition);
  const [pass, stop, recount, troubles] = await Promise.all([
    lastPass(db),
    loadStop(db, id),
    lastRecount(db, id),
    troublesOf(db, id),
  ]);
  const notices: Notice[] = [
    ...clockNotices(newest, definition.closesAt, now()),
    ...(shown?.unreadable === undefined
      ? []
      : [{ notice: "unreadable" as const, release: shown.unreadable }]),
    ...troubles.map(({ job, since }) => ({ notice: "job-fails" as const, job, since })),
  ];
  return {
    definition,
    proposals,
    newest,
    days: history(releases),
    outlook: outlook(definition, newest, now()),
    invitations: all,
    invited,
    health: countingHealth(pass, stop !== undefined, recount, now(), notices),
    gaps: Object.fromEntries(
      Object.entries(populationShares(definition)).map(([question, population]) => [
        question,
        populationGaps(
          newest?.segments.filter((one) => one.question === question) ?? [],
          population,
        ),
      ]),
    ),
  };
}
