import type { Calendar } from "../../domain/consultation/calendar.ts";
import { dayEndedBy, dayIn } from "../../domain/consultation/time-zone.ts";
import type { Reader } from "../language/reader.ts";
import { fill, formatDay, formatMoment, zoneName } from "../text.ts";

/** A sentence with moments in it, each as a reader and as a program reads it. */
export interface StateWords {
  words: string;
  times: Record<string, { shown: string; iso: string }>;
}

/** Where a consultation stands, with the days and hours of its own zone. */
export function stateWords(
  { language, text }: Reader,
  calendar: Calendar,
  timeZone: string,
): StateWords {
  const { state } = text.home;
  const { lastDay } = calendar;
  const times: StateWords["times"] = {
    ...(lastDay !== undefined && { day: { shown: formatDay(language, lastDay), iso: lastDay } }),
  };
  const moment = (iso: string) => ({
    ...times,
    moment: { shown: formatMoment(language, iso, timeZone), iso },
  });
  switch (calendar.state) {
    case "scheduled":
      return {
        words: lastDay === undefined ? state.scheduled : state.scheduledUntil,
        times: moment(calendar.opensAt),
      };
    case "last-day": {
      const { closesAt } = calendar;
      return dayEndedBy(timeZone, new Date(closesAt)) === undefined
        ? { words: state.lastDay, times: moment(closesAt) }
        : {
            words: fill(state.lastDayWhole, {
              zone: zoneName(language, new Date(closesAt), timeZone),
            }),
            times,
          };
    }
    case "open":
      return { words: lastDay === undefined ? state.endless : state.open, times };
    case "paused":
      return { words: lastDay === undefined ? state.paused : state.pausedUntil, times };
    case "counting":
      return { words: state.counting, times };
    case "too-few":
      return { words: state.tooFew, times };
    case "final":
      return { words: state.final, times };
  }
}

/** Of when the newest results are; `undefined` where there is nothing to be seen. */
export function resultsWords(
  { language, text }: Reader,
  { results, release }: Calendar,
  timeZone: string,
): StateWords | undefined {
  if (release === undefined || results === "too-few" || results === "none") return undefined;
  const iso = dayIn(timeZone, new Date(release.releasedAt));
  return {
    words: text.home.resultsOf[results],
    times: { day: { shown: formatDay(language, iso), iso } },
  };
}
