import { useReader } from "../language/reader.ts";
import { formatDay, formatMoment } from "../text.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { FlatConsultation } from "./localize.ts";
import { PublicNote } from "./public-note.tsx";

type Changed = Pick<FlatConsultation, "corrections" | "closings" | "timeZone">;

/** What was changed while it was open, each with the organisers' note: wording, and the moment of closing. */
export function PublicNotes({ corrections, closings, timeZone }: Changed) {
  const { language, text } = useReader();
  const { page } = text.rate;
  return (
    <>
      {corrections.map(({ at, note }) => (
        <p class="notice" key={at}>
          <PublicNote
            words={page.corrected}
            note={note}
            values={{ day: formatDay(language, dayIn(timeZone, new Date(at))) }}
          />
        </p>
      ))}
      {closings.map(({ to, note }) => (
        <p class="notice" key={to}>
          <PublicNote
            words={page.closesLater}
            note={note}
            values={{ moment: formatMoment(language, to, timeZone) }}
          />
        </p>
      ))}
    </>
  );
}
