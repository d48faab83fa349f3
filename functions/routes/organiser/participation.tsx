import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { populationGaps, populationShares } from "../../../domain/participation/gaps.ts";
import { clockNotices, countingHealth, type Notice } from "../../../domain/participation/health.ts";
import type { Proposal } from "../../../domain/organiser/proposal.ts";
import { history, lastOfEachDay } from "../../../domain/participation/history.ts";
import { outlook } from "../../../domain/participation/outlook.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { readMode } from "../../../domain/work/mode.ts";
import type { WatchView } from "../../../web/participation/view.ts";
import { WatchPage } from "../../../web/participation/watch-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import { onPublished, type PublishedSection } from "./section.tsx";
import { switchWork } from "../../consultation/work-mode.ts";
import { invitationViews } from "../../invitation/views.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded } from "../../organiser/guard.tsx";
import { lastNotices } from "../../organiser/notices.ts";
import { type PublishedReleases, UnreadableRelease } from "../../memory/releases.ts";
import type { Services } from "../../services.ts";
import { lastPass, lastRecount, loadStop } from "../../store/counting.ts";
import { troublesOf } from "../../store/troubles.ts";
import type { App } from "../../http/environment.ts";
import { type Hours, workView } from "../../work/hours.ts";

/** The last release of each of so many days is read: a month of them is a chart that can be read. */
const MOST_DAYS = 31;

/** The page on which organisers watch a consultation. It never reads the tally. */
export function participationRoutes(
  app: App,
  services: Services,
  published: PublishedReleases,
  hours: Hours,
): void {
  const watched = async (
    { actor, definition, life, page }: PublishedSection,
    refused?: Problem,
  ): Promise<Response> => {
    const view = await watchView(services, published, definition, await actor.section.proposals());
    const work = workView(services, { definition, life }, hours);
    return pageAnswer(
      <WatchPage {...page} {...{ view, work, refused }} />,
      refused === undefined ? 200 : PROBLEMS[refused.problem],
    );
  };

  guarded(app, services, ORGANISE.watch, (context, actor) =>
    onPublished(services, context, actor, (input) => watched(input)),
  );

  guarded(app, services, ORGANISE.switchWork, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const to = organisePath(ORGANISE.watch, { id: definition.id, lang: language });
      const mode = readMode(fields.get("mode"));
      if (mode === undefined) return goTo(to);
      const problem = await switchWork(services, actor, mode);
      if (problem === undefined) return doneAt(services, actor, to, "work-switched");
      return onPublished(services, context, afresh(services, actor), (now) =>
        watched(now, problem),
      );
    }),
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
  const [pass, stop, recount, troubles, tooMuch] = await Promise.all([
    lastPass(db),
    loadStop(db, id),
    lastRecount(db, id),
    troublesOf(db, id),
    lastNotices(services, id),
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
    notices: tooMuch,
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
