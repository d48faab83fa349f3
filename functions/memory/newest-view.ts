import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import type { Reader } from "../../web/language/reader.ts";
import { type Choices, readChoices } from "../../web/results/facts/choices.ts";
import { resultsView } from "../../web/results/facts/make-view.ts";
import type { ResultsView } from "../../web/results/facts/view.ts";
import type { Services } from "../services.ts";
import { calendarsOf } from "./calendars.ts";
import type { Known } from "./consultations.ts";
import type { PublishedReleases } from "./releases.ts";
import type { Responses } from "./responses.ts";

/** Where a consultation stands, and what its newest release says to a reader who chose. */
interface Newest {
  choices: Choices;
  calendar: Calendar;
  /** Every official response. */
  entries: readonly ResponseEntry[];
  /** Names everything of these but the choices; of the clock the state alone, which is asked anew for each reader. */
  stamp: readonly unknown[];
  /** Made when it is asked for, since pages are mostly there already; `undefined` before the first release. */
  view(): ResultsView | undefined;
}

/** Of a consultation, for a reader, with the choices of an address. */
export type NewestViews = (
  known: Known,
  reader: Reader,
  query?: Record<string, string | undefined>,
) => Promise<Newest>;

/** The newest release and what belongs to it, put together in this one place for every page of results. */
export function newestViews(
  services: Services,
  published: PublishedReleases,
  responses: Responses,
): NewestViews {
  const calendarOf = calendarsOf(services);
  return async (known, { language, text }, query = {}) => {
    const { definition: consultation } = known;
    const newest = await published.newest(consultation.id);
    const entries = await responses(consultation.id);
    const choices = readChoices(query, newest?.release);
    const calendar = calendarOf(known, newest);
    const view = () => {
      if (newest === undefined) return undefined;
      const { release, hash, unreadable } = newest;
      const standing = { consultation, calendar, entries, release, hash, unreadable };
      return resultsView({ language, text, choices, ...standing });
    };
    // Nothing is ever changed or taken away from the responses: so many of them are always the same.
    const stamp = [known.version, newest?.hash, newest?.unreadable, calendar.state, entries.length];
    return { choices, calendar, entries, stamp, view };
  };
}
