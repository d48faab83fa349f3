import type { Context } from "hono";
import { markOf } from "../../../domain/draft/mark.ts";
import { valueOf } from "../../../domain/draft/draft.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { EmblemPage } from "../../../web/draft/emblem-page.tsx";
import { saveChange, workpieceOf } from "../../draft/drafting.ts";
import { rewritten } from "../../emblem/rewrite.ts";
import { MOST_SIDE } from "../../emblem/png.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import type { App, Environment } from "../../http/environment.ts";
import { languageOf } from "../../http/request.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";
import { keepEmblem } from "../../store/emblems.ts";

const FIELD = "emblem.file";

/** The emblem of who asks: a field of the draft, that names bytes which are kept beside it. */
export function emblemRoutes(app: App, services: Services): void {
  const page = async (context: Context<Environment>, actor: TeamActor, refused?: Problem) => {
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    return pageAnswer(
      <EmblemPage
        {...await sectionView(services, context.req.raw, actor)}
        draft={work.draft}
        isDraft={work.stage === "draft"}
        mostSide={MOST_SIDE}
        problem={refused?.problem}
      />,
      refused === undefined ? 200 : PROBLEMS[refused.problem],
    );
  };

  guarded(app, services, ORGANISE.emblemPage, (context, actor) => page(context, actor));

  guarded(app, services, ORGANISE.takeEmblem, async (context, actor, { fields, file }) => {
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const isRemoved = fields.get("do") === "remove";
    const emblem = isRemoved ? { file: "", bytes: new Uint8Array() } : rewritten(file);
    if ("problem" in emblem) return page(context, actor, emblem);
    if (!isRemoved && work.stage === "draft") {
      await keepEmblem(services.db, emblem.file, emblem.bytes);
    }
    const edit = { name: FIELD, seen: markOf(valueOf(work.draft, FIELD)), value: emblem.file };
    const saved = await saveChange(services, actor, { kind: "set", edits: [edit], zone: "UTC" });
    const current = afresh(services, actor);
    if ("problem" in saved) return page(context, current, saved);
    if (saved.conflicts.length > 0) return page(context, current, { problem: "draft-conflict" });
    const to = { id: actor.consultation, lang: languageOf(context.req.raw) };
    const code = isRemoved ? "emblem-removed" : "emblem-taken";
    return doneAt(services, actor, organisePath(ORGANISE.emblemPage, to), code);
  });
}
