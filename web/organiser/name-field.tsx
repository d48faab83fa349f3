import { NAME_LENGTH } from "../../domain/organiser/name.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";

interface Props {
  text: Catalogue;
  value: string;
  refused?: boolean;
}

/** The field for an organiser's own name. */
export function NameField({ text, value, refused = false }: Props) {
  const words = text.organiser.register;
  return (
    <div class="field">
      <label for="name">{words.name}</label>
      <p class="hint" id="name-hint">
        {fill(words.nameHint, { most: NAME_LENGTH })}
      </p>
      <input
        class="text-input"
        type="text"
        id="name"
        name="name"
        value={value}
        required
        maxLength={NAME_LENGTH}
        autocomplete="name"
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? "refusal name-hint" : "name-hint"}
      />
    </div>
  );
}
