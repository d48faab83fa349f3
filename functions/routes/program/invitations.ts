import type { Consultation } from "../../../domain/consultation/definition.ts";
import { dayIn } from "../../../domain/consultation/time-zone.ts";
import { PIECE, readNewInvitations } from "../../../domain/invitation/group.ts";
import { pathOf, RATE } from "../../../domain/paths.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import type { App } from "../../http/environment.ts";
import { beginGroup, newGroupId } from "../../inviting/begin.ts";
import { chosenInvitation } from "../../invitation/chosen.ts";
import { makeCodes, type MadeCode } from "../../invitation/make.ts";
import { beginPiece, seen } from "../../invitation/pieces.ts";
import { revoke } from "../../inviting/revoke.ts";
import { invitationViews } from "../../invitation/views.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import type { Services } from "../../services.ts";
import { getGroup } from "../../store/invitation-groups.ts";
import { onPublished } from "./published.ts";

/** Invitations of experts: seen as the console shows them, made and revoked. */
export function invitationProgramRoutes(app: App, services: Services): void {
  const { db, now } = services;

  keyed(app, services, PROGRAM_API.invitations, (actor) =>
    onPublished(actor, async ({ definition }) => {
      const { all, groups } = await invitationViews(services, definition);
      return answered(200, {
        all,
        groups: groups.map(({ id, label, day, expires, expired, counts }) => ({
          group: id,
          label,
          day,
          ...(expires !== undefined && { expires }),
          expired,
          counts,
        })),
      });
    }),
  );

  keyed(app, services, PROGRAM_API.makeInvitations, (actor, { body, origin }) =>
    onPublished(actor, async ({ definition }) => {
      const today = dayIn(definition.timeZone, now());
      // Read as the form's fields are, so that the same is forgiven and the same refused.
      const entered = {
        label: body.label,
        count: String(body.count ?? ""),
        labels: (body.labels ?? []).map((one) => one.replaceAll(/[\r\n]/g, " ")).join("\n"),
        expires: body.expires ?? "",
        form: "csv",
        language: body.language ?? "",
      };
      const read = readNewInvitations(entered, today, definition.languages, PIECE);
      if ("faults" in read) return { problem: "invitations-invalid" as const, faults: read.faults };
      const { label, count, expires, labels, language } = read.wanted;
      const group = { id: newGroupId(services), label, day: today, ...(expires && { expires }) };
      const begun = await beginGroup(services, actor, group, count, { labels: [] });
      if (begun !== undefined) return begun;
      const each = labels.length > 0 ? labels : Array.from({ length: count }, () => undefined);
      const piece = (await beginPiece(services, definition.id, group.id, 0))!;
      const making = makeCodes(services, definition.id, { ...group, piece }, each);
      const made = await asManyAs(services, making);
      const stored = await getGroup(db, definition.id, group.id);
      if (stored !== undefined) await seen(services, definition.id, stored);
      return answered(201, {
        group: group.id,
        label,
        ...(expires !== undefined && { expires }),
        wanted: count,
        codes: made.map(({ code, label: own }) => ({
          code,
          ...(own !== undefined && { label: own }),
          address: addressOf(origin, definition, language, code),
        })),
      });
    }),
  );

  keyed(app, services, PROGRAM_API.revokeInvitations, (actor, { body }) =>
    onPublished(actor, async ({ definition }) => {
      const { which, all } = body;
      if ((which === undefined) === (all === undefined)) {
        const faults = [{ pointer: "/which", fault: "missing" as const }];
        return { problem: "invitations-invalid" as const, faults };
      }
      const group = await getGroup(db, definition.id, body.group);
      if (group === undefined) return { problem: "invitation-not-unused" as const };
      const one =
        which === undefined
          ? undefined
          : await chosenInvitation(services, definition.id, group, which);
      if (which !== undefined && one === undefined)
        return { problem: "invitation-not-unused" as const };
      return (await revoke(services, actor, group, one)) ?? { status: 204 as const };
    }),
  );
}

/** The codes that are made; where the making breaks off, those before, which nobody would see again. */
async function asManyAs(
  services: Services,
  making: AsyncGenerator<MadeCode[]>,
): Promise<MadeCode[]> {
  const made: MadeCode[] = [];
  try {
    for await (const some of making) made.push(...some);
  } catch (failure) {
    services.log({
      level: "error",
      event: "making-invitations-failed",
      failure: failure instanceof Error ? failure.name : "unknown",
    });
  }
  return made;
}

/** The address by which an expert comes with the code. A fragment is never sent to a server. */
const addressOf = (origin: string, { id }: Consultation, language: string, code: string): string =>
  `${origin}${pathOf(RATE, { id, lang: language })}#invitation=${code}`;
