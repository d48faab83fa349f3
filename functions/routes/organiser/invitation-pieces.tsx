import { type CodeForm, MOST_CARDS } from "../../../domain/invitation/group.ts";
import type { Language } from "../../../domain/language.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { groupName } from "../../../web/invitation/view.ts";
import type { App } from "../../http/environment.ts";
import { problemAnswer } from "../../http/answers.tsx";
import { type CodesAnswer, codesAnswer } from "../../invitation/codes-answer.tsx";
import { type MadeCode, makeCodes } from "../../invitation/make.ts";
import { anew, beginPiece, nextLabels, seen, unseenCodes } from "../../invitation/pieces.ts";
import { reissueCodes, REPLACED } from "../../invitation/reissue.ts";
import { loggedGroup } from "../../inviting/revoke.ts";
import { doneAt } from "../../organiser/done.ts";
import { guarded, type TeamActor } from "../../organiser/guard.tsx";
import { record } from "../../organiser/log.ts";
import type { Services } from "../../services.ts";
import { unusedOfGroup } from "../../store/count-invitations.ts";
import { getGroup, type StoredGroup } from "../../store/invitation-groups.ts";
import { groupPage, todayOf } from "./group-page.tsx";
import { codesFrame } from "./invitations.tsx";
import { onPublished, type PublishedSection } from "./section.tsx";

/** The codes of a group piece by piece: the next are made, those of the last were received, or are made anew. */
export function invitationPieceRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.invitationPiece, (context, actor: TeamActor, { fields }) =>
    onPublished(services, context, actor, async (input) => {
      const { id } = input.definition;
      const group = await getGroup(services.db, id, fields.get("group") ?? "");
      if (group === undefined) {
        return problemAnswer(context, services, { problem: "invitation-not-unused" });
      }
      const unsure = () =>
        groupPage(services, input, group.id, { problem: { problem: "codes-unsure" } });
      const turn = Number(fields.get("turn") ?? NaN);
      if (turn !== (group.turn ?? 0)) return unsure();
      if (fields.get("do") === "seen") {
        if (!(await seen(services, id, group))) return unsure();
        const to = organisePath(ORGANISE.invitationGroup, { id, lang: input.language });
        return doneAt(services, actor, `${to}&group=${group.id}`, "codes-seen");
      }
      const making = await makingOf(services, actor, group, turn, fields.get("do"));
      if (making === undefined) return unsure();
      const { codes, count } = making;
      const frame = pieceFrame(services, input, group, codes, count, group.expires);
      const piece = { group: group.id, turn: turn + 1 };
      return codesAnswer(services, { ...frame, piece }, group.form ?? formOf(count));
    }),
  );
}

/** Codes that are asked for, and how many; `undefined` where they are not to be made now. */
async function makingOf(
  services: Services,
  actor: TeamActor,
  group: StoredGroup,
  turn: number,
  what: string | null,
): Promise<{ codes: AsyncGenerator<MadeCode[]>; count: number } | undefined> {
  const { consultation: id } = actor;
  if (what === "anew") {
    const old = await unseenCodes(services, id, group);
    if (old === undefined) return undefined;
    const after = { ...loggedGroup(group), count: old.length };
    const act = { action: "invitations-remade" as const, before: null, after };
    const begun = await record(services, id, actor, act, [anew(services, id, group, turn)]);
    if (begun === undefined) return undefined;
    const into = { group: group.id, piece: group.piece! };
    return { codes: reissueCodes(services, id, old, group.expires, into), count: old.length };
  }
  // What was handed out is counted when the open piece is received: the labels that come next follow from that.
  if ((group.unseen ?? 0) > 0) return undefined;
  if (what === "next") {
    const labels = await nextLabels(services, id, group);
    const piece = labels.length === 0 ? undefined : await beginPiece(services, id, group.id, turn);
    if (piece === undefined) return undefined;
    const codes = makeCodes(services, id, { ...group, piece }, labels);
    return { codes, count: labels.length };
  }
  if (what !== "replace" || group.replacing === undefined) return undefined;
  const round = group.replacing;
  const unused = await unusedOfGroup(services.db, id, group);
  const old = unused.filter((one) => one.round !== round).slice(0, REPLACED);
  const piece = old.length === 0 ? undefined : await beginPiece(services, id, group.id, turn);
  if (piece === undefined) return undefined;
  const into = { group: group.id, piece, round };
  return { codes: reissueCodes(services, id, old, group.expires, into), count: old.length };
}

/** What an answer with codes of a group says besides them. */
export const pieceFrame = (
  services: Services,
  input: PublishedSection,
  group: StoredGroup,
  making: AsyncGenerator<MadeCode[]>,
  wanted: number,
  expires: string | undefined,
): CodesAnswer => {
  const { definition, context, page } = input;
  const day = todayOf(services, input);
  return {
    ...codesFrame(context, input),
    name: groupName(page, group),
    fileName: `invitations-${definition.id}-${day}-${group.id.slice(0, 4)}-${(group.turn ?? 0) + 1}.csv`,
    language: languageOfCards(input, group),
    expires,
    wanted,
    making,
  };
};

/** In what form codes come that were asked for in none. */
export const formOf = (count: number): CodeForm => (count <= MOST_CARDS ? "cards" : "csv");

/** New cards are in the language that was asked for, or of the page that asks, where the consultation has it. */
const languageOfCards = (
  { definition, language }: PublishedSection,
  group: StoredGroup,
): Language =>
  definition.languages.find((one) => one === group.language) ??
  (definition.languages.includes(language) ? language : definition.languages[0]!);
