import { pathOf, RECOMMENDATION } from "../../domain/paths.ts";
import { unmarked, Wording } from "../language/said.tsx";
import { promiseWords, statusWord } from "../response/status-words.ts";
import { fill, formatNumber } from "../text.ts";
import type { LedgerLine, LedgerView } from "./view.ts";
import { dayWords, Ratings, silentWords } from "./words.tsx";

/** What the picture shows, and what was answered: one row for each recommendation that is shown. */
export function LedgerTable({ view }: { view: LedgerView }) {
  const { text, ledger, orders, shown, newest } = view;
  const { table } = text.ledger;
  return (
    <table class="ledger-table" id="table">
      <caption>{fill(table.caption, { day: dayWords(view, ledger.day) })}</caption>
      <thead>
        <tr>
          {orders.length === 0 ? null : (
            <th scope="col" class="number">
              {table.place}
            </th>
          )}
          <th scope="col">{table.recommendation}</th>
          {newest === undefined ? null : <th scope="col">{table.ratings}</th>}
          <th scope="col">{table.answer}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => (
          <TableRow key={line.code} view={view} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function TableRow({ view, line }: { view: LedgerView; line: LedgerLine }) {
  const { language, consultation, orders, newest } = view;
  const isOfSeveral = consultation.addressees.length > 1;
  const address = { id: consultation.id, code: line.code, lang: language };
  return (
    <tr>
      {orders.length === 0 ? null : (
        <td class="number">
          <Place view={view} line={line} />
        </td>
      )}
      <th scope="row">
        <a href={pathOf(RECOMMENDATION, address)}>
          <Wording of={unmarked(line.said)} />
        </a>{" "}
        <span class="code">{line.code}</span>
        {isOfSeveral ? (
          <span class="hint">
            <Wording of={unmarked(line.name)} />
          </span>
        ) : null}
      </th>
      {newest === undefined ? null : (
        <td>
          <Ratings view={view} line={line} />
        </td>
      )}
      <td>
        <AnswerWords view={view} line={line} />
      </td>
    </tr>
  );
}

/** A place, and the range of ranks that a release leaves it, where that says more. */
function Place({ view, line }: { view: LedgerView; line: LedgerLine }) {
  const { language, text, choices } = view;
  const { table } = text.ledger;
  const number = (value: number) => formatNumber(language, value);
  const place = line.places[choices.by];
  if (place === null) return <span class="hint">{table.untold}</span>;
  const [from, to] = (choices.by !== "both" && line.panels[choices.by].rankRange) || [0, 0];
  return (
    <>
      <b>{number(place)}</b>
      {from === to ? null : (
        <span class="hint">
          <span class="visually-hidden">
            {fill(table.between, { from: number(from), to: number(to) })}
          </span>
          <span aria-hidden="true">{`${number(from)}–${number(to)}`}</span>
        </span>
      )}
    </>
  );
}

/** What stands, for how long there was nothing, who said it, and what is promised next. */
function AnswerWords({ view, line }: { view: LedgerView; line: LedgerLine }) {
  const { language, text } = view;
  const { table } = text.ledger;
  const { status, answer, measures, promises } = line;
  const number = (value: number) => formatNumber(language, value);
  const open = promises.filter(({ state }) => state === "coming" || state === "passed");
  return (
    <>
      {status === "no-answer" ? null : <b>{statusWord(view, status)}</b>}
      <span class="ledger-words">{silentWords(view, line)}</span>
      {measures.answered === 0 ? null : (
        <span class="ledger-words">
          {fill(table.measures, { answered: number(measures.answered), of: number(measures.of) })}
        </span>
      )}
      {answer === undefined ? null : (
        <span class="ledger-words hint">
          {answer.by === "addressee" ? table.byAddressee : table.byOrganiser}
          {answer.source === undefined
            ? null
            : ` ${fill(table.source, { source: answer.source.title })}`}
        </span>
      )}
      {open.map((promise) => (
        <span class="ledger-words" key={promise.answer.number}>
          {promiseWords(view, promise)}
        </span>
      ))}
    </>
  );
}
