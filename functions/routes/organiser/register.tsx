import type { Context } from "hono";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { CodesPage } from "../../../web/organiser/codes-page.tsx";
import { RegisterPage } from "../../../web/organiser/register-page.tsx";
import { jsonAnswer, pageAnswer, problemAnswer } from "../../http/answers.tsx";
import { doneAt } from "../../organiser/done.ts";
import { guarded } from "../../organiser/guard.tsx";
import { countAttempt } from "../../organiser/limit.ts";
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
import type { App } from "../../http/environment.ts";

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
    wait?: number,
  ) => {
    const answer = pageAnswer(
      <RegisterPage
        {...consoleView(services, request)}
        {...localhostOf(request)}
        {...{ by, entered, problem }}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
    if (wait !== undefined) answer.headers.set("Retry-After", String(wait));
    return answer;
  };
  const enteredIn = (fields: URLSearchParams) => ({
    code: fields.get("code") ?? "",
    name: fields.get("name") ?? "",
  });

  for (const by of ["setup", "join"] as const) {
    const { kind, page: get, options, action, known, useAsKnown } = WAYS[by];
    guarded(app, services, get, (context) => page(by, context.req.raw));

    guarded(app, services, options, async (context, _, { json }) => {
      const wait = await countAttempt(services, "link");
      if (wait !== undefined) return tooMany(context, services, wait);
      const entered = typeof json === "object" && json !== null ? json : {};
      const { code, name } = entered as { code?: unknown; name?: unknown };
      const asked = await firstPasskeyOptions(services, context.req.raw, kind, { code, name });
      return "problem" in asked ? problemAnswer(context, services, asked) : jsonAnswer(asked);
    });

    guarded(app, services, action, async (context, _, { fields }) => {
      const request = context.req.raw;
      const entered = enteredIn(fields);
      const wait = await countAttempt(services, "link");
      if (wait !== undefined) return page(by, request, entered, "too-many", wait);
      const answer = fields.get("answer") ?? "";
      const made = await register(services, request, kind, entered, answer);
      if ("problem" in made) return page(by, request, entered, made.problem);
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
      const wait = await countAttempt(services, "link");
      if (wait !== undefined) return page(by, request, entered, "too-many", wait);
      const organiser = await signedInBy(services, request, fields.get("answer") ?? "");
      if ("problem" in organiser) return page(by, request, entered, organiser.problem);
      const refusal = await useAsKnown(services, entered.code, organiser);
      if (refusal !== undefined) return page(by, request, entered, refusal.problem);
      const { cookie, session } = await newSession(services, request, organiser, "passkey");
      const home = organisePath(ORGANISE.home, { lang: languageOf(request) });
      return doneAt(services, { session }, home, "joined", cookie);
    });
  }
}

const tooMany = (context: Context, services: Services, wait: number): Response =>
  problemAnswer(context, services, { problem: "too-many" }, { "Retry-After": String(wait) });
