import type { Context } from "hono";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { HookRemovalPage } from "../../../web/hook/hook-removal-page.tsx";
import { HookSecretPage } from "../../../web/hook/hook-secret-page.tsx";
import { HooksPage } from "../../../web/hook/hooks-page.tsx";
import { addHook, removeHook, tryHook } from "../../hook/changing.ts";
import { pageAnswer } from "../../http/answers.tsx";
import type { App, Environment } from "../../http/environment.ts";
import { languageOf } from "../../http/request.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { hookSecret } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { isLive, listHooks } from "../../store/hooks.ts";
import { onPublished } from "./section.tsx";

/** The webhooks of a consultation: seen, added, removed and tried. Nothing is called from here. */
export function hookRoutes(app: App, services: Services): void {
  const hooksOf = async ({ consultation }: TeamActor) =>
    (await listHooks(services.db, consultation)).filter(isLive).map(({ hook }) => hook);

  const shown = (
    context: Context<Environment>,
    actor: TeamActor,
    refused?: { problem: Problem; typed: string },
  ) =>
    onPublished(services, context, actor, async ({ page }) =>
      pageAnswer(
        <HooksPage {...page} hooks={await hooksOf(actor)} refused={refused} />,
        refused === undefined ? 200 : PROBLEMS[refused.problem.problem],
      ),
    );
  const refuse = (context: Context<Environment>, actor: TeamActor, problem: Problem, typed = "") =>
    shown(context, afresh(services, actor), { problem, typed });

  const back = (context: Context<Environment>, actor: TeamActor) =>
    organisePath(ORGANISE.hooks, { id: actor.consultation, lang: languageOf(context.req.raw) });

  guarded(app, services, ORGANISE.hooks, (context, actor) => shown(context, actor));

  guarded(app, services, ORGANISE.addHook, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ page, definition }) => {
      const typed = fields.get("address") ?? "";
      const made = await addHook(services, actor, typed);
      if ("problem" in made) return refuse(context, actor, made, typed);
      const { id, address } = made.hook;
      const secret = hookSecret(services.secret, definition.id, id);
      return pageAnswer(<HookSecretPage {...page} address={address} secret={secret} />);
    }),
  );

  guarded(app, services, ORGANISE.removeHookPage, (context, actor) =>
    onPublished(services, context, actor, async ({ page }) => {
      const hook = (await hooksOf(actor)).find(({ id }) => id === context.req.query("hook"));
      return hook === undefined
        ? goTo(back(context, actor))
        : pageAnswer(<HookRemovalPage {...page} hook={hook} />);
    }),
  );

  guarded(app, services, ORGANISE.removeHook, async (context, actor, { fields }) => {
    const problem = await removeHook(services, actor, fields.get("hook") ?? "");
    if (problem !== undefined) return refuse(context, actor, problem);
    return doneAt(services, actor, back(context, actor), "hook-removed");
  });

  guarded(app, services, ORGANISE.tryHook, async (context, actor, { fields }) => {
    const problem = await tryHook(services, actor, fields.get("hook") ?? "");
    if (problem !== undefined) return refuse(context, actor, problem);
    return doneAt(services, actor, back(context, actor), "hook-tried");
  });
}
