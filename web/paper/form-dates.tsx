import { dayEndedBy } from "../../domain/consultation/time-zone.ts";
import { useReader } from "../language/reader.ts";
import type { FlatConsultation } from "../respondent/localize.ts";
import { fill, formatDay, formatMoment, zoneName } from "../text.ts";

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
  const { opens, closes, closesWhole } = text.paper.dates;
  const until = (iso: string) => {
    const day = dayEndedBy(timeZone, new Date(iso));
    if (day === undefined) return fill(closes, at(iso));
    const zone = zoneName(language, new Date(iso), timeZone);
    return fill(closesWhole, { day: formatDay(language, day), zone });
  };
  const dates = [
    ...(notYet && opensAt !== undefined ? [fill(opens, at(opensAt))] : []),
    ...(closesAt === undefined ? [] : [until(closesAt)]),
  ];
  return dates.length === 0 ? null : (
    <p>
      <b>{dates.join(" ")}</b>
    </p>
  );
}
