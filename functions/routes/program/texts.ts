import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { readTextName } from "../../../domain/remark/same-text.ts";
import type { App } from "../../http/environment.ts";
import { judge } from "../../moderation/judge.ts";
import { queuePage, readLook } from "../../moderation/queue.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import type { Services } from "../../services.ts";
import { listTextCounts } from "../../store/text-counts.ts";
import { viewOf } from "../organiser/moderation.tsx";
import { onPublished } from "./published.ts";

/** The queue of texts, for programs that judge them, or that help whoever does. */
export function textProgramRoutes(app: App, services: Services): void {
  keyed(app, services, PROGRAM_API.texts, (actor, { query }) =>
    onPublished(actor, async ({ definition: { id } }) => {
      const look = readLook(new URLSearchParams(query));
      const counts = await listTextCounts(services.db, id);
      // What waits for a second moderator is not shown to whoever's key was the first.
      const { texts, next } = await queuePage(services, id, look, counts, actor.organiser.id);
      return answered(200, {
        texts: texts.map((one) => {
          const { name, code, language, text, people, publish, odd, standing, said } = viewOf(one);
          return {
            text: name,
            standing,
            acts: one.acts,
            recommendation: code,
            language,
            words: text,
            people,
            publish,
            odd: [...odd],
            said: [...said],
          };
        }),
        ...(next !== undefined && { next }),
      });
    }),
  );

  keyed(app, services, PROGRAM_API.judgeTexts, (actor, { body }) =>
    onPublished(actor, async () => {
      const given = body.verdicts.map(({ text: name, ...one }) => ({ name, ...one }));
      const wrong = given.flatMap(({ name }, place) =>
        readTextName(name) === undefined ? [place] : [],
      );
      if (wrong.length > 0) {
        const faults = wrong.map((place) => ({
          pointer: `/verdicts/${place}/text`,
          fault: "not-allowed" as const,
        }));
        return { problem: "request-invalid" as const, faults };
      }
      const judged = await judge(services, actor, given);
      return "problem" in judged ? judged : answered(200, judged);
    }),
  );
}
