import { templateColumns } from "../../../domain/draft/import/meaning.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { ArrangePage } from "../../../web/draft/arrange-page.tsx";
import { NewPage } from "../../../web/draft/new-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import { csv } from "../../csv.ts";
import { mayContinue } from "../../draft/continuing.ts";
import { createDraft, type NotMade } from "../../draft/creating.ts";
import { doneAt } from "../../organiser/done.ts";
import { type Actor, guarded } from "../../organiser/guard.tsx";
import { consoleView, ownConsultations, signedInView } from "../../organiser/view.ts";
import { languageOf } from "../../http/request.ts";
import type { Services } from "../../services.ts";
import type { App } from "../../http/environment.ts";

/** Beginning a consultation: for every organiser, who then owns it. */
export function newRoutes(app: App, services: Services): void {
  const page = async (request: Request, actor: Actor, fields: URLSearchParams, refusal?: NotMade) =>
    pageAnswer(
      <NewPage
        {...consoleView(services, request)}
        {...await sourcesOf(services, actor, request)}
        {...signedInView(services, request, actor)}
        entered={{
          title: fields.get("title") ?? "",
          id: fields.get("id") ?? "",
          original: fields.get("original") ?? languageOf(request),
          otherOriginal: fields.get("otherOriginal") ?? "",
          languages: fields.getAll("language"),
          moreLanguages: fields.get("moreLanguages") ?? "",
          way: fields.get("way") ?? "empty",
          text: (fields.get("text") ?? "").replaceAll("\r\n", "\n"),
          from: fields.get("from") ?? "",
          earlier: fields.get("earlier") ?? "",
        }}
        problem={refusal?.problem}
        faults={refusal?.faults}
        imports={refusal?.imports}
      />,
      refusal === undefined ? 200 : PROBLEMS[refusal.problem],
    );

  guarded(app, services, ORGANISE.newPage, (context, actor) =>
    page(context.req.raw, actor, new URL(context.req.url).searchParams),
  );

  guarded(app, services, ORGANISE.create, async (context, actor, sent) => {
    const request = context.req.raw;
    const made = await createDraft(services, actor, sent);
    if ("problem" in made) return page(request, actor, sent.fields, made);
    if ("id" in made) {
      const to = { id: made.id, lang: languageOf(request) };
      return doneAt(services, actor, organisePath(ORGANISE.editPage, to), "draft-created");
    }
    const { arranging, imported } = made;
    return pageAnswer(
      <ArrangePage
        {...consoleView(services, request)}
        {...signedInView(services, request, actor)}
        {...{ arranging, imported }}
        entered={alongOf(sent.fields)}
      />,
      arranging.isWanted && imported.faults.length > 0 ? PROBLEMS["import-invalid"] : 200,
    );
  });

  guarded(app, services, ORGANISE.template, (context) => {
    const { language, draft } = catalogueFor(languageOf(context.req.raw));
    const example: Record<string, string> = draft.importing.templateRow;
    const columns = templateColumns([language]);
    const row = columns.map((column) => example[column.split(".")[0]!]!);
    // With a mark of its order of bytes: without one Excel takes UTF-8 for something else.
    return new Response(`\uFEFF${csv([columns, row])}`, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="recommendations.csv"',
        "Cache-Control": "no-store",
      },
    });
  });
}

/** What of an organiser's own there is to copy, and to continue. */
async function sourcesOf(services: Services, actor: Actor, request: Request) {
  const sources = await ownConsultations(services, actor, consoleView(services, request));
  const can = await Promise.all(
    sources.map(({ id }) => mayContinue(services, actor.organiser.id, id)),
  );
  return { sources, waves: sources.filter((_, place) => can[place]) };
}

/** What was entered about the consultation, as one field each. */
const alongOf = (fields: URLSearchParams): Record<string, string> => ({
  ...Object.fromEntries(
    ["title", "id", "original", "otherOriginal"].map((name) => [name, fields.get(name) ?? ""]),
  ),
  moreLanguages: [...fields.getAll("language"), fields.get("moreLanguages") ?? ""].join(" ").trim(),
});
