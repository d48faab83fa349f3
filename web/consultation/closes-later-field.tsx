import { clockIn } from "../../domain/consultation/time-zone.ts";
import { Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatMoment, zoneName } from "../text.ts";

interface Props {
  closesAt: string;
  timeZone: string;
  /** What was typed when it was refused. */
  entered: string | undefined;
  refused: boolean;
}

/** The new moment of closing, by the clocks of the consultation's zone; it begins at the present one. */
export function ClosesLaterField({ closesAt, timeZone, entered, refused }: Props) {
  const { language, text } = useReader();
  const words = text.draft.life.closesLater;
  const now = clockIn(timeZone, new Date(closesAt));
  return (
    <Field
      id="closesAt"
      label={words.label}
      hint={fill(words.hint, {
        zone: zoneName(language, new Date(closesAt), timeZone),
        now: formatMoment(language, closesAt, timeZone),
      })}
      fault={refused ? words.wrong : undefined}
    >
      {(described) => (
        <input
          class="line-input short"
          type="datetime-local"
          id="closesAt"
          name="closesAt"
          value={entered ?? now}
          {...described}
        />
      )}
    </Field>
  );
}
