import { AT_RATINGS, groupTrade, type Rules, trades } from "../../domain/draft/trade.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber, plural } from "../text.ts";
import { TradeChart, type TradeRow } from "./trade-chart.tsx";

interface Props {
  rules: Rules;
  now: Date;
}

/** What each schedule costs, as a picture and as a table: drawn from the rules as they are stored. */
export function TradeFigure({ rules, now }: Props) {
  const { language, text } = useReader();
  const { trade, schedules } = text.draft;
  const groups = groupTrade(rules);
  const rows: TradeRow[] = trades(rules, now).map(({ every, times, points }) => ({
    key: every,
    name: schedules[every],
    times: every === "demonstration" ? trade.noEnd : plural(language, trade.releases, times),
    points,
    chosen: every === rules.every,
  }));
  if (groups !== undefined) {
    rows.push({
      key: "groups",
      name: plural(language, trade.groups, groups.groupings),
      times: plural(language, trade.releases, groups.times),
      points: groups.points,
      chosen: false,
    });
  }
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  return (
    <figure class="trade" aria-labelledby="trade-heading">
      <figcaption>
        <h3 id="trade-heading">{trade.heading}</h3>
        <p>{trade.caption}</p>
        <p class="hint">{rules.opensAt === undefined ? trade.asIfNow : trade.asStored}</p>
      </figcaption>
      <TradeChart rows={rows} />
      <div class="table-scroll" role="region" aria-label={trade.table} tabIndex={0}>
        <table>
          <caption>{trade.table}</caption>
          <thead>
            <tr>
              <th scope="col">{trade.schedule}</th>
              <th scope="col" class="number">
                {trade.times}
              </th>
              {AT_RATINGS.map((n) => (
                <th key={n} scope="col" class="number">
                  {fill(trade.at, { n: number(n) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.name}
                  {row.chosen ? ` (${trade.chosen})` : ""}
                </th>
                <td class="number">{row.times}</td>
                {row.points.map((points, place) => (
                  <td key={AT_RATINGS[place]} class="number">
                    {`± ${number(points, 1)}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groups === undefined ? <p class="hint">{trade.noGroups}</p> : null}
      {rules.experts === "exact" ? <p class="hint">{trade.exact}</p> : null}
    </figure>
  );
}
