import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { problemAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { invitationViews } from "../../invitation/views.ts";
import { guarded } from "../../organiser/guard.tsx";
import { record } from "../../organiser/log.ts";
import type { Services } from "../../services.ts";
import { unusedOfGroup } from "../../store/count-invitations.ts";
import { getGroup } from "../../store/invitation-groups.ts";
import { groupPage } from "./group-page.tsx";
import { onPublished } from "./section.tsx";

/**
 * The labels of a group's unused codes, where they may be told (domain/invitation/counts.ts). Each look
 * stands in the log, before the answer: what is listed tells who has taken part.
 */
export function reminderRoutes(app: App, services: Services): void {
  const { db } = services;
  guarded(app, services, ORGANISE.remindInvitations, (context, actor, { fields }) =>
    onPublished(services, context, actor, async (input) => {
      const { definition } = input;
      const group = await getGroup(db, definition.id, fields.get("group") ?? "");
      if (group === undefined) {
        return problemAnswer(context, services, { problem: "invitation-not-unused" });
      }
      const { groups } = await invitationViews(services, definition);
      const told = groups.find(({ id }) => id === group.id);
      if (told === undefined || told.unlisted !== undefined) {
        return groupPage(services, input, group.id, { problem: { problem: "reminders-not-told" } });
      }
      const after = { group: group.id, label: group.label };
      await record(services, definition.id, actor, {
        action: "reminders-listed",
        before: null,
        after,
      });
      const unused = await unusedOfGroup(db, definition.id, group);
      const listed = unused.flatMap(({ label }) => label ?? []);
      // In an order that says nothing of that in which codes were made.
      const sorted = listed.toSorted((a, b) => a.localeCompare(b, input.language));
      return groupPage(services, input, group.id, { listed: sorted });
    }),
  );
}
