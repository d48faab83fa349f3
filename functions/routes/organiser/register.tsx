import type { Context } from "hono";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type Problem, type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { CodesPage } from "../../../web/organiser/codes-page.tsx";
import { RegisterPage } from "../../../web/organiser/register-page.tsx";
import { jsonAnswer, pageAnswer, problemAnswer, waiting } from "../../http/answers.tsx";
import { told } from "../../http/told.ts";
import { doneAt } from "../../organiser/done.ts";
import { guarded } from "../../organiser/guard.tsx";
import { signedInBy } from "../../organiser/passkeys.ts";
import {
  firstPasskeyOptions,
  joinAsKnown,
  register,
  setUpAsKnown,
} from "../../organiser/register.ts";
import { newSession } from "../../organiser/session.ts";
import { consoleView, localhostOf } from "../../organiser/view.ts";
import { languageOf } from "../../http/request.ts";
import type { Services } from "../../services.ts";
import type { App, Environment } from "../../http/environment.ts";

const WAYS = {
  setup: {
    kind: "setup",
    page: ORGANISE.setupPage,
    options: ORGANISE.setupOptions,
    action: ORGANISE.setUp,
    known: ORGANISE.setUpAsKnown,
    useAsKnown: setUpAsKnown,
  },
  join: {
    kind: "role",
    page: ORGANISE.joinPage,
    options: ORGANISE.joinOptions,
    action: ORGANISE.join,
    known: ORGANISE.joinAsKnown,
    useAsKnown: joinAsKnown,
  },
} as const;

/** Becoming an organiser: the first by the setup link, others by invitation. */
export function registerRoutes(app: App, services: Services): void {
  const page = (
    by: keyof typeof WAYS,
    request: Request,
    entered = { code: "", name: "" },
    problem?: ProblemCode,
  ) =>
    pageAnswer(
      <RegisterPage
        {...consoleView(services, request)}
        {...localhostOf(request)}
        {...{ by, entered, problem }}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  /** The same with what was refused. */
  const refused = async (
    by: keyof typeof WAYS,
    context: Context<Environment>,
    entered: { code: string; name: string },
    refusal: Problem,
  ) => {
    const problem = await told(context, refusal);
    return waiting(page(by, context.req.raw, entered, problem.problem), problem);
  };
  const enteredIn = (fields: URLSearchParams) => ({
    code: fields.get("code") ?? "",
    name: fields.get("name") ?? "",
  });

  for (const by of ["setup", "join"] as const) {
    const { kind, page: get, options, action, known, useAsKnown } = WAYS[by];
    guarded(app, services, get, (context) => page(by, context.req.raw));

    guarded(app, services, options, async (context, _, { json }) => {
      const entered = typeof json === "object" && json !== null ? json : {};
      const { code, name } = entered as { code?: unknown; name?: unknown };
      const asked = await firstPasskeyOptions(services, context.req.raw, kind, { code, name });
      return "problem" in asked
        ? problemAnswer(context, services, await told(context, asked))
        : jsonAnswer(asked);
    });

    guarded(app, services, action, async (context, _, { fields }) => {
      const request = context.req.raw;
      const entered = enteredIn(fields);
      const answer = fields.get("answer") ?? "";
      const made = await register(services, request, kind, entered, answer);
      if ("problem" in made) return refused(by, context, entered, made);
      const { organiser, codes } = made;
      const { cookie, session } = await newSession(services, request, organiser, "passkey");
      const signedIn = { name: organiser.name, formToken: session.formToken };
      const answered = pageAnswer(
        <CodesPage {...consoleView(services, request)} {...{ signedIn, codes }} />,
      );
      answered.headers.set("Set-Cookie", cookie);
      return answered;
    });

    guarded(app, services, known, async (context, _, { fields }) => {
      const request = context.req.raw;
      const entered = enteredIn(fields);
      const organiser = await signedInBy(services, request, fields.get("answer") ?? "");
      if ("problem" in organiser) return refused(by, context, entered, organiser);
      const refusal = await useAsKnown(services, entered.code, organiser);
      if (refusal !== undefined) return refused(by, context, entered, refusal);
      const { cookie, session } = await newSession(services, request, organiser, "passkey");
      const home = organisePath(ORGANISE.home, { lang: languageOf(request) });
      return doneAt(services, { session }, home, "joined", cookie);
    });
  }
}
