import { PANELS } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import {
  howTold,
  personColumns,
  saidValues,
  type ToldOfPersons,
} from "../../domain/export/ballots-table.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import type { SectionProps } from "../organiser/section-page.tsx";

interface Props extends Pick<SectionProps, "signedIn" | "consultation"> {
  definition: Consultation;
  told: ToldOfPersons;
}

/** What an export tells of persons, and the same as a file to keep beside it. */
export function ToldTable({ signedIn, consultation, definition, told }: Props) {
  const { language, text } = useReader();
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
      <Form
        class="download-part"
        action={organisePath(ORGANISE.downloadExport, { id: consultation.id, lang: language })}
        token={signedIn.formToken}
      >
        <button class="secondary" type="submit" name="part" value="about">
          {words.download}
        </button>
      </Form>
    </details>
  );
}
