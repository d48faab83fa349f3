import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment, formatNumber, plural } from "../text.ts";
import { proposalWords } from "../organiser/proposal-words.ts";
import type { WatchView } from "./view.ts";

/** What is next, in sentences: by the calendar and by what has been published. */
export function nextWords(language: Language, text: Catalogue, view: WatchView): string[] {
  const { next } = text.participation;
  const { definition, newest, outlook, invited } = view;
  const number = (value: number) => formatNumber(language, value);
  const moment =
    definition.closesAt === undefined
      ? ""
      : formatMoment(language, definition.closesAt, definition.timeZone);
  const sentences = view.proposals.map((one) =>
    proposalWords(language, text, one, definition.timeZone),
  );
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
  if (outlook.phase === "closed") return [...sentences, fill(next.closed, { moment })];
  const days =
    outlook.daysLeft === undefined
      ? next.noEnd
      : plural(language, next.closesIn, outlook.daysLeft, { moment });
  return [...sentences, days, releaseWords(language, text, view)];
}

/** When the next release is made. */
function releaseWords(
  language: Language,
  { participation: { next } }: Catalogue,
  { definition, outlook }: WatchView,
): string {
  const { every } = definition.release;
  if (every === "demonstration") return next.demonstration;
  if (outlook.nextRelease !== undefined) {
    return fill(next.release, {
      moment: formatMoment(language, outlook.nextRelease.toISOString(), definition.timeZone),
    });
  }
  // Before the first release of one without a date of opening, it is not known from when to count.
  return definition.opensAt === undefined && every !== "close"
    ? next.everySoOften[every]
    : next.afterClosing;
}
