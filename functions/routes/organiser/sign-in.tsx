import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { readOrganiserCode } from "../../../domain/organiser/code.ts";
import { type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { RecoveryPage } from "../../../web/organiser/recovery-page.tsx";
import type { WayBack } from "../../../web/organiser/carried.tsx";
import { SignInPage } from "../../../web/organiser/sign-in-page.tsx";
import { jsonAnswer, pageAnswer, waiting } from "../../http/answers.tsx";
import { told } from "../../http/told.ts";
import { goTo, guarded, toSignIn } from "../../organiser/guard.tsx";
import { signedInBy, signInOptions } from "../../organiser/passkeys.ts";
import { sendOnPage, wayBackIn } from "../../organiser/carrying.tsx";
import { endSession, newSession, type Session } from "../../organiser/session.ts";
import { consoleView, localhostOf } from "../../organiser/view.ts";
import { languageOf } from "../../http/request.ts";
import { organiserCodeHash } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { endSessions, type Organiser, useCode } from "../../store/organisers.ts";
import type { App } from "../../http/environment.ts";

/** Signing in by passkey or recovery code, and signing out. */
export function signInRoutes(app: App, services: Services): void {
  const page = (request: Request, way: WayBack, problem?: ProblemCode) =>
    pageAnswer(
      <SignInPage
        {...consoleView(services, request)}
        {...localhostOf(request)}
        {...way}
        problem={problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  const recoveryPage = (request: Request, way: WayBack, code = "", problem?: ProblemCode) =>
    pageAnswer(
      <RecoveryPage {...consoleView(services, request)} {...way} code={code} problem={problem} />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  /** Where somebody was before, or to the form that was kept for them. */
  const letIn = async (
    request: Request,
    organiser: Organiser,
    by: Session["by"],
    { to, carried }: WayBack,
  ) => {
    const { cookie, session } = await newSession(services, request, organiser, by);
    const first = by === "passkey" ? ORGANISE.home : ORGANISE.account;
    if (carried === undefined) {
      return goTo(to ?? organisePath(first, { lang: languageOf(request) }), cookie);
    }
    const answer = sendOnPage(services, request, { organiser, session }, carried);
    answer.headers.set("Set-Cookie", cookie);
    return answer;
  };

  guarded(app, services, ORGANISE.signInPage, (context) =>
    page(context.req.raw, wayBackIn(new URL(context.req.url).searchParams)),
  );

  guarded(app, services, ORGANISE.signInOptions, async (context) =>
    jsonAnswer(await signInOptions(services, context.req.raw)),
  );

  guarded(app, services, ORGANISE.signIn, async (context, _, { fields }) => {
    const request = context.req.raw;
    const organiser = await signedInBy(services, request, fields.get("answer") ?? "");
    const way = wayBackIn(fields);
    if ("problem" in organiser) {
      const refusal = await told(context, organiser);
      return waiting(page(request, way, refusal.problem), refusal);
    }
    return letIn(request, organiser, "passkey", way);
  });

  guarded(app, services, ORGANISE.recoveryPage, (context) =>
    recoveryPage(context.req.raw, wayBackIn(new URL(context.req.url).searchParams)),
  );

  guarded(app, services, ORGANISE.recover, async (context, _, { fields }) => {
    const request = context.req.raw;
    const typed = fields.get("code") ?? "";
    const way = wayBackIn(fields);
    const code = readOrganiserCode(typed);
    const organiser =
      code && (await useCode(services.db, organiserCodeHash(services.secret, "recovery", code)));
    if (!organiser) {
      const refusal = await told(context, { problem: "recovery-refused" });
      return waiting(recoveryPage(request, way, typed, refusal.problem), refusal);
    }
    return letIn(request, organiser, "recovery-code", way);
  });

  guarded(app, services, ORGANISE.signOut, async (context, { session }) => {
    const request = context.req.raw;
    return toSignIn(request, { cookie: await endSession(services, request, session) });
  });

  guarded(app, services, ORGANISE.signOutEverywhere, async (context, { organiser, session }) => {
    const request = context.req.raw;
    await endSessions(services.db, organiser.id);
    return toSignIn(request, { cookie: await endSession(services, request, session) });
  });
}
