import type { Language } from "../../domain/language.ts";
import type { DayOfRelease } from "../../domain/participation/history.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { formatDay, formatNumber } from "../language/text.ts";
import { PanelMark } from "../results/panel-mark.tsx";
import { DaysChart } from "./days-chart.tsx";
import { shownOr } from "./shown-or.ts";

interface Props {
  language: Language;
  text: Catalogue;
  days: readonly DayOfRelease[];
}

/** How many took part over time, as a picture and as a table. */
export function Days({ language, text, days }: Props) {
  const { watching } = text;
  const { columns } = watching;
  return (
    <figure>
      <figcaption>
        <h3>{watching.overTime}</h3>
        {`${watching.caption} `}
        <PanelMark panel="public" /> {columns.public} · <PanelMark panel="expert" />{" "}
        {columns.expert}
      </figcaption>
      <DaysChart language={language} text={text} days={days} />
      <div class="table-scroll" role="region" aria-label={watching.table} tabIndex={0}>
        <table>
          <caption>{watching.table}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.day}</th>
              <th scope="col" class="number">
                {columns.release}
              </th>
              <th scope="col" class="number">
                {columns.public}
              </th>
              <th scope="col" class="number">
                {columns.expert}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, release, ballots }) => (
              <tr key={day}>
                <th scope="row">{formatDay(language, day)}</th>
                <td class="number">{formatNumber(language, release)}</td>
                <td class="number">{shownOr(language, text, ballots.public)}</td>
                <td class="number">{shownOr(language, text, ballots.expert)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
