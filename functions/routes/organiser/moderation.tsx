import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { everybody } from "../../../domain/remark/moderated.ts";
import { odditiesOf } from "../../../domain/remark/oddities.ts";
import type { Verdict } from "../../../domain/remark/verdict.ts";
import { QueuePage, withQuery } from "../../../web/moderation/queue-page.tsx";
import type { TextView } from "../../../web/moderation/view.ts";
import type { Reader } from "../../../web/language/reader.ts";
import { saidIn } from "../../../web/language/said.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { judge, type Judging, readGiven, shownAs } from "../../moderation/judge.ts";
import { type Look, queryOf, queuePage, readLook } from "../../moderation/queue.ts";
import { changeRules } from "../../moderation/rules.ts";
import { takeBack, takenBackable } from "../../moderation/take-back.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded } from "../../organiser/guard.tsx";
import type { Services } from "../../services.ts";
import { getModerationRules } from "../../store/moderation.ts";
import { listTextCounts } from "../../store/text-counts.ts";
import type { StoredText } from "../../store/texts.ts";
import { onPublished, type PublishedSection } from "./section.tsx";

/** The queue of texts to judge, what was judged, and how many must agree. */
export function moderationRoutes(app: App, services: Services): void {
  const { db } = services;

  const shown = async (
    { definition, actor, page }: PublishedSection,
    look: Look,
    refused?: Problem & Partial<Judging>,
  ) => {
    const { id } = definition;
    const reader = actor.organiser.id;
    const [rules, counts, decided] = await Promise.all([
      getModerationRules(db, id),
      listTextCounts(db, id),
      takenBackable(services, id, reader),
    ]);
    const { texts, next } = await queuePage(services, id, look, counts, reader);
    return pageAnswer(
      <QueuePage
        {...page}
        {...{ look, counts, next }}
        query={queryOf(look)}
        recommendations={recommendationsOf(definition, page)}
        texts={texts.map((one) => viewOf(one))}
        decided={decided.map((one) => viewOf(one, reader))}
        two={rules.two}
        refused={
          refused && {
            problem: refused.problem,
            missed: refused.missed?.length ?? 0,
            taken: refused.taken ?? 0,
          }
        }
      />,
      refused === undefined ? 200 : PROBLEMS[refused.problem],
    );
  };
  const pageOf = (id: string, language: string, look: Look) =>
    withQuery(organisePath(ORGANISE.moderation, { id, lang: language }), queryOf(look));

  guarded(app, services, ORGANISE.moderation, (context, actor) =>
    onPublished(services, context, actor, (input) =>
      shown(input, readLook(new URL(context.req.url).searchParams)),
    ),
  );

  guarded(app, services, ORGANISE.judgeTexts, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const look = readLook(fields);
      const to = pageOf(definition.id, language, look);
      const given = readGiven(fields);
      if (given.length === 0) return goTo(to);
      const judged = await judge(services, actor, given);
      const [missed] = "problem" in judged ? [judged.problem] : judged.missed;
      if (missed === undefined) return doneAt(services, actor, to, "texts-judged");
      return onPublished(services, context, afresh(services, actor), (now) =>
        shown(now, look, { ...("problem" in judged ? {} : judged), problem: missed }),
      );
    }),
  );

  guarded(app, services, ORGANISE.undoJudging, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const look = readLook(fields);
      const problem = await takeBack(services, actor, fields.get("text") ?? "");
      if (problem === undefined) {
        return doneAt(services, actor, pageOf(definition.id, language, look), "judging-undone");
      }
      return onPublished(services, context, afresh(services, actor), (now) =>
        shown(now, look, problem),
      );
    }),
  );

  guarded(app, services, ORGANISE.moderationRules, (context, actor, { fields }) =>
    onPublished(services, context, actor, async ({ definition, language }) => {
      const to = organisePath(ORGANISE.moderation, { id: definition.id, lang: language });
      const moderators = fields.get("moderators");
      if (moderators !== "1" && moderators !== "2") return goTo(to);
      const problem = await changeRules(services, actor, { two: moderators === "2" });
      if (problem === undefined) return doneAt(services, actor, to, "moderation-rules");
      return onPublished(services, context, afresh(services, actor), (now) =>
        shown(now, readLook(new URLSearchParams()), problem),
      );
    }),
  );
}

/** What a consultation's recommendations are called, for a reader. */
export const recommendationsOf = (definition: Consultation, reader: Reader) =>
  definition.recommendations.map(({ code, title }) => ({
    code,
    title: saidIn(reader, definition, title),
  }));

/**
 * A text as moderators see it. What one moderator said is not shown to the second; `self` sees what they said
 * themselves.
 */
export function viewOf(text: StoredText, self?: string): TextView {
  const own = text.votes.filter(({ by }) => text.standing === "disputed" || by === self);
  const decided: Verdict[] = text.standing === "accepted" ? ["accept"] : [];
  return {
    name: text.name,
    shown: shownAs(text),
    code: text.code,
    language: text.language,
    text: text.text,
    people: everybody(text.people),
    publish: everybody(text.consenting) > 0,
    odd: odditiesOf(text.text),
    standing: text.standing,
    said:
      text.refusal === undefined
        ? [...decided, ...own.map(({ verdict }) => verdict)]
        : [text.refusal],
    themes: text.themes,
  };
}
