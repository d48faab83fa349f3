import type { Consultation } from "../../../domain/consultation/definition.ts";
import { plannedClosing } from "../../../domain/consultation/closing.ts";
import { hasClosed, nextRelease, releasePlan } from "../../../domain/disclosure/schedule.ts";
import type { Language } from "../../../domain/language.ts";
import type { Catalogue } from "../../language/catalogue.ts";
import { fill, formatMoment, formatNumber } from "../../text.ts";
import type { ResultsView } from "./view.ts";

interface Reader {
  language: Language;
  text: Catalogue;
}

/** How often results are published, which of how many these are, and when the next are due. */
export function scheduleWords({
  language,
  text,
  release,
  consultation,
  calendar,
}: ResultsView): string[] {
  // An earlier method had no plan.
  if (release.method === 1) return [];
  const { schedule } = text.results;
  const { every, turn, releases } = release.rules.schedule;
  const number = (value: number) => formatNumber(language, value);
  const which = fill(schedule.every[every], { turn: number(turn), releases: number(releases) });
  // Once it has closed only the last one follows, whatever was planned before.
  const isOver = release.final || calendar.state === "counting";
  if (isOver || every === "demonstration") return [which];
  const { closesAt, timeZone } = consultation;
  const next = nextRelease(release.rules.schedule, turn);
  if (next === undefined || hasClosed({ closesAt }, next)) return [which];
  const moment = formatMoment(language, next.toISOString(), timeZone);
  return [which, fill(schedule.next, { moment })];
}

/** When the first results are due: a moment where that is fixed, else from when it is counted. */
export function firstWords({ language, text }: Reader, consultation: Consultation): string {
  const { first } = text.results.schedule;
  const { release, opensAt, closesAt, timeZone } = consultation;
  const { every } = release;
  if (every === "demonstration") return first.demonstration;
  // Where it is not fixed when it opens, only a plan's length matters here, not its days.
  const starts = opensAt ?? new Date(0).toISOString();
  const plan = releasePlan(every, starts, opensAt && plannedClosing(consultation));
  const due = nextRelease(plan, 0);
  const isLate = due !== undefined && opensAt !== undefined && hasClosed({ closesAt }, due);
  if (every === "close" || due === undefined || isLate) {
    return closesAt === undefined
      ? first.close
      : fill(first.closing, { moment: formatMoment(language, closesAt, timeZone) });
  }
  return opensAt === undefined
    ? first.after[every]
    : fill(first.at, { moment: formatMoment(language, due.toISOString(), timeZone) });
}
