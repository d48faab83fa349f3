import { FLAGS, type FlagCount, type Flags } from "../../domain/release/flags-schema.ts";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { METHODS, pathOf } from "../../domain/paths.ts";
import { Wording, unmarked } from "../language/said.tsx";
import { fill, formatNumber, formatPercent } from "../text.ts";
import { shareDecimals } from "../../domain/disclosure/rounding.ts";
import { FlaggedTable } from "./flagged-table.tsx";
import { formatChange } from "./facts/format.ts";
import { hiddenMark, reasonWords } from "./facts/hidden.ts";
import { addressOf, type ResultsView } from "./facts/view.ts";

/** Where flagged ballots are left out: that they are, how many, and the way back. */
export function WithoutFlagged({ view }: { view: ResultsView }) {
  const { choices, release, text } = view;
  if (choices.ballots === "all" || !tellsWithout(release)) return null;
  const { ballots, flagged } = release.flags;
  return (
    <p class="notice notice-warning" id="without-flagged">
      {fill(text.flagged.notice, {
        all: about(view, ballots),
        flagged: about(view, flagged.measured),
      })}{" "}
      {madeInWords(view, release.flags)}{" "}
      <a href={addressOf(view, { ballots: "all" })}>{text.flagged.back}</a>
    </p>
  );
}

/** How many ballots are flagged, by what, and what would be different without them. */
export function Flagged({ view }: { view: ResultsView }) {
  const { choices, language, release, text } = view;
  const { flags } = release;
  const { flagged } = text;
  if (flags === undefined) return null;
  const { verdict, hidden } = flags.difference;
  return (
    <section aria-labelledby="flagged">
      <h2 id="flagged">{flagged.heading}</h2>
      <p>{flagged.what}</p>
      {!tellsWithout(release) ? (
        <p class="notice">{reasonWords(view, hidden["verdict"] ?? "before-milestone")}</p>
      ) : (
        <>
          <p class={verdict === "depends-on-flagged" ? "notice notice-warning" : "notice"}>
            {verdict === null
              ? reasonWords(view, hidden["verdict"] ?? "too-few-to-compare")
              : flagged.verdict[verdict]}{" "}
            {madeInWords(view, flags)}
          </p>
          <Changes view={view} flags={flags} />
          <Counts view={view} flags={flags} />
          {choices.ballots !== "all" ? null : (
            <p>
              <a href={`${addressOf(view, { ballots: "unflagged" })}#priorities`}>{flagged.show}</a>
            </p>
          )}
          <FlaggedTable view={view} flags={flags} />
        </>
      )}
      <p class="hint">
        {flagged.limits}{" "}
        <a href={`${pathOf(METHODS, { lang: language })}#flagged`}>{flagged.method}</a>
      </p>
    </section>
  );
}

/** Which places and means differ, by name: what a reader would want to know first. */
function Changes({ view, flags }: { view: ResultsView; flags: Flags }) {
  const { language, text } = view;
  const { flagged } = text;
  const { ranksChanged, moved, greatest, intoTopFive, outOfTopFive } = flags.difference;
  if (ranksChanged === null || greatest === null) return null;
  const named = (codes: readonly string[]) => codes.join(", ");
  const title = view.rows.find(({ code }) => code === greatest.code)?.said ?? greatest.code;
  const lines = [
    fill(flagged.changes.ranks, { count: formatNumber(language, ranksChanged) }),
    ...(moved.length > 0 ? [fill(flagged.changes.moved, { codes: named(moved) })] : []),
    ...(intoTopFive.length > 0
      ? [
          fill(flagged.changes.topFive, {
            into: named(intoTopFive),
            out: named(outOfTopFive),
          }),
        ]
      : []),
  ];
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      <li>
        {fill(flagged.changes.greatest, { change: formatChange(view, greatest.change) })}{" "}
        {greatest.code} <Wording of={unmarked(title)} />
      </li>
    </ul>
  );
}

/** Each flag with how many ballots of the public have it. */
function Counts({ view, flags }: { view: ResultsView; flags: Flags }) {
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
function shareWords({ language }: ResultsView, { ballots }: Flags, count: FlagCount): string {
  if (count.share === null || count.interval === null) return hiddenMark(count.hidden["share"]);
  const decimals = shareDecimals(ballots ?? 0) - 2;
  const [share, low, high] = [count.share, ...count.interval].map((part) =>
    formatPercent(language, part, decimals),
  ) as [string, string, string];
  return `${share} (${low}–${high})`;
}

/** A measured count as people read it: noise may have taken it below zero. */
const about = ({ language }: ResultsView, count: number | null): string =>
  count === null ? "–" : `≈\u00a0${formatNumber(language, Math.max(0, count))}`;

/** In which release it was counted, where that is not this one. */
const madeInWords = ({ language, release, text }: ResultsView, { madeIn }: Flags): string =>
  madeIn === null || madeIn === release.release
    ? ""
    : fill(text.flagged.madeIn, { number: formatNumber(language, madeIn) });
