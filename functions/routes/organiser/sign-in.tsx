import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { readOrganiserCode } from "../../../domain/organiser/code.ts";
import { type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { RecoveryPage } from "../../../web/organiser/recovery-page.tsx";
import { SignInPage } from "../../../web/organiser/sign-in-page.tsx";
import { jsonAnswer, pageAnswer } from "../../http/answers.tsx";
import { goTo, guarded, toSignIn } from "../../organiser/guard.tsx";
import { countAttempt } from "../../organiser/limit.ts";
import { signedInBy, signInOptions } from "../../organiser/passkeys.ts";
import { beginSession, endSession } from "../../organiser/session.ts";
import { consoleView, localhostOf } from "../../organiser/view.ts";
import { languageOf } from "../../http/request.ts";
import { organiserCodeHash } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { endSessions, useCode } from "../../store/organisers.ts";
import type { App } from "../../http/environment.ts";

/** Signing in by passkey or recovery code, and signing out. */
export function signInRoutes(app: App, services: Services): void {
  const page = (request: Request, problem?: ProblemCode) =>
    pageAnswer(
      <SignInPage
        {...consoleView(services, request)}
        {...localhostOf(request)}
        problem={problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  const recoveryPage = (request: Request, code = "", problem?: ProblemCode) =>
    pageAnswer(
      <RecoveryPage {...consoleView(services, request)} code={code} problem={problem} />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );

  guarded(app, services, ORGANISE.signInPage, (context) => page(context.req.raw));

  guarded(app, services, ORGANISE.signInOptions, async (context) =>
    jsonAnswer(await signInOptions(services, context.req.raw)),
  );

  guarded(app, services, ORGANISE.signIn, async (context, _, { fields }) => {
    const request = context.req.raw;
    const organiser = await signedInBy(services, request, fields.get("answer") ?? "");
    if (organiser === undefined) return page(request, "passkey-refused");
    const cookie = await beginSession(services, request, organiser, "passkey");
    return goTo(organisePath(ORGANISE.home, { lang: languageOf(request) }), cookie);
  });

  guarded(app, services, ORGANISE.recoveryPage, (context) => recoveryPage(context.req.raw));

  guarded(app, services, ORGANISE.recover, async (context, _, { fields }) => {
    const request = context.req.raw;
    const typed = fields.get("code") ?? "";
    const wait = await countAttempt(services, "recovery");
    if (wait !== undefined) {
      const answer = recoveryPage(request, typed, "too-many");
      answer.headers.set("Retry-After", String(wait));
      return answer;
    }
    const code = readOrganiserCode(typed);
    const organiser =
      code && (await useCode(services.db, organiserCodeHash(services.secret, "recovery", code)));
    if (!organiser) return recoveryPage(request, typed, "recovery-refused");
    const cookie = await beginSession(services, request, organiser, "recovery-code");
    return goTo(organisePath(ORGANISE.account, { lang: languageOf(request) }), cookie);
  });

  guarded(app, services, ORGANISE.signOut, async (context, { session }) => {
    const request = context.req.raw;
    return toSignIn(request, await endSession(services, request, session));
  });

  guarded(app, services, ORGANISE.signOutEverywhere, async (context, { organiser, session }) => {
    const request = context.req.raw;
    await endSessions(services.db, organiser.id);
    return toSignIn(request, await endSession(services, request, session));
  });
}
