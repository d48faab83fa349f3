import type { Panel } from "../../domain/ballot/ballot.ts";
import type { ComparedPair } from "../../domain/release/comparison.ts";
import type { Figures } from "../../domain/release/schema.ts";
import { pathOf, RECOMMENDATION } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { unmarked, Wording } from "../language/said.tsx";
import { Difference, FigureCell } from "../results/waves.tsx";
import { fill, formatNumber } from "../text.ts";
import { type Compared, titleIn } from "./said-side.ts";

interface Props {
  comparison: Compared;
  panel: Panel;
}

/** The figures of a panel then and now, a row for each recommendation; of two waves the difference too. */
export function CompareTable({ comparison, panel }: Props) {
  const { text } = useReader();
  const { table } = text.compare;
  const isWaves = comparison.kind === "waves";
  const caption = `caption-${panel}`;
  return (
    // Reached by keyboard: otherwise what does not fit could not be scrolled to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table-scroll" aria-labelledby={caption} tabIndex={0}>
      <table class="compare-table">
        <caption id={caption}>{fill(table.caption, { panel: text.common.panels[panel] })}</caption>
        <thead>
          <tr>
            <th scope="col">{table.recommendation}</th>
            <th scope="col">{table.meanThen}</th>
            <th scope="col">{table.meanNow}</th>
            <th scope="col">{table.rankThen}</th>
            <th scope="col">{table.rankNow}</th>
            {isWaves ? <th scope="col">{table.difference}</th> : null}
          </tr>
        </thead>
        <tbody>
          {comparison.pairs.map((pair) => (
            <Line key={pair.code} {...{ comparison, panel, pair }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ comparison, panel, pair }: Props & { pair: ComparedPair }) {
  const reader = useReader();
  const { later, earlier, kind } = comparison;
  const { code, panels } = pair;
  const of = panels[panel];
  const page = { id: later.consultation.id, code, lang: reader.language };
  return (
    <tr>
      <th scope="row">
        <a href={pathOf(RECOMMENDATION, page)}>
          <Wording of={unmarked(titleIn(reader, comparison, code))} />
        </a>{" "}
        <span class="code">{code}</span>
      </th>
      <FigureCell of={earlier} figures={of.earlier} />
      <FigureCell of={later} figures={of.later} />
      <RankCell figures={of.earlier} />
      <RankCell figures={of.later} />
      {kind === "waves" ? (
        <td>
          <Difference of={of} />
        </td>
      ) : null}
    </tr>
  );
}

/** A rank with the range that chance and noise leave it. */
function RankCell({ figures: { rank, rankRange } }: { figures: Figures }) {
  const { language, text } = useReader();
  const { table, chart } = text.compare;
  if (rank === null) return <td>{chart.untold}</td>;
  const number = (value: number) => formatNumber(language, value);
  const [low, high] = rankRange ?? [rank, rank];
  return (
    <td>
      {low === high
        ? number(rank)
        : fill(table.rank, { rank: number(rank), low: number(low), high: number(high) })}
    </td>
  );
}
