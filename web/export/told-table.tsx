import { PANELS } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import {
  howTold,
  personColumns,
  saidValues,
  type ToldOfPersons,
} from "../../domain/export/ballots-table.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

interface Props {
  definition: Consultation;
  told: ToldOfPersons;
}

/** What an export tells of persons; the same is in it as `persons.csv`. */
export function ToldTable({ definition, told }: Props) {
  const { text } = useReader();
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
    </details>
  );
}
