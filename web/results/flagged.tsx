import type { Flags } from "../../domain/release/flags-schema.ts";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { METHODS, pathOf } from "../../domain/paths.ts";
import { Wording, unmarked } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import { FlagCounts } from "./flag-counts.tsx";
import { FlaggedTable } from "./flagged-table.tsx";
import { formatChange } from "./facts/format.ts";
import { reasonWords } from "./facts/hidden.ts";
import { about, madeInWords } from "./facts/left-out.ts";
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
          <FlagCounts view={view} flags={flags} />
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

/** So many are named in a sentence, in which a wall of codes says nothing; all of them stand in the table. */
const NAMED = 6;

/** Which places and means differ, by name: what a reader would want to know first. */
function Changes({ view, flags }: { view: ResultsView; flags: Flags }) {
  const { language, text } = view;
  const { flagged } = text;
  const { ranksChanged, moved, greatest, intoTopFive, outOfTopFive } = flags.difference;
  if (ranksChanged === null || greatest === null) return null;
  const named = (codes: readonly string[]) => {
    const first = codes.slice(0, NAMED).join(", ");
    const more = formatNumber(language, codes.length - NAMED);
    return codes.length <= NAMED
      ? first
      : fill(flagged.changes.more, { codes: first, count: more });
  };
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
