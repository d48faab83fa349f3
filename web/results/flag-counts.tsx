import { FLAGS, type FlagCount, type Flags } from "../../domain/release/flags-schema.ts";
import { shareDecimals } from "../../domain/disclosure/rounding.ts";
import { fill, formatPercent } from "../text.ts";
import { hiddenMark } from "./facts/hidden.ts";
import { about } from "./facts/left-out.ts";
import type { ResultsView } from "./facts/view.ts";

interface Props {
  view: Pick<ResultsView, "language" | "text">;
  flags: Flags;
}

/** Each flag with how many ballots of the public have it. */
export function FlagCounts({ view, flags }: Props) {
  const { flagged } = view.text;
  const { table } = flagged;
  const one = (name: (typeof FLAGS)[number] | "any", count: FlagCount) => (
    <tr key={name}>
      <th scope="row">
        {flagged.flags[name]}
        {name === "straight" ? ` ${table.notLeftOut}` : ""}
      </th>
      <td class="number">{about(view, count.measured)}</td>
      <td class="number">{shareWords(view, flags, count)}</td>
    </tr>
  );
  return (
    <table class="flag-counts">
      <caption>{fill(table.caption, { all: about(view, flags.ballots) })}</caption>
      <thead>
        <tr>
          <th scope="col">{table.flag}</th>
          <th scope="col" class="number">
            {table.count}
          </th>
          <th scope="col" class="number">
            {table.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {FLAGS.map((flag) => one(flag, flags.counts[flag]))}
        {one("any", flags.flagged)}
      </tbody>
    </table>
  );
}

/** A share of the public's ballots with its interval, or the mark of why there is none. */
function shareWords({ language }: Props["view"], { ballots }: Flags, count: FlagCount) {
  if (count.share === null || count.interval === null) return hiddenMark(count.hidden["share"]);
  const decimals = shareDecimals(ballots ?? 0) - 2;
  const [share, low, high] = [count.share, ...count.interval].map((part) =>
    formatPercent(language, part, decimals),
  ) as [string, string, string];
  return (
    <>
      {share} <span class="interval">{`(${low}–${high})`}</span>
    </>
  );
}
