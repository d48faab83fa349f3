import { Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

interface Props {
  label: string;
  today: string;
  value: string;
  fault: string | undefined;
}

/** The last day on which codes can be used. Where a browser has no calendar, it is typed. */
export function ExpiryField({ label, today, value, fault }: Props) {
  const { make } = useReader().text.invitation;
  return (
    <Field
      id="expires"
      label={label}
      hint={fill(make.expiresHint, { example: today })}
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
