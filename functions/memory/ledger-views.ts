import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Reader } from "../../web/language/reader.ts";
import { type LedgerChoices, readLedgerChoices } from "../../web/ledger/choices.ts";
import { ledgerView, type LedgerView } from "../../web/ledger/view.ts";
import type { Services } from "../services.ts";
import { calendarsOf } from "./calendars.ts";
import { firstReleasedOn } from "./first-release.ts";
import type { Known } from "./consultations.ts";
import type { PublishedRelease, PublishedReleases } from "./releases.ts";
import type { Responses } from "./responses.ts";

/** What a ledger is made of, for a reader who chose. */
interface LedgerParts {
  newest: PublishedRelease | undefined;
  choices: LedgerChoices;
  /** Names everything of these but the choices: of the clock, the day and the state alone. */
  stamp: string;
  /** Made when it is asked for: pages are mostly there already. */
  view(reader: Reader & { origin: string }): LedgerView;
}

/** Of a consultation, with the choices of an address. */
export type Ledgers = (
  known: Known,
  query: Record<string, string | undefined>,
) => Promise<LedgerParts>;

/** The newest release, the responses and the day, put together in one place for every page and file of a ledger. */
export function ledgersOf(
  services: Services,
  published: PublishedReleases,
  responses: Responses,
): Ledgers {
  const calendarOf = calendarsOf(services);
  return async (known, query) => {
    const { definition: consultation } = known;
    const { id, timeZone } = consultation;
    const newest = await published.newest(id);
    const entries = await responses(id);
    const calendar = calendarOf(known, newest);
    const today = dayIn(timeZone, services.now());
    const since = await firstReleasedOn(published, consultation);
    const choices = readLedgerChoices(query, consultation, newest?.release);
    return {
      newest,
      choices,
      // Nothing is ever changed or taken away from the responses: so many of them are always the same.
      stamp: JSON.stringify([
        known.version,
        newest?.hash,
        since,
        entries.length,
        today,
        calendar.state,
      ]),
      view: (reader) =>
        ledgerView({
          ...reader,
          consultation,
          calendar,
          newest,
          choices,
          firstReleasedOn: since,
          today,
          entries,
        }),
    };
  };
}
