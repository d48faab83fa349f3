import type { Flags } from "../../domain/release/flags-schema.ts";
import { unmarked, Wording } from "../language/said.tsx";
import { formatNumber } from "../text.ts";
import { formatChange, formatMean } from "./facts/format.ts";
import { hiddenMark } from "./facts/hidden.ts";
import { recommendationAddress, type ResultsView } from "./facts/view.ts";

/** Rank and mean of each recommendation with all ballots and without the flagged ones, side by side. */
export function FlaggedTable({ view, flags }: { view: ResultsView; flags: Flags }) {
  const { flagged } = view.text;
  const { compared } = flagged;
  const rows = view.lists.flatMap((list) => list.rows);
  return (
    <details class="flagged-table">
      <summary>{compared.heading}</summary>
      {/* Reached by keyboard: otherwise what does not fit could not be scrolled to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section class="table-scroll" aria-labelledby="flagged-caption" tabIndex={0}>
        <table>
          <caption id="flagged-caption">{compared.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{view.text.results.table.recommendation}</th>
              {[
                compared.rankAll,
                compared.rankWithout,
                compared.meanAll,
                compared.meanWithout,
                compared.change,
              ].map((name) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, said }) => (
              <tr key={code}>
                <th scope="row">
                  <a href={recommendationAddress(view, code)}>
                    {code} <Wording of={unmarked(said)} />
                  </a>
                </th>
                {cellsOf(view, flags, code).map((cell, place) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={place} class="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Both ranks, both means, and the change; in bold where it is more than noise. */
function cellsOf(view: ResultsView, flags: Flags, code: string) {
  const one = flags.recommendations.find((found) => found.code === code);
  if (one === undefined) return [];
  const { without, change, clear } = one;
  const all = one.with;
  const rank = (of: typeof all) =>
    of.rank === null ? hiddenMark(of.hidden["rank"]) : formatNumber(view.language, of.rank);
  const mean = (of: typeof all) =>
    of.mean === null
      ? hiddenMark(of.hidden["mean"])
      : formatMean(view, { rated: without.rated }, of.mean);
  return [
    rank(all),
    rank(without),
    mean(all),
    mean(without),
    change === null ? (
      hiddenMark(one.hidden["change"])
    ) : clear === true ? (
      <b>{`${formatChange(view, change)} *`}</b>
    ) : (
      formatChange(view, change)
    ),
  ];
}
