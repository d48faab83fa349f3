import { useReader } from "../language/reader.ts";
import type { FlatConsultation } from "../respondent/localize.ts";
import { fill, formatMoment } from "../text.ts";

interface Props {
  consultation: Pick<FlatConsultation, "opensAt" | "closesAt" | "timeZone">;
  /** It is printed before it opens. */
  notYet: boolean;
}

/** By when a form has to be handed in, by the clocks of the consultation: whoever holds it has no page to ask. */
export function FormDates({ consultation, notYet }: Props) {
  const { language, text } = useReader();
  const { opensAt, closesAt, timeZone } = consultation;
  const at = (iso: string) => ({ moment: formatMoment(language, iso, timeZone) });
  const { opens, closes } = text.paper.dates;
  const dates = [
    ...(notYet && opensAt !== undefined ? [fill(opens, at(opensAt))] : []),
    ...(closesAt === undefined ? [] : [fill(closes, at(closesAt))]),
  ];
  return dates.length === 0 ? null : (
    <p>
      <b>{dates.join(" ")}</b>
    </p>
  );
}
