import { NAME_LENGTH } from "../../domain/organiser/name.ts";
import { Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

/** The field for an organiser's own name; what is wrong with it stands in the refusal. */
export function NameField({ value, refused = false }: { value: string; refused?: boolean }) {
  const words = useReader().text.organiser.register;
  return (
    <Field
      id="name"
      label={words.name}
      hint={fill(words.nameHint, { most: NAME_LENGTH })}
      describedBy={refused ? "refusal" : undefined}
      refused={refused}
    >
      {(described) => (
        <input
          class="text-input"
          type="text"
          id="name"
          name="name"
          value={value}
          required
          maxLength={NAME_LENGTH}
          autocomplete="name"
          {...described}
        />
      )}
    </Field>
  );
}
