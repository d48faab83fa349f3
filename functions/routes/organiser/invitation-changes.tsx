import { readNewInvitations } from "../../../domain/invitation/group.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import type { Problem } from "../../../domain/problem.ts";
import { problemAnswer } from "../../http/answers.tsx";
import { chosenInvitation } from "../../invitation/chosen.ts";
import { codesAnswer } from "../../invitation/codes-answer.tsx";
import { onPublished, type PublishedSection } from "./section.tsx";
import { drawNew, type MadeCode } from "../../invitation/make.ts";
import { newPiece } from "../../invitation/pieces.ts";
import { reissueCodes, REPLACED } from "../../invitation/reissue.ts";
import { loggedGroup, revoke } from "../../inviting/revoke.ts";
import { doneAt } from "../../organiser/done.ts";
import { goTo, guarded } from "../../organiser/guard.tsx";
import { record } from "../../organiser/log.ts";
import type { Services } from "../../services.ts";
import { replacementOf } from "../../store/change-invitations.ts";
import { unusedOfGroup } from "../../store/count-invitations.ts";
import { getGroup } from "../../store/invitation-groups.ts";
import { replacingBegun } from "../../store/invitation-pieces.ts";
import type { App } from "../../http/environment.ts";
import { groupPage, todayOf } from "./group-page.tsx";
import { formOf, pieceFrame } from "./invitation-pieces.tsx";

/** One group of invitations, and what can be done with its unused codes. */
export function invitationChangeRoutes(app: App, services: Services): void {
  const { db } = services;

  /** What a form means: one unused code, or all of a group's; or the page that refuses it. */
  const chosen = async (input: PublishedSection, fields: URLSearchParams) => {
    const { definition, context, page: shown } = input;
    const id = fields.get("group") ?? "";
    const group = await getGroup(db, definition.id, id);
    if (group === undefined) {
      return problemAnswer(context, services, { problem: "invitation-not-unused" });
    }
    const words = shown.text.invitation;
    const refused = (problem: Problem["problem"], wrong: object) =>
      groupPage(services, input, id, { problem: { problem }, wrong });
    const notUnused = () => refused("invitation-not-unused", { which: words.group.oneHint });
    if (fields.get("all") !== "yes") {
      const one = await chosenInvitation(services, definition.id, group, fields.get("which") ?? "");
      return one === undefined ? notUnused() : { group, of: "one" as const, one, notUnused };
    }
    if (fields.get("sure") !== "yes") {
      return refused("invitations-invalid", { sure: words.group.notSure });
    }
    const expires = readExpiry(fields.get("expires") ?? "", todayOf(services, input));
    if (expires === undefined) {
      return refused("invitations-invalid", { expires: words.faults.expires });
    }
    const all = { group, of: "all" as const, expires: expires === "" ? undefined : expires };
    return { ...all, notUnused };
  };

  guarded(app, services, ORGANISE.invitationGroup, (context, actor) =>
    onPublished(services, context, actor, (input) => {
      const id = context.req.query("group");
      if (id === undefined) {
        const to = { id: input.definition.id, lang: input.language };
        return goTo(organisePath(ORGANISE.invitations, to));
      }
      return groupPage(services, input, id);
    }),
  );

  guarded(app, services, ORGANISE.revokeInvitations, (context, actor, { fields }) =>
    onPublished(services, context, actor, async (input) => {
      const { id } = input.definition;
      const which = await chosen(input, fields);
      if (which instanceof Response) return which;
      const { group } = which;
      const one = which.of === "one" ? which.one : undefined;
      if ((await revoke(services, actor, group, one)) !== undefined) return which.notUnused();
      const at = organisePath(ORGANISE.invitationGroup, { id, lang: input.language });
      const done = which.of === "one" ? "code-revoked" : "codes-revoked";
      return doneAt(services, actor, `${at}&group=${group.id}`, done);
    }),
  );

  guarded(app, services, ORGANISE.replaceInvitations, (context, actor, { fields }) =>
    onPublished(services, context, actor, async (input) => {
      const { id } = input.definition;
      const which = await chosen(input, fields);
      if (which instanceof Response) return which;
      const { group } = which;
      const before = loggedGroup(group);
      if (which.of === "one") {
        const { one } = which;
        const drawn = drawNew(services, id);
        const replacement = { ...one, hash: drawn.hash };
        const writes = replacementOf(db, id, one.hash, replacement);
        const act = { action: "invitation-replaced" as const, before, after: null };
        const done = await record(services, id, actor, act, writes);
        if (done === undefined) return which.notUnused();
        const making = only({ code: drawn.code, label: one.label });
        return codesAnswer(
          services,
          pieceFrame(services, input, group, making, 1, one.expires),
          "cards",
        );
      }
      const { expires } = which;
      const unused = await unusedOfGroup(db, id, group);
      if (unused.length === 0) return which.notUnused();
      const { turn = 0 } = group;
      const piece = newPiece(services);
      const after = { expires: expires ?? null };
      const act = { action: "invitations-replaced" as const, before, after };
      const writes = [replacingBegun(db, id, group.id, { piece, turn, expires })];
      if ((await record(services, id, actor, act, writes)) === undefined) {
        return groupPage(services, input, group.id, { problem: { problem: "codes-unsure" } });
      }
      const some = unused.slice(0, REPLACED);
      const into = { group: group.id, piece, round: piece };
      const making = reissueCodes(services, id, some, expires, into);
      const frame = pieceFrame(services, input, group, making, some.length, expires);
      return codesAnswer(
        services,
        { ...frame, piece: { group: group.id, turn: turn + 1 } },
        group.form ?? formOf(some.length),
      );
    }),
  );
}

async function* only(code: MadeCode): AsyncGenerator<MadeCode[]> {
  yield [code];
}

/** The day that was typed, empty for none; `undefined` when it is no day, or past. */
function readExpiry(typed: string, today: string): string | undefined {
  const read = readNewInvitations(
    { label: "-", count: "1", labels: "", form: "csv", language: "", expires: typed },
    today,
    ["en"],
  );
  return "faults" in read ? undefined : (read.wanted.expires ?? "");
}
