import type { DayOfRelease } from "../../domain/participation/history.ts";
import { useReader } from "../language/reader.ts";
import { formatDay, formatNumber } from "../text.ts";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import { DaysChart } from "./days-chart.tsx";
import { shownOr } from "./shown-or.ts";

/** How many took part over time, as a picture and as a table. */
export function Days({ days }: { days: readonly DayOfRelease[] }) {
  const { language, text } = useReader();
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
      <DaysChart days={days} />
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
