import { PANELS } from "../../domain/ballot/ballot.ts";
import { isAnswered } from "../../domain/ledger/ledger.ts";
import { unmarked, Wording } from "../language/said.tsx";
import { statusWord } from "../response/status-words.ts";
import { formatMean } from "../results/facts/format.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import { formatNumber } from "../text.ts";
import type { AddresseeView } from "./of-addressee.ts";
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
    <table class="sheet-table">
      <thead>
        <tr>
          <th scope="col" class="number">
            {table.place}
          </th>
          <th scope="col">{table.recommendation}</th>
          {panels.map((panel) => (
            <th key={panel} scope="col" class="number">
              <PanelMark panel={panel} /> {text.common.panels[panel]}
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
              <span class="code">{line.code}</span> <Wording of={unmarked(line.said)} />
            </th>
            {panels.map((panel) => {
              const figures = line.panels[panel];
              return (
                <td key={panel} class="number">
                  {figures.mean === null
                    ? "–"
                    : formatMean({ language, release }, figures, figures.mean)}
                </td>
              );
            })}
            <td>
              {statusWord(view, line.status)}
              {", "}
              {isAnswered(line)
                ? dayWords(view, line.silence!.answeredOn!)
                : daysWords(view, line.silence!.days)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
