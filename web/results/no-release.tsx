import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { firstWords } from "./facts/schedule-words.ts";
import { TakePart } from "./take-part.tsx";

interface Props {
  consultation: Consultation;
  calendar: Calendar;
}

/** The results page before the first release: when there will be something, and what to do. */
export function NoRelease({ consultation, calendar }: Props) {
  const { language, text } = useReader();
  const { none } = text.results;
  // Nothing follows any more, which the calendar has said.
  if (calendar.state === "too-few") return null;
  const isAhead = calendar.state !== "counting";
  return (
    <div class="empty">
      <h2>{none.heading}</h2>
      {isAhead ? <p>{firstWords({ language, text }, consultation)}</p> : null}
      <p>{calendar.canRate ? `${none.todo} ${none.soon}` : none.soon}</p>
      <TakePart {...{ consultation, calendar }} />
    </div>
  );
}
