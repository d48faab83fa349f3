import { PANELS } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import {
  howTold,
  personColumns,
  saidValues,
  type ToldOfPersons,
} from "../../domain/export/ballots-table.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Language } from "../../domain/language.ts";
import { fill } from "../text.ts";
import { FormToken } from "../organiser/console-page.tsx";
import type { SectionProps } from "../organiser/section-page.tsx";

interface Props extends Pick<SectionProps, "signedIn" | "consultation"> {
  language: Language;
  text: Catalogue;
  definition: Consultation;
  told: ToldOfPersons;
}

/** What an export tells of persons, and the same as a file to keep beside it. */
export function ToldTable({ language, text, signedIn, consultation, definition, told }: Props) {
  const words = text.exports.persons;
  const rows = PANELS.flatMap((panel) =>
    personColumns(definition, panel).map(({ name }) => {
      const kept = told[panel][name] ?? [];
      const values = saidValues(kept).join(", ");
      return { panel, name, how: fill(words.how[howTold(kept)], { values }) };
    }),
  );
  return (
    <details>
      <summary>{words.heading}</summary>
      <p id="told">{words.why}</p>
      <table aria-labelledby="told">
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.told}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ panel, name, how }) => (
            <tr key={`${panel} ${name}`}>
              <th scope="row">
                {text.common.panels[panel]}: <code>{name}</code>
              </th>
              <td>{how}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form
        class="download-part"
        method="post"
        action={organisePath(ORGANISE.downloadExport, { id: consultation.id, lang: language })}
      >
        <FormToken signedIn={signedIn} />
        <button class="secondary" type="submit" name="part" value="about">
          {words.download}
        </button>
      </form>
    </details>
  );
}
