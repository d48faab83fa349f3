import type { Context } from "hono";
import { readCommand } from "../../../domain/draft/command.ts";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import type { DoneCode } from "../../../domain/organiser/done.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { ConflictPage } from "../../../web/draft/conflict-page.tsx";
import type { EditView } from "../../../web/draft/editing.ts";
import { EditPage } from "../../../web/draft/edit-page.tsx";
import { languageMeant } from "../../../web/language/known.ts";
import { namesOf, type Saved, saveChange, workpieceOf } from "../../draft/drafting.ts";
import { commandIn, editsOf, restOf, restoredIn, savedAnswer, zoneIn } from "../../draft/form.ts";
import { redoChange, undoChange } from "../../draft/undoing.ts";
import { jsonAnswer, pageAnswer, pageText, problemAnswer } from "../../http/answers.tsx";
import type { App, Environment } from "../../http/environment.ts";
import { languageOf } from "../../http/request.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";
import { listHistory } from "../../store/draft-changes.ts";

/** Editing a draft: one page with everything, one form that saves what was changed on it. */
export function editRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.editPage, async (context, actor) => {
    const find = context.req.query("find");
    const page = await editPage(services, context, actor, { find });
    return page === undefined
      ? problemAnswer(context, services, { problem: "page-unknown" })
      : pageAnswer(page);
  });

  guarded(app, services, ORGANISE.edit, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const to = { id: actor.consultation, lang: languageOf(request) };
    const back = (code: DoneCode, place = "") =>
      doneAt(services, actor, `${organisePath(ORGANISE.editPage, to)}${place}`, code);
    const [, way, revision] = /^(undo|redo) ([1-9]\d{0,8})$/.exec(fields.get("do") ?? "") ?? [];
    if (way !== undefined) {
      const take = way === "undo" ? undoChange : redoChange;
      const problem = await take(services, actor, Number(revision));
      return problem === undefined
        ? back(way === "undo" ? "draft-undone" : "draft-redone")
        : problemAnswer(context, services, problem);
    }
    for (const command of restoredIn(fields)) {
      const done = await saveChange(services, actor, command);
      if ("problem" in done) return problemAnswer(context, services, done);
    }
    const edits = editsOf(fields);
    const zone = zoneIn(fields);
    const saved = await saveChange(services, actor, { kind: "set", edits, zone });
    if ("problem" in saved) return problemAnswer(context, services, saved);
    if (request.headers.get("Accept") === "application/problem+json") {
      const page = await editPage(services, context, afresh(services, actor));
      return jsonAnswer(savedAnswer(saved, edits, zone, page && pageText(page)));
    }
    const typed = fields.get("newLanguage") ?? "";
    const language = languageMeant(typed);
    let added: Saved["added"];
    const commands = [
      language === undefined ? undefined : readCommand(`language add ${language}`),
      commandIn(fields),
    ].filter((command) => command !== undefined);
    for (const command of commands) {
      const done = await saveChange(services, actor, command);
      if ("problem" in done) return problemAnswer(context, services, done);
      added = done.added;
    }
    const current = afresh(services, actor);
    if (saved.conflicts.length > 0) {
      const work = await workpieceOf(current.section, services.now);
      return pageAnswer(
        <ConflictPage
          {...await sectionView(services, request, current)}
          draft={work!.draft}
          conflicts={saved.conflicts}
          rest={restOf(edits, saved.conflicts)}
        />,
        PROBLEMS["draft-conflict"],
      );
    }
    if (typed.trim() !== "" && language === undefined) {
      const page = await editPage(services, context, current, { noLanguage: typed });
      return pageAnswer(page!, PROBLEMS["draft-invalid"]);
    }
    return back("draft-saved", placeAfter(fields, commands.at(-1), added));
  });
}

/** Where on the page somebody was, or what they are led to. */
function placeAfter(
  fields: URLSearchParams,
  command: ReturnType<typeof readCommand>,
  added: string | undefined,
): string {
  const [todo = "", at = ""] = (fields.get("do") ?? "").split(" ");
  if (todo === "find") {
    return `&${new URLSearchParams({ find: fields.get("find") ?? "" }).toString()}#find`;
  }
  if (todo === "save" && /^[a-z0-9-]{1,40}$/.test(at)) return `#${at}`;
  if (command === undefined || command.kind === "confirm") return "";
  if (command.kind === "language") return "#languages";
  const list = command.kind === "ready" ? "about" : command.list;
  const key = added ?? ("key" in command && command.kind !== "remove" ? command.key : undefined);
  return key === undefined ? `#list-${list}` : `#${list}-${key}`;
}

/** The page with everything as it is stored; `undefined` where nothing is. */
async function editPage(
  services: Services,
  context: Context<Environment>,
  actor: TeamActor,
  more: Pick<EditView, "find" | "noLanguage"> = {},
) {
  const { consultation: id } = actor;
  const work = await workpieceOf(actor.section, services.now);
  if (work === undefined) return undefined;
  const made = definitionOf(work.draft);
  const { changes, undone } = await listHistory(services.db, id);
  const view: EditView = {
    ...more,
    id,
    draft: work.draft,
    stage: work.stage,
    languages: actor.languages,
    faults: "faults" in made ? made.faults : [],
    changes: changes.map((change) => ({
      revision: change.revision,
      at: change.at,
      who: change.who,
      fields: namesOf(change),
    })),
    redo: undone.some(({ at }) => at === work.revision) ? work.revision : undefined,
    now: services.now(),
  };
  return <EditPage {...await sectionView(services, context.req.raw, actor)} view={view} />;
}
