import { stageAt } from "../../../domain/consultation/life.ts";
import { dayIn } from "../../../domain/consultation/time-zone.ts";
import type { Texts } from "../../../domain/language.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { DESK_OPEN } from "../../../domain/paths.ts";
import { type Problem, type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { holds } from "../../../domain/response/standing.ts";
import { saidIn } from "../../../web/language/said.tsx";
import { DeskLinkPage } from "../../../web/responding/desk-link-page.tsx";
import { ResponsePage } from "../../../web/responding/response-page.tsx";
import { ResponsesPage } from "../../../web/responding/responses-page.tsx";
import { WithdrawPage } from "../../../web/responding/withdraw-page.tsx";
import { endDesk, liveDesks, makeDeskLink } from "../../desk/links.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded, type TeamActor } from "../../organiser/guard.tsx";
import {
  answerIn,
  type Hand,
  recordAnswer,
  withdrawAnswer,
} from "../../response/record-response.ts";
import { sentIn, textsIn } from "../../response/typed.ts";
import { type Asked, answeringView, answersView } from "../../response/view.ts";
import type { Services } from "../../services.ts";
import { getOrganiser } from "../../store/organisers.ts";
import { listResponses } from "../../store/responses.ts";
import { onPublished, type PublishedSection } from "./section.tsx";

/** Official responses as organisers record, correct and withdraw them, and the desks of addressees. */
export function responseRoutes(app: App, services: Services, releases: PublishedReleases): void {
  const handOf = ({ organiser }: TeamActor) => ({ by: "organiser", name: organiser.name }) as const;

  const list = async ({ definition, life, page }: PublishedSection, problem?: ProblemCode) =>
    pageAnswer(
      <ResponsesPage
        {...page}
        {...{ definition, problem }}
        {...await answersView(services, releases, definition)}
        desks={await desksOf(services, definition.id)}
        tooEarly={stageAt({ definition, life }, services.now()) === "scheduled"}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );

  const one = async (input: PublishedSection, hand: Hand, asked: Asked) => {
    const { context, definition, page, language } = input;
    const view = await answersView(services, releases, definition);
    const answering = answeringView(view, definition, hand, asked, language);
    if (answering === undefined)
      return problemAnswer(context, services, { problem: "page-unknown" });
    const problem = asked.refused?.problem.problem;
    return pageAnswer(
      <ResponsePage {...page} answering={answering} />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  };

  guarded(app, services, ORGANISE.responsesPage, (context, actor) =>
    onPublished(services, context, actor, (input) => {
      const recommendation = context.req.query("recommendation");
      if (recommendation === undefined) return list(input);
      const corrects = context.req.query("corrects") ?? "";
      return one(input, handOf(actor), { recommendation, corrects });
    }),
  );

  guarded(app, services, ORGANISE.recordResponse, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, life, language }) => {
      const sent = sentIn(fields, definition.languages);
      const { recommendation, corrects, typed } = sent;
      const recorded = await recordAnswer(services, { definition, life }, handOf(actor), sent);
      if ("problem" in recorded) {
        const refused = { typed, problem: recorded };
        return onPublished(services, context, afresh(services, actor), (now) =>
          one(now, handOf(actor), { recommendation, corrects, refused }),
        );
      }
      const to = organisePath(ORGANISE.responsesPage, { id: definition.id, lang: language });
      const here = `${to}&recommendation=${encodeURIComponent(recommendation)}`;
      return doneAt(services, actor, here, "response-recorded");
    }),
  );

  const withdrawing = async (
    input: PublishedSection,
    entry: string,
    { reason = {}, problem }: { reason?: Texts; problem?: Problem } = {},
  ) => {
    const { definition, page, language } = input;
    const answer = answerIn(await listResponses(services.db, definition.id), entry);
    if (answer === undefined || !holds(answer)) {
      return problem === undefined
        ? goTo(organisePath(ORGANISE.responsesPage, { id: definition.id, lang: language }))
        : list(input, problem.problem);
    }
    return pageAnswer(
      <WithdrawPage
        {...page}
        {...{ definition, answer, reason }}
        today={dayIn(definition.timeZone, services.now())}
        problem={problem?.problem}
        faults={problem?.faults ?? []}
      />,
      problem === undefined ? 200 : PROBLEMS[problem.problem],
    );
  };

  guarded(app, services, ORGANISE.withdrawResponsePage, (context, actor) =>
    onPublished(services, context, actor, (input) =>
      withdrawing(input, context.req.query("entry") ?? ""),
    ),
  );

  guarded(app, services, ORGANISE.withdrawResponse, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, life, language }) => {
      const number = fields.get("entry") ?? "";
      const reason = textsIn(fields, "reason", definition.languages);
      const sent = { number, reason };
      const done = await withdrawAnswer(services, { definition, life }, handOf(actor), sent);
      if ("problem" in done) {
        return onPublished(services, context, afresh(services, actor), (now) =>
          withdrawing(now, number, { reason, problem: done }),
        );
      }
      const to = organisePath(ORGANISE.responsesPage, { id: definition.id, lang: language });
      return doneAt(services, actor, to, "response-withdrawn");
    }),
  );

  guarded(app, services, ORGANISE.makeDeskLink, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, page }) => {
      const code = fields.get("addressee") ?? "";
      const made = await makeDeskLink(services, actor, definition, code);
      if ("problem" in made) {
        return onPublished(services, context, afresh(services, actor), (now) =>
          list(now, made.problem),
        );
      }
      const { name } = definition.addressees.find((addressee) => addressee.code === code)!;
      return pageAnswer(
        <DeskLinkPage
          {...page}
          link={`${new URL(context.req.url).origin}${DESK_OPEN}#${made.code}`}
          addressee={saidIn(page, definition, name)}
        />,
      );
    }),
  );

  guarded(app, services, ORGANISE.endDesk, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const refusal = await endDesk(services, actor, fields.get("desk") ?? "");
      if (refusal !== undefined) {
        return onPublished(services, context, afresh(services, actor), (now) =>
          list(now, refusal.problem),
        );
      }
      const to = organisePath(ORGANISE.responsesPage, { id: definition.id, lang: language });
      return doneAt(services, actor, to, "desk-ended");
    }),
  );
}

/** The live desks of a consultation with the names of who made their links. */
async function desksOf(services: Services, id: string) {
  const shown = (await liveDesks(services, id)).map(async (desk) => ({
    hash: desk.hash,
    addressee: desk.addressee,
    by: (await getOrganiser(services.db, desk.by))?.name ?? "",
    madeAt: new Date(desk.madeAt).toISOString(),
    endsAt: new Date(desk.endsAt).toISOString(),
    openedAt: desk.opened && new Date(desk.opened.at).toISOString(),
  }));
  return Promise.all(shown);
}
