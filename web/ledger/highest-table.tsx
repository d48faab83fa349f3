import { PANELS } from "../../domain/ballot/ballot.ts";
import { isAnswered } from "../../domain/ledger/ledger.ts";
import { isAnswer } from "../../domain/response/status.ts";
import { unmarked, Wording } from "../language/said.tsx";
import { statusWord } from "../response/status-words.ts";
import { formatMean } from "../results/facts/format.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import { fill, formatNumber } from "../text.ts";
import type { AddresseeView } from "./of-addressee.ts";
import type { LedgerLine, LedgerView } from "./view.ts";
import { daysWords, dayWords } from "./words.tsx";

/** An addressee's highest: place among all, wording, what either panel gave it, and how long it has waited. */
export function HighestTable({ of }: { of: AddresseeView }) {
  const { view, newest, highest } = of;
  const { language, text, choices } = view;
  const { table } = text.ledger;
  const { release } = newest;
  const panels = PANELS.filter((panel) =>
    release.recommendations.some((one) => one.panels[panel].mean !== null),
  );
  return (
    <table class="sheet-table ledger-table">
      <thead>
        <tr>
          <th scope="col" class="number">
            {table.place}
          </th>
          <th scope="col">{table.recommendation}</th>
          {panels.map((panel) => (
            <th key={panel} scope="col" class="number">
              {text.common.panels[panel]}
            </th>
          ))}
          <th scope="col">{table.answer}</th>
        </tr>
      </thead>
      <tbody>
        {highest.map((line) => (
          <tr key={line.code}>
            <td class="number">{formatNumber(language, line.places[choices.by]!)}</td>
            <th scope="row">
              <span class="sheet-title">
                <span class="code">{line.code}</span> <Wording of={unmarked(line.said)} />
              </span>
            </th>
            {panels.map((panel) => {
              const figures = line.panels[panel];
              return (
                <td key={panel} class="number">
                  <PanelMark panel={panel} />{" "}
                  {figures.mean === null
                    ? "–"
                    : formatMean({ language, release }, figures, figures.mean)}
                </td>
              );
            })}
            <td>{answerWords(view, line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What stands, in short: how long there has been nothing, or of which day it is. */
function answerWords(view: LedgerView, line: LedgerLine): string {
  const { language, text } = view;
  const { status, answer, measures, silence } = line;
  const number = (value: number) => formatNumber(language, value);
  if (!isAnswered(line)) return `${statusWord(view, status)}, ${daysWords(view, silence!.days)}`;
  return answer !== undefined && isAnswer(answer.status)
    ? `${statusWord(view, status)}, ${dayWords(view, answer.day)}`
    : fill(text.ledger.table.measures, {
        answered: number(measures.answered),
        of: number(measures.of),
      });
}
