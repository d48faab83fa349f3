import { DESK, DESK_LEAVE, DESK_OPEN, pathOf } from "../../domain/paths.ts";
import { PROBLEMS } from "../../domain/problem.ts";
import { READ_ONLY } from "../../domain/read-only.ts";
import { DeskAnswerPage, DeskPage } from "../../web/desk/desk-page.tsx";
import { type AtDesk, atDesk, beforeDesk, openPage } from "../desk/guard.tsx";
import { leaveDesk, nameOf, openDesk } from "../desk/links.ts";
import { DESK_COOKIE } from "../desk/session.ts";
import { pageAnswer, pageProps, problemAnswer, waiting } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { languageOf } from "../http/request.ts";
import { told } from "../http/told.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import { goTo } from "../organiser/guard.tsx";
import { type Hand, recordAnswer } from "../response/record-response.ts";
import { sentIn } from "../response/typed.ts";
import { type Asked, answeringView, answersView } from "../response/view.ts";
import type { Services } from "../services.ts";

/** Where an addressee answers the recommendations that are addressed to it, and no others. */
export function deskRoutes(app: App, services: Services, releases: PublishedReleases): void {
  beforeDesk(app, services, { method: "GET", path: DESK_OPEN }, (context) =>
    openPage(services, context.req.raw, { left: context.req.query("left") === "yes" }),
  );

  beforeDesk(app, services, { method: "POST", path: DESK_OPEN }, async (context, _, fields) => {
    const request = context.req.raw;
    const code = fields.get("code") ?? "";
    const opened = await openDesk(services, code);
    if ("problem" in opened) {
      const refusal = await told(context, opened);
      return waiting(openPage(services, request, { problem: refusal.problem, code }), refusal);
    }
    const lang = languageOf(request);
    return goTo(pathOf(DESK, { lang }), DESK_COOKIE.set(request, opened.token));
  });

  atDesk(app, services, { method: "GET", path: DESK }, async (context, desk) => {
    const recommendation = context.req.query("recommendation");
    const request = context.req.raw;
    if (recommendation !== undefined) {
      const corrects = context.req.query("corrects") ?? "";
      const answer = await answerPage(request, desk, { recommendation, corrects });
      return answer ?? problemAnswer(context, services, { problem: "page-unknown" });
    }
    const { definition } = desk.published;
    const view = await answersView(services, releases, definition);
    const number = context.req.query("recorded");
    const recorded = view.entries.find(
      (entry) =>
        String(entry.number) === number &&
        entry.kind === "answer" &&
        entry.by === "addressee" &&
        entry.addressee === desk.session.addressee,
    );
    return pageAnswer(
      <DeskPage {...propsOf(request, desk)} {...view} recorded={recorded?.number} />,
    );
  });

  atDesk(app, services, { method: "POST", path: DESK }, async (context, desk, fields) => {
    const { published } = desk;
    const request = context.req.raw;
    const sent = sentIn(fields, published.definition.languages);
    const { consultation, addressee } = desk.session;
    const refused = (await context.get("readOnly")()) && READ_ONLY;
    const recorded =
      refused ??
      context.get("bounds").count("desk", `${consultation} ${addressee}`, consultation) ??
      (await recordAnswer(services, published, handOf(desk), sent));
    if ("problem" in recorded) {
      const { recommendation, corrects, typed } = sent;
      const refused = { typed, problem: recorded };
      const answer = await answerPage(request, desk, { recommendation, corrects, refused });
      return answer === undefined
        ? problemAnswer(context, services, { problem: "page-unknown" })
        : waiting(answer, recorded);
    }
    const { language } = propsOf(request, desk);
    return goTo(`${pathOf(DESK, { lang: language })}&recorded=${recorded.number}`);
  });

  atDesk(app, services, { method: "POST", path: DESK_LEAVE }, async (context, { session }) => {
    const request = context.req.raw;
    await leaveDesk(services, session);
    const lang = languageOf(request);
    return goTo(`${pathOf(DESK_OPEN, { lang })}&left=yes`, DESK_COOKIE.clear(request));
  });

  const propsOf = (request: Request, { session, published: { definition } }: AtDesk) => ({
    ...pageProps(services, request, definition.languages),
    definition,
    addressee: session.addressee,
    formToken: session.formToken,
  });

  const handOf = ({ session: { addressee }, published: { definition } }: AtDesk): Hand => ({
    by: "addressee",
    addressee,
    name: nameOf(definition, addressee) ?? addressee,
  });

  /** The form for one recommendation; `undefined` where it is not this addressee's, or none. */
  async function answerPage(request: Request, desk: AtDesk, asked: Asked) {
    const { definition } = desk.published;
    const props = propsOf(request, desk);
    const view = await answersView(services, releases, definition);
    const answering = answeringView(view, definition, handOf(desk), asked, props.language);
    if (answering === undefined) return undefined;
    const problem = asked.refused?.problem.problem;
    return pageAnswer(
      <DeskAnswerPage {...props} answering={answering} />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  }
}
