import type { SegmentResult } from "../../domain/release/schema.ts";
import { namedGroupings } from "../groupings/group-names.ts";
import { Wording } from "../language/said.tsx";
import { Reasons } from "../results/explanations.tsx";
import { formatEnd, formatMean, formatShare } from "../results/facts/format.ts";
import { hiddenMark, reasonsIn, reasonWords } from "../results/facts/hidden.ts";
import type { ResultRow } from "../results/facts/row.ts";
import type { ResultsView } from "../results/facts/view.ts";
import { fill, formatNumber } from "../text.ts";

/** One recommendation by every group of the public; or why nothing is shown of any. */
export function GroupsTable({ row, view }: { row: ResultRow; view: ResultsView }) {
  const { release, text } = view;
  const { table } = text.results;
  const words = text.recommendation.groups;
  const groups = release.segments;
  const [first] = groups;
  if (first === undefined) return null;
  const ofOne = ({ recommendations }: SegmentResult) =>
    recommendations.filter(({ code }) => code === row.code);
  const isUntold = groups.every(({ madeIn }) => madeIn === null);
  const why = isUntold ? first.hidden["ballots"] : undefined;
  if (why !== undefined) {
    return (
      <p class="hint" id="groups">
        {fill(words.none, { reason: reasonWords(view, why) })}
      </p>
    );
  }
  return (
    <details class="more" id="groups">
      <summary>{words.heading}</summary>
      {/* Reached by keyboard: otherwise what does not fit could not be scrolled to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section class="table-scroll" aria-labelledby="groups-caption" tabIndex={0}>
        <table>
          <caption id="groups-caption">{fill(words.caption, { code: row.code })}</caption>
          <thead>
            <tr>
              <th scope="col">{table.panel}</th>
              {[words.tookPart, table.rated, table.mean, table.rank, table.high].map((name) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {namedGroupings(view).map(({ code, question, label }) => (
            <tbody key={code}>
              <tr>
                <th scope="rowgroup" colSpan={6}>
                  <Wording of={question} />
                </th>
              </tr>
              {groups
                .filter((one) => one.question === code)
                .map((one) => (
                  <tr key={one.option}>
                    <th scope="row">
                      <Wording of={label(one.option)} />
                    </th>
                    {cellsOf(view, one, row.code).map((cell, place) => (
                      <td key={place} class="number">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </section>
      <Reasons view={view} of={reasonsIn(groups.flatMap((one) => [one, ...ofOne(one)]))} />
    </details>
  );
}

/** What is told of a group: how many took part, and of this recommendation n, mean, rank and share, or marks. */
function cellsOf(view: ResultsView, group: SegmentResult, code: string): string[] {
  const { language, release } = view;
  const number = (value: number) => formatNumber(language, value);
  const tookPart = release.method === 1 ? group.ballots : group.participation;
  const figures = group.recommendations.find((one) => one.code === code);
  const why = (key: string) => hiddenMark(figures?.hidden[key] ?? group.hidden["ballots"]);
  const within = <Value,>(
    value: Value | null | undefined,
    ends: readonly [Value, Value] | null | undefined,
    key: string,
    write: (one: Value) => string,
    end = write,
  ) => {
    if (value === null || value === undefined) return why(key);
    return ends === null || ends === undefined
      ? write(value)
      : `${write(value)} (${ends.map(end).join("–")})`;
  };
  const rated = figures?.rated ?? 0;
  return [
    tookPart === null ? hiddenMark(group.hidden["ballots"]) : number(Math.max(0, tookPart)),
    within(figures?.rated, null, "rated", number),
    within(
      figures?.mean,
      figures?.interval,
      "mean",
      (mean) => formatMean(view, { rated }, mean),
      (end) => formatEnd(view, { rated }, end),
    ),
    within(figures?.rank, null, "rank", number),
    within(figures?.highShare, figures?.highInterval, "highShare", (share) =>
      formatShare(view, rated, share),
    ),
  ];
}
