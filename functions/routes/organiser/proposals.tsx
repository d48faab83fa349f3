import type { Context } from "hono";
import type { DoneCode } from "../../../domain/organiser/done.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { readAct, type TwoPersonAct } from "../../../domain/organiser/proposal.ts";
import type { Problem } from "../../../domain/problem.ts";
import { problemAnswer } from "../../http/answers.tsx";
import { askExport } from "../../export/ask.ts";
import { takeStep } from "../../consultation/stepping.ts";
import { doneAt } from "../../organiser/done.ts";
import { guarded, type TeamActor } from "../../organiser/guard.tsx";
import { confirmable, withdraw } from "../../organiser/proposals.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { languageOf } from "../../http/request.ts";
import type { Services } from "../../services.ts";
import type { App, Environment } from "../../http/environment.ts";
import { exportPage } from "./export.tsx";
import { lifePage } from "./life.tsx";

/** Confirming what another organiser has proposed, and taking a proposal back. */
export function proposalRoutes(app: App, services: Services, releases: PublishedReleases): void {
  const confirm = async (
    actor: TeamActor,
    act: TwoPersonAct,
    seen: string | null,
  ): Promise<Problem | undefined> => {
    const confirmed = await confirmable(services, actor, act, seen);
    if ("problem" in confirmed) return confirmed;
    return act === "close"
      ? takeStep(services, actor, "close", {}, confirmed)
      : askExport(services, releases, actor, { confirmed });
  };
  /** Back to the page that the act belongs to, with what was refused. */
  const answer = async (
    context: Context<Environment>,
    actor: TeamActor,
    act: TwoPersonAct,
    code: DoneCode,
    problem: Problem | undefined,
  ) => {
    const request = context.req.raw;
    const to = { id: actor.consultation, lang: languageOf(request) };
    if (problem === undefined) {
      const page = act === "close" ? ORGANISE.lifePage : ORGANISE.exportPage;
      return doneAt(services, actor, organisePath(page, to), code);
    }
    return act === "close"
      ? lifePage(services, context, actor, { step: "close", problem, entered: {} })
      : exportPage(services, releases, request, actor, problem);
  };

  guarded(app, services, ORGANISE.confirmProposal, async (context, actor, { fields }) => {
    const act = readAct(fields.get("act"));
    if (act === undefined) return problemAnswer(context, services, { problem: "proposal-unknown" });
    const problem: Problem | undefined =
      fields.get("confirmed") === "yes"
        ? await confirm(actor, act, fields.get("proposal"))
        : { problem: "step-unconfirmed" };
    return answer(context, actor, act, act === "close" ? "life-close" : "export-asked", problem);
  });

  guarded(app, services, ORGANISE.withdrawProposal, async (context, actor, { fields }) => {
    const act = readAct(fields.get("act"));
    if (act === undefined) return problemAnswer(context, services, { problem: "proposal-unknown" });
    const problem = await withdraw(services, actor, act, fields.get("proposal"));
    return answer(context, actor, act, "proposal-withdrawn", problem);
  });
}
