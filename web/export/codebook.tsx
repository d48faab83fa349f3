import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Texts } from "../../domain/language.ts";
import { ballotColumns } from "../../domain/export/ballots-table.ts";
import { Filled } from "../language/filled.tsx";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";

/** What each column of the table of single ballots says, with every code that can stand in it. */
export function Codebook({ definition }: { definition: Consultation }) {
  const reader = useReader();
  const said = (texts: Texts) => <Wording of={saidIn(reader, definition, texts)} />;
  const words = reader.text.exports;
  const rows = ballotColumns(definition).map((column) => {
    if ("recommendation" in column) {
      const rated = definition.recommendations.find(({ code }) => code === column.recommendation)!;
      const means = <Filled of={words.rating} values={{ title: said(rated.title) }} />;
      return { name: column.name, means };
    }
    if (!("question" in column)) return { name: column.name, means: words.columns[column.name] };
    const question = definition.about.find(({ code }) => code === column.question)!;
    const codes = question.options.map(({ code }) => code).join(", ");
    const values = { question: said(question.question), codes };
    return { name: column.name, means: <Filled of={words.answer} values={values} /> };
  });
  return (
    <section aria-labelledby="codebook">
      <h2 id="codebook">{words.codebookHeading}</h2>
      <p>{words.codebook}</p>
      <details>
        <summary>{words.allColumns}</summary>
        <table aria-labelledby="codebook">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.means}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, means }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{means}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
