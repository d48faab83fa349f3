import { Field } from "../form/field.tsx";

interface Props {
  id: string;
  label: string;
  hint: string;
  value: string;
  fault: string | undefined;
}

/** A field of one line. */
export const LineField = ({ id, name, value, ...field }: Props & { name: string }) => (
  <Field id={id} {...field}>
    {(described) => (
      <input
        class="text-input"
        type="text"
        id={id}
        name={name}
        dir="auto"
        value={value}
        {...described}
      />
    )}
  </Field>
);

/** A day. Where a browser has no calendar, it is typed. */
export const DayField = ({ id, value, ...field }: Props) => (
  <Field id={id} {...field}>
    {(described) => (
      <input class="text-input" type="date" id={id} name={id} value={value} {...described} />
    )}
  </Field>
);

/** Addresses that support what was said, one on each line. */
export const EvidenceField = ({ value, ...field }: Omit<Props, "id">) => (
  <Field id="evidence" {...field}>
    {(described) => (
      <textarea id="evidence" name="evidence" rows={3} dir="ltr" spellcheck={false} {...described}>
        {`\n${value}`}
      </textarea>
    )}
  </Field>
);
