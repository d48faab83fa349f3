import { MOST_RECOMMENDATIONS } from "../../../domain/consultation/definition.ts";
import { languagesOf } from "../../../domain/draft/draft.ts";
import type { Imported } from "../../../domain/draft/import/imported.ts";
import { mergeOf } from "../../../domain/draft/import/merge.ts";
import { wholeFault } from "../../../domain/draft/import/fault.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { ImportPage } from "../../../web/draft/import-page.tsx";
import { MergePage } from "../../../web/draft/merge-page.tsx";
import { saveChange, workpieceOf } from "../../draft/drafting.ts";
import { arrangedOf } from "../../draft/import/arranging.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { languageOf } from "../../http/request.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, guarded } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";

/** Importing into a draft that there is: what changes is shown before it is done, as one change. */
export function importRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.importPage, async (context, actor) => {
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const page = await sectionView(services, context.req.raw, actor);
    return pageAnswer(<ImportPage {...page} isDraft={work.stage === "draft"} />);
  });

  guarded(app, services, ORGANISE.import, async (context, actor, sent) => {
    const request = context.req.raw;
    const { fields } = sent;
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    if (work.stage !== "draft") {
      return problemAnswer(context, services, { problem: "step-refused" });
    }
    const arranged = arrangedOf(sent, languagesOf(work.draft));
    if (!("arranging" in arranged)) {
      const { faults } = "faults" in arranged ? arranged : wholeFault("json-whole");
      return pageAnswer(
        <ImportPage
          {...await sectionView(services, request, actor)}
          isDraft
          way={fields.get("way") ?? "file"}
          entered={(fields.get("text") ?? "").replaceAll("\r\n", "\n")}
          imports={faults}
        />,
        PROBLEMS["import-invalid"],
      );
    }
    const isRemoving = fields.get("remove") === "yes";
    const merge = mergeOf(work.draft, arranged.imported, isRemoving);
    const imported = withinLimit(arranged.imported, merge.count);
    const shown = Number(fields.get("revision") ?? NaN);
    const isDone = fields.get("do") === "make" && arranged.isReady && imported.faults.length === 0;
    if (isDone && shown === work.revision) {
      const change = { kind: "import" as const, fields: merge.fields };
      const saved = await saveChange(services, actor, change, shown);
      if (!("problem" in saved)) {
        const to = { id: actor.consultation, lang: languageOf(request) };
        return doneAt(services, actor, organisePath(ORGANISE.editPage, to), "draft-imported");
      }
      if (saved.problem !== "draft-conflict") return problemAnswer(context, services, saved);
    }
    const current = isDone ? afresh(services, actor) : actor;
    const now = isDone ? ((await workpieceOf(current.section, services.now)) ?? work) : work;
    return pageAnswer(
      <MergePage
        {...await sectionView(services, request, current)}
        arranging={arranged.arranging}
        imported={imported}
        merge={mergeOf(now.draft, imported, isRemoving)}
        draft={now.draft}
        revision={now.revision}
        isRemoving={isRemoving}
        isMoved={isDone}
      />,
      isDone
        ? PROBLEMS["draft-conflict"]
        : imported.faults.length > 0
          ? PROBLEMS["import-invalid"]
          : 200,
    );
  });
}

/** An import after which a draft would have too many recommendations is refused as one that brings them. */
const withinLimit = (imported: Imported, count: number): Imported =>
  imported.faults.length > 0 || count <= MOST_RECOMMENDATIONS
    ? imported
    : { ...imported, ...wholeFault("too-many", { count, most: MOST_RECOMMENDATIONS }) };
