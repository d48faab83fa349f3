import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { sumOf } from "../../../domain/remark/counts.ts";
import { withQuery } from "../../../web/moderation/queue-page.tsx";
import { ThemesPage } from "../../../web/moderation/themes-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { queuePage, readLook } from "../../moderation/queue.ts";
import { changeThemes, codeReasons, readWishes } from "../../moderation/theming.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded } from "../../organiser/guard.tsx";
import type { Services } from "../../services.ts";
import { listTextCounts } from "../../store/text-counts.ts";
import { getThemes } from "../../store/themes.ts";
import { recommendationsOf, viewOf } from "./moderation.tsx";
import { onPublished, type PublishedSection } from "./section.tsx";

/** The themes of a consultation's reasons, and which accepted reason belongs to which. */
export function themesRoutes(app: App, services: Services): void {
  const { db } = services;

  const shown = async (
    { definition, actor, page }: PublishedSection,
    fields: URLSearchParams,
    problem?: ProblemCode,
  ) => {
    const { id, languages } = definition;
    const [{ themes, revision }, counts] = await Promise.all([
      getThemes(db, id),
      listTextCounts(db, id),
    ]);
    const recommendations = recommendationsOf(definition, page);
    const code = recommendations.find((one) => one.code === fields.get("code"))?.code;
    const look = { ...readLook(fields), standing: "accepted" as const, code: code ?? "-" };
    const { texts, next } =
      code === undefined
        ? { texts: [], next: undefined }
        : await queuePage(services, id, look, counts, actor.organiser.id);
    return pageAnswer(
      <ThemesPage
        {...page}
        {...{ languages, themes, revision, code, recommendations, next, problem }}
        entered={problem === "themes-invalid" ? Object.fromEntries(fields) : {}}
        accepted={
          new Map(
            recommendations.map((one) => [
              one.code,
              sumOf(
                counts.filter((of) => of.code === one.code),
                "accepted",
              ),
            ]),
          )
        }
        // What one moderator chose is read again where another has coded meanwhile.
        texts={texts.map((one) => ({ ...viewOf(one), said: [] }))}
        query={code === undefined ? {} : { code }}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  };

  guarded(app, services, ORGANISE.themes, (context, actor) =>
    onPublished(services, context, actor, (input) =>
      shown(input, new URL(context.req.url).searchParams),
    ),
  );

  guarded(app, services, ORGANISE.changeThemes, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const problem = await changeThemes(services, actor, definition, fields);
      const to = organisePath(ORGANISE.themes, { id: definition.id, lang: language });
      if (problem === undefined) return doneAt(services, actor, to, "themes-changed");
      return onPublished(services, context, afresh(services, actor), (now) =>
        shown(now, fields, problem.problem),
      );
    }),
  );

  guarded(app, services, ORGANISE.codeReasons, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const code = fields.get("code") ?? "";
      const to = withQuery(
        organisePath(ORGANISE.themes, { id: definition.id, lang: language }),
        code === "" ? {} : { code },
      );
      const wishes = readWishes(fields);
      if (wishes.length === 0) return goTo(to);
      const problem = await codeReasons(services, actor, wishes);
      if (problem === undefined) return doneAt(services, actor, to, "reasons-coded");
      return onPublished(services, context, afresh(services, actor), (now) =>
        shown(now, fields, problem.problem),
      );
    }),
  );
}
