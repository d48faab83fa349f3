import { arrangementFields, BETWEEN, MOST_ABOVE } from "../../domain/draft/import/arrangement.ts";
import { columnLetters, usedColumns } from "../../domain/draft/import/sheet.ts";
import type { Language } from "../../domain/language.ts";
import { Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import type { Arranging } from "./arranging.ts";
import { meanings } from "./meaning-words.ts";

/** Rows that are shown of a table, so that one sees what stands in each column. */
const SHOWN_ROWS = 6;
/** Units that are shown of one cell. */
const SHOWN_UNITS = 90;

interface Props {
  arranging: Arranging;
  /** The languages that texts may be in, the original first. */
  languages: readonly Language[];
}

/** What was read, and what each part of it is: for each column of a table a choice; of a text all of it. */
export function ArrangeFields({ arranging, languages }: Props) {
  const { text } = useReader();
  const words = text.draft.importing.arrange;
  if (arranging.kind === "text") {
    return (
      <>
        <input type="hidden" name="way" value="paste" />
        <Field id="text" label={words.text}>
          {() => (
            <textarea id="text" name="text" rows={12} dir="auto">
              {`\n${arranging.text}`}
            </textarea>
          )}
        </Field>
        <LookAgain />
      </>
    );
  }
  const { sheets, number } = arranging;
  return (
    <>
      <input type="hidden" name="way" value="file" />
      <input type="hidden" name="table" value={JSON.stringify(sheets)} />
      <input type="hidden" name="seen" value={number} />
      <h2 id="columns-h">{words.columns}</h2>
      <p class="hint">{words.columnsHint}</p>
      {sheets.sheets.length < 2 ? null : (
        <Field id="sheet" label={words.sheet}>
          {() => (
            <select id="sheet" name="sheet">
              {sheets.sheets.map(({ name }, index) => (
                <option key={index} value={index} selected={index === number}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TableFields {...{ arranging, languages }} />
      <LookAgain />
    </>
  );
}

const LookAgain = () => (
  <p class="buttons">
    <button class="secondary" type="submit" name="do" value="look">
      {useReader().text.draft.importing.arrange.look}
    </button>
  </p>
);

interface TableProps {
  arranging: Extract<Arranging, { kind: "table" }>;
  languages: readonly Language[];
}

function TableFields({ arranging, languages }: TableProps) {
  const { language, text } = useReader();
  const words = text.draft.importing.arrange;
  const { sheets, number, arrangement } = arranging;
  const sheet = sheets.sheets[number]!;
  const columns = usedColumns(sheet);
  const head = sheet.rows.findIndex(({ line }) => line === arrangement.head);
  const rows = sheet.rows.slice(Math.max(0, head), Math.max(0, head) + SHOWN_ROWS);
  const choices = meanings(text, languages);
  return (
    <>
      <Field id="head" label={words.head}>
        {() => (
          <select id="head" name="head">
            {sheet.rows.slice(0, MOST_ABOVE).map(({ line, cells }) => (
              <option key={line} value={line} selected={line === arrangement.head}>
                {`${formatNumber(language, line)}: ${short(cells.filter(Boolean).join(" · "))}`}
              </option>
            ))}
            <option value={0} selected={arrangement.head === 0}>
              {words.noHead}
            </option>
          </select>
        )}
      </Field>
      <div class="table-scroll" role="region" aria-labelledby="columns-h" tabIndex={0}>
        <table class="arrange" aria-labelledby="columns-h">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <label for={`column-${column}`}>
                    {fill(words.column, { column: columnLetters(column) })}
                  </label>
                  <select id={`column-${column}`} name={`column.${column}`}>
                    <option value="">{words.nothing}</option>
                    {choices.map(([value, name]) => (
                      <option
                        key={value}
                        value={value}
                        selected={value === arrangementFields(arrangement, column)}
                      >
                        {name}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row">{formatNumber(language, line)}</th>
                {columns.map((column) => (
                  <td key={column} dir="auto">
                    {line === arrangement.head ? (
                      <strong>{short(cells[column] ?? "")}</strong>
                    ) : (
                      short(cells[column] ?? "")
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Field id="between" label={words.between}>
        {() => (
          <select id="between" name="between">
            {BETWEEN.map((one) => (
              <option key={one} value={one} selected={one === arrangement.between}>
                {words.betweens[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

const short = (text: string): string =>
  text.length <= SHOWN_UNITS ? text : `${text.slice(0, SHOWN_UNITS).toWellFormed()}…`;
