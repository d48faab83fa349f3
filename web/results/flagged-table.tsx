import type { ComponentChildren } from "preact";
import type { FlaggedFigures, Flags } from "../../domain/release/flags-schema.ts";
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
              <th scope="col">
                <span class="visually-hidden">{compared.ballots}</span>
              </th>
              {[compared.rank, compared.mean, compared.change].map((name) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {rows.map(({ code, said }) => (
            <Both key={code} view={view} one={flags.recommendations.find((of) => of.code === code)}>
              <a href={recommendationAddress(view, code)}>
                {code} <Wording of={unmarked(said)} />
              </a>
            </Both>
          ))}
        </table>
      </section>
    </details>
  );
}

interface BothProps {
  view: ResultsView;
  one: FlaggedFigures | undefined;
  /** Its title. */
  children: ComponentChildren;
}

/** Both ranks and means of one below the other, and the change; in bold where it is more than noise. */
function Both({ view, one, children }: BothProps) {
  if (one === undefined) return null;
  const { compared } = view.text.flagged;
  const { without, change, clear } = one;
  const all = one.with;
  const figures = (of: typeof all) => (
    <>
      <td class="number">
        {of.rank === null ? hiddenMark(of.hidden["rank"]) : formatNumber(view.language, of.rank)}
      </td>
      <td class="number">
        {of.mean === null
          ? hiddenMark(of.hidden["mean"])
          : formatMean(view, { rated: without.rated }, of.mean)}
      </td>
    </>
  );
  const by = change === null ? hiddenMark(one.hidden["change"]) : formatChange(view, change);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={2}>
          {children}
        </th>
        <th scope="row">{compared.all}</th>
        {figures(all)}
        <td class="number" rowSpan={2}>
          {clear === true ? <b>{`${by} *`}</b> : by}
        </td>
      </tr>
      <tr>
        <th scope="row">{compared.without}</th>
        {figures(without)}
      </tr>
    </tbody>
  );
}
