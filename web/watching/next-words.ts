import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment, formatNumber, plural } from "../language/text.ts";
import { proposalWords } from "../organise/proposal-words.ts";
import type { WatchView } from "./view.ts";

/** What is next, in sentences: by the calendar and by what has been published. */
export function nextWords(language: Language, text: Catalogue, view: WatchView): string[] {
  const { next } = text.watching;
  const { definition, newest, outlook, invited } = view;
  const number = (value: number) => formatNumber(language, value);
  const moment =
    definition.closesAt === undefined ? "" : formatMoment(language, definition.closesAt);
  const sentences = view.proposals.map((one) => proposalWords(language, text, one));
  if (newest === undefined) sentences.push(next.noRelease);
  if (invited === 0) sentences.push(next.nobodyInvited);
  else {
    sentences.push(
      outlook.experts === null
        ? fill(next.expertsHidden, { invited: number(invited) })
        : // Rounded up it could be more than there are.
          fill(next.experts, {
            experts: number(Math.min(outlook.experts, invited)),
            invited: number(invited),
          }),
    );
  }
  if (outlook.final) return [...sentences, next.final];
  switch (outlook.phase) {
    case "closed":
      return [...sentences, fill(next.closed, { moment })];
    case "last-day":
      return [...sentences, fill(next.lastDay, { moment })];
    case "open":
      return [
        ...sentences,
        outlook.daysLeft === undefined
          ? next.noEnd
          : plural(language, next.closesIn, outlook.daysLeft, { moment }),
        fill(next.release, {
          changed: number(definition.release.minChanged),
          minutes: number(definition.release.minMinutes),
        }),
      ];
  }
}
