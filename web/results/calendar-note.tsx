import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { PauseNote } from "../respondent/pause-note.tsx";
import { calendarWords, releaseWords } from "./facts/calendar-words.ts";
import { scheduleWords } from "./facts/schedule-words.ts";
import type { ResultsView } from "./facts/view.ts";
import { TakePart } from "./take-part.tsx";

interface Props {
  consultation: Consultation;
  calendar: Calendar;
  view: ResultsView | undefined;
}

/** Where a consultation stands today, which results these are, and the way to answer where there is one. */
export function CalendarNote({ consultation, calendar, view }: Props) {
  const reader = useReader();
  const { timeZone } = consultation;
  const { names } = reader.text.results.calendar;
  return (
    <section class="calendar" aria-labelledby="calendar">
      <h2 id="calendar">{names[calendar.state]}</h2>
      <p>{calendarWords(reader, calendar, timeZone)}</p>
      {calendar.state === "paused" ? <PauseNote {...{ consultation }} {...calendar} /> : null}
      {view === undefined ? null : (
        <p class="hint">
          {[releaseWords(reader, view.release, timeZone), ...scheduleWords(view)].join(" ")}
        </p>
      )}
      {view === undefined ? null : <TakePart {...{ consultation, calendar }} />}
    </section>
  );
}
