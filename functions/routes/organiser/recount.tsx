import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { HOWS, RecountPage, type RecountView } from "../../../web/participation/recount-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { askRecount } from "../../jobs/asking.ts";
import { PARTS } from "../../jobs/follow.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded, type TeamActor } from "../../organiser/guard.tsx";
import type { Services } from "../../services.ts";
import { lastRecount } from "../../store/counting.ts";
import { getWish, type RecountWish } from "../../store/recounts.ts";
import { onPublished, type PublishedSection } from "./section.tsx";

/** While a recount is under way, the page looks again after so many seconds, also without a script. */
const LOOK_AGAIN = 10;

/** Asking for a recount, with or without rebuilding, and how far it has come. A job does it. */
export function recountRoutes(app: App, services: Services): void {
  const { db } = services;
  const here = ({ definition, language }: PublishedSection) =>
    organisePath(ORGANISE.recountPage, { id: definition.id, lang: language });

  const shown = async (input: PublishedSection, problem?: ProblemCode): Promise<Response> => {
    const { id } = input.definition;
    const [wish, last] = await Promise.all([getWish(db, id), lastRecount(db, id)]);
    const view = wish && viewOf(wish.wish);
    const answer = pageAnswer(
      <RecountPage
        {...input.page}
        {...{ view, problem }}
        last={last && { at: last.at, agreed: last.differences === 0 }}
        purged={input.life.purge !== undefined}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
    // Not after a form, which would be sent again.
    if (problem === undefined && view !== undefined && view.state !== "done") {
      answer.headers.set("Refresh", `${LOOK_AGAIN}; url=${here(input)}`);
    }
    return answer;
  };

  guarded(app, services, ORGANISE.recountPage, (context, actor) =>
    onPublished(services, context, actor, (input) => shown(input)),
  );

  guarded(app, services, ORGANISE.askRecount, (context, actor: TeamActor, { fields }) =>
    onPublished(services, context, actor, async (input) => {
      const how = HOWS.find((one) => one === fields.get("how"));
      if (how === undefined) return goTo(here(input));
      const refuse = (problem: ProblemCode) =>
        onPublished(services, context, afresh(services, actor), (now) => shown(now, problem));
      if (input.life.purge !== undefined) return refuse("ballots-purged");
      const rebuild = how === "rebuild";
      if (rebuild && fields.get("confirmed") !== "yes") return refuse("step-unconfirmed");
      await askRecount(services, input.definition.id, { by: actor, why: "asked", rebuild });
      return doneAt(services, actor, here(input), "recount-asked");
    }),
  );
}

const viewOf = ({ purged, rebuilt, differences = [], ...wish }: RecountWish): RecountView => ({
  ...wish,
  all: PARTS,
  differences,
  ...(wish.state === "done" && {
    outcome:
      purged === true
        ? ("purged" as const)
        : rebuilt === true
          ? ("rebuilt" as const)
          : differences.length === 0
            ? ("agreed" as const)
            : ("differed" as const),
  }),
});
