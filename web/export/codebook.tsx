import type { Consultation } from "../../domain/consultation/definition.ts";
import { wideColumns } from "../../domain/export/columns.ts";
import { useReader } from "../language/reader.ts";
import { labelledColumns } from "./labels.ts";

/** What each column of `ballots.csv` says, with every number that can stand in it. */
export function Codebook({ definition }: { definition: Consultation }) {
  const { language, text } = useReader();
  const words = text.exports;
  const rows = labelledColumns(wideColumns(definition), definition, language);
  return (
    <section aria-labelledby="codebook">
      <h2 id="codebook">{words.codebookHeading}</h2>
      <p>{words.codebook}</p>
      <details>
        <summary>{words.allColumns}</summary>
        {/* Reached by keyboard: otherwise what does not fit could not be scrolled to. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section class="table-scroll" aria-label={words.allColumns} tabIndex={0}>
          <table class="codebook-table" aria-labelledby="codebook">
            <thead>
              <tr>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.means}</th>
                <th scope="col">{words.values}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ column, label, values }) => (
                <tr key={column.name}>
                  <th scope="row">
                    <code>{column.name}</code>
                  </th>
                  <td>{label}</td>
                  <td>
                    {column.values
                      .map(({ value }, place) => `${value} ${values[place]!}`)
                      .join(" · ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
