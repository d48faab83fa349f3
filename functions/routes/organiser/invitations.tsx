import type { Context } from "hono";
import { PIECE, readNewInvitations } from "../../../domain/invitation/group.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import {
  type Entered,
  nameInvitingFaults,
  NOTHING_ENTERED,
} from "../../../web/invitation/faults.ts";
import { InvitationsPage } from "../../../web/invitation/invitations-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import { codesAnswer } from "../../invitation/codes-answer.tsx";
import { onPublished, type PublishedSection } from "./section.tsx";
import { lettersTo, todayOf } from "./group-page.tsx";
import { beginGroup, GROUP_ID, newGroupId } from "../../inviting/begin.ts";
import { makeCodes } from "../../invitation/make.ts";
import { beginPiece } from "../../invitation/pieces.ts";
import { invitationViews } from "../../invitation/views.ts";
import { guarded } from "../../organiser/guard.tsx";
import type { Services } from "../../services.ts";
import type { App } from "../../http/environment.ts";

/** The page of a consultation's invitations, and the form that makes new ones. */
export function invitationRoutes(app: App, services: Services): void {
  const page = async (
    input: PublishedSection,
    entered: Entered = NOTHING_ENTERED,
    problem?: Problem,
  ) => {
    const { definition, language, page } = input;
    const { groups, all } = await invitationViews(services, definition);
    return pageAnswer(
      <InvitationsPage
        {...page}
        {...{ groups, all, entered, problem }}
        nextGroup={newGroupId(services)}
        today={todayOf(services, input)}
        languages={definition.languages}
        letters={lettersTo("expert", input)}
        wrong={nameInvitingFaults(language, page.text, entered, problem?.faults ?? [])}
      />,
      problem === undefined ? 200 : PROBLEMS[problem.problem],
    );
  };

  guarded(app, services, ORGANISE.invitations, (context, actor) =>
    onPublished(services, context, actor, (input) => page(input)),
  );

  guarded(app, services, ORGANISE.makeInvitations, (context, actor, { fields }) =>
    onPublished(services, context, actor, async (input) => {
      const entered = readEntered(fields);
      const today = todayOf(services, input);
      const read = readNewInvitations(entered, today, input.definition.languages);
      const id = fields.get("group") ?? "";
      const faults = "faults" in read ? read.faults : [];
      if ("faults" in read || !GROUP_ID.test(id)) {
        return page(input, entered, { problem: "invitations-invalid", faults });
      }
      const { label, count, expires, labels, form, language } = read.wanted;
      const { definition } = input;
      const group = { id, label, day: today, ...(expires !== undefined && { expires }) };
      const how = { labels, form, language };
      const begun = await beginGroup(services, actor, group, count, how);
      if (begun !== undefined) return page(input, NOTHING_ENTERED, begun);
      const piece = await beginPiece(services, definition.id, id, 0);
      if (piece === undefined) {
        return page(input, NOTHING_ENTERED, { problem: "invitations-made" });
      }
      const first =
        labels.length > 0
          ? labels.slice(0, PIECE)
          : Array.from({ length: Math.min(count, PIECE) }, () => undefined);
      return codesAnswer(
        services,
        {
          ...codesFrame(context, input),
          name: label,
          fileName: `invitations-${definition.id}-${today}-${id.slice(0, 4)}.csv`,
          language,
          expires,
          wanted: first.length,
          making: makeCodes(services, definition.id, { ...group, piece }, first),
          piece: { group: id, turn: 1 },
        },
        form,
      );
    }),
  );
}

/** What every answer with codes says besides the codes. */
export const codesFrame = (context: Context, { page, definition }: PublishedSection) => ({
  page,
  consultation: definition,
  origin: new URL(context.req.url).origin,
});

const readEntered = (fields: URLSearchParams): Entered => ({
  label: fields.get("label") ?? "",
  count: fields.get("count") ?? "",
  labels: fields.get("labels") ?? "",
  expires: fields.get("expires") ?? "",
  form: fields.get("form") ?? "",
  language: fields.get("language") ?? "",
});
