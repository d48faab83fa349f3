import type { Calendar } from "../../../domain/consultation/calendar.ts";
import type { Reader } from "../../language/reader.ts";
import { fill, formatMoment, formatNumber } from "../../text.ts";

/** What is true of a consultation by the calendar, in a sentence, and in the tense of its state. */
export function calendarWords(
  { language, text }: Reader,
  calendar: Calendar,
  zone: string,
): string {
  const { said } = text.results.calendar;
  const moment = (iso = "") => formatMoment(language, iso, zone);
  const { closesAt, opensAt } = calendar;
  const values = {
    opens: opensAt ? moment(opensAt) : "",
    closes: closesAt ? moment(closesAt) : "",
  };
  switch (calendar.state) {
    case "scheduled":
      return fill(closesAt === undefined ? said.scheduled : said.scheduledUntil, values);
    case "open":
      return fill(closesAt === undefined ? said.open : said.openUntil, values);
    case "paused": {
      const { paused } = text.rate.closed;
      return closesAt === undefined ? paused : `${paused} ${fill(said.pausedUntil, values)}`;
    }
    case "last-day":
    case "counting":
    case "too-few":
    case "final":
      return fill(said[calendar.state], values);
  }
}

/** Which release is shown, and whether others follow it. */
export function releaseWords(
  { language, text }: Reader,
  { release, releasedAt, final }: { release: number; releasedAt: string; final: boolean },
  zone: string,
): string {
  const { interim, only } = text.results.calendar;
  return fill(final ? only : interim, {
    number: formatNumber(language, release),
    moment: formatMoment(language, releasedAt, zone),
  });
}
