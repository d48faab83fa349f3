import type { Language } from "../../domain/language.ts";
import { type GivenRole, type Role, ROLES } from "../../domain/organiser/role.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { languageName } from "../language/names.ts";
import type { Described } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";

/** A role in words; a translator's with the languages. */
export function roleName({ organiser }: Catalogue, { role, languages = [] }: GivenRole): string {
  const names = languages.map((one) => languageName(one)).join(", ");
  return organiser.roles[role] + (names === "" ? "" : ` (${names})`);
}

interface RoleProps {
  id: string;
  chosen: Role;
  among?: readonly Role[];
  described?: Described;
}

/** The roles to choose from. */
export function RoleChoice({ id, chosen, among = ROLES, described }: RoleProps) {
  const { roles } = useReader().text.organiser;
  return (
    <select id={id} name="role" {...described}>
      {among.map((role) => (
        <option key={role} value={role} selected={role === chosen}>
          {roles[role]}
        </option>
      ))}
    </select>
  );
}

interface LanguagesProps {
  /** That of the choice of role to which it belongs. */
  id: string;
  among: readonly Language[];
  chosen?: readonly Language[] | undefined;
}

/** The languages that a translator is given; they stand beside the role, with or without a script. */
export function LanguagesChoice({ id, among, chosen = [] }: LanguagesProps) {
  const words = useReader().text.organiser.team;
  return (
    <fieldset class="for-translator" aria-describedby={`${id}-languages-hint`}>
      <legend>{words.languages}</legend>
      {among.map((one) => (
        <label class="choice" key={one}>
          <input type="checkbox" name="language" value={one} checked={chosen.includes(one)} />
          <span lang={one}>{languageName(one)}</span>
        </label>
      ))}
      <p class="hint" id={`${id}-languages-hint`}>
        {words.languagesHint}
      </p>
    </fieldset>
  );
}
