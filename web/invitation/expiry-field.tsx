import { Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { fill, zoneName } from "../text.ts";

interface Props {
  label: string;
  today: string;
  /** The zone in which the day ends. */
  timeZone: string;
  value: string;
  fault: string | undefined;
}

/** The last day on which codes can be used. Where a browser has no calendar, it is typed. */
export function ExpiryField({ label, today, timeZone, value, fault }: Props) {
  const { language, text } = useReader();
  const { make } = text.invitation;
  const zone = zoneName(language, new Date(`${today}T12:00:00Z`), timeZone);
  return (
    <Field
      id="expires"
      label={label}
      hint={fill(make.expiresHint, { example: today, zone })}
      fault={fault}
    >
      {(described) => (
        <input
          class="line-input short"
          type="date"
          id="expires"
          name="expires"
          value={value}
          {...described}
        />
      )}
    </Field>
  );
}
