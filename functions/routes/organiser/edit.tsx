import { type FieldEdit, readCommand } from "../../../domain/draft/change.ts";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { ConflictPage } from "../../../web/draft/conflict-page.tsx";
import { EditPage } from "../../../web/draft/edit-page.tsx";
import { jsonAnswer, pageAnswer, problemAnswer } from "../../http/answers.tsx";
import { namesOf, saveChange, undoChange, workpieceOf } from "../../draft/drafting.ts";
import { afresh, goTo, guarded } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import { languageOf } from "../../http/request.ts";
import type { Services } from "../../services.ts";
import { listChanges } from "../../store/drafts.ts";
import type { App } from "../../http/environment.ts";

/** Editing a draft: one page with everything, one form that saves what was changed on it. */
export function editRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.editPage, async (context, actor) => {
    const { consultation: id } = actor;
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const made = definitionOf(work.draft);
    const changes = (await listChanges(services.db, id)).map((change) => ({
      revision: change.revision,
      at: change.at,
      who: change.who,
      fields: namesOf(change),
    }));
    return pageAnswer(
      <EditPage
        {...await sectionView(services, context.req.raw, actor)}
        view={{
          id,
          draft: work.draft,
          stage: work.stage,
          languages: actor.languages,
          faults: "faults" in made ? made.faults : [],
          changes,
          now: services.now(),
        }}
      />,
    );
  });

  guarded(app, services, ORGANISE.edit, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const todo = fields.get("do") ?? "save";
    const undo = /^undo ([1-9]\d{0,8})$/.exec(todo)?.[1];
    const to = { id: actor.consultation, lang: languageOf(request) };
    const back = (place = "") => goTo(`${organisePath(ORGANISE.editPage, to)}${place}`);
    if (undo !== undefined) {
      const undone = await undoChange(services, actor, Number(undo));
      return "problem" in undone ? problemAnswer(context, services, undone) : back();
    }
    const saved = await saveChange(services, actor, { kind: "set", edits: editsOf(fields) });
    if ("problem" in saved) return problemAnswer(context, services, saved);
    if (request.headers.get("Accept") === "application/problem+json") {
      const conflicts = saved.conflicts.map(({ name }) => name);
      return jsonAnswer({ revision: saved.revision, conflicts });
    }
    const command = readCommand(todo);
    if (command !== undefined) {
      const done = await saveChange(services, actor, command);
      if ("problem" in done) return problemAnswer(context, services, done);
    }
    if (saved.conflicts.length > 0) {
      const current = afresh(services, actor);
      const work = await workpieceOf(current.section, services.now);
      return pageAnswer(
        <ConflictPage
          {...await sectionView(services, request, current)}
          draft={work!.draft}
          conflicts={saved.conflicts}
        />,
        PROBLEMS["draft-conflict"],
      );
    }
    if (command === undefined) return back();
    return back(
      "key" in command
        ? `#${command.list}-${command.key}`
        : "list" in command
          ? `#list-${command.list}`
          : "",
    );
  });
}

/** Every field of the form with the mark of what was seen in it. */
const editsOf = (fields: URLSearchParams): FieldEdit[] =>
  [...fields].flatMap(([name, value]) => {
    const seen = fields.get(`seen.${name}`);
    return seen === null ? [] : [{ name, seen, value }];
  });
