import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { may } from "../../../domain/organiser/role.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { TakeOverPage } from "../../../web/moderation/take-over-page.tsx";
import type { Reader } from "../../../web/language/reader.ts";
import { pageAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { takeOver } from "../../moderation/take-over.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { isReadable, openSection } from "../../organiser/section.ts";
import { ownTeams, titleOf } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";
import { listAccepted } from "../../store/texts.ts";
import { onPublished, type PublishedSection } from "./section.tsx";

/** Accepted suggestions, and the way of one into a draft of a next consultation. */
export function suggestionRoutes(app: App, services: Services): void {
  const shown = async ({ definition, actor, page }: PublishedSection, problem?: Problem) => {
    const [suggestions, drafts] = await Promise.all([
      listAccepted(services.db, definition.id, ""),
      draftsToEdit(services, actor, page),
    ]);
    return pageAnswer(
      <TakeOverPage
        {...page}
        {...{ drafts }}
        suggestions={suggestions.filter(({ text }) => text !== "")}
        problem={problem?.problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem.problem],
    );
  };

  guarded(app, services, ORGANISE.suggestions, (context, actor) =>
    onPublished(services, context, actor, (input) => shown(input)),
  );

  guarded(app, services, ORGANISE.takeSuggestion, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const [text, draft] = [fields.get("text") ?? "", fields.get("draft") ?? ""];
      const taken = await takeOver(services, actor, definition, text, draft);
      if ("problem" in taken) {
        return onPublished(services, context, afresh(services, actor), (now) => shown(now, taken));
      }
      const to = organisePath(ORGANISE.editPage, { id: taken.id, lang: language });
      return doneAt(services, actor, to, "suggestion-taken");
    }),
  );
}

/** The drafts that nobody has published and that an organiser may edit, with what each is called. */
async function draftsToEdit(services: Services, actor: TeamActor, reader: Reader) {
  // The one whose suggestions these are is published.
  const teams = (await ownTeams(services, actor)).filter(
    ({ role, team }) => may(role, "edit") && team.consultation !== actor.consultation,
  );
  const drafts = await Promise.all(
    teams.map(async ({ team }) => {
      const section = openSection(services, team.consultation, team);
      const isDraft =
        (await isReadable(section)) &&
        (await section.published()) === undefined &&
        (await section.draft()) !== undefined;
      return isDraft ? [{ id: section.id, title: await titleOf(section, reader) }] : [];
    }),
  );
  return drafts.flat();
}
