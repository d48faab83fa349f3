import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";

interface Props {
  consultation: Pick<Consultation, "id">;
  calendar: Calendar;
}

/** The way to the questions, while answers are taken and never else. */
export function TakePart({ consultation: { id }, calendar }: Props) {
  const { language, text } = useReader();
  if (!calendar.canRate) return null;
  return (
    <p>
      <a class="button primary" href={pathOf(RATE, { id, lang: language })}>
        {text.results.takePart}
      </a>
    </p>
  );
}
