import type { Language } from "../../domain/language.ts";
import type { DayOfRelease } from "../../domain/participation/history.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { formatDay, formatNumber } from "../text.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import { DaysChart } from "./days-chart.tsx";
import { shownOr } from "./shown-or.ts";

interface Props {
  language: Language;
  text: Catalogue;
  days: readonly DayOfRelease[];
}

/** How many took part over time, as a picture and as a table. */
export function Days({ language, text, days }: Props) {
  const { participation } = text;
  const { columns } = participation;
  return (
    <figure>
      <figcaption>
        <h3>{participation.overTime}</h3>
        {`${participation.caption} `}
        <PanelMark panel="public" /> {columns.public} · <PanelMark panel="expert" />{" "}
        {columns.expert}
      </figcaption>
      <DaysChart language={language} text={text} days={days} />
      <div class="table-scroll" role="region" aria-label={participation.table} tabIndex={0}>
        <table>
          <caption>{participation.table}</caption>
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
