import { Wording } from "../language/said.tsx";
import { fill, formatNumber, plural } from "../text.ts";
import { PanelMark } from "./facts/panel-mark.tsx";
import { causeWords } from "./explanations.tsx";
import { highest, rankedFirst, rankWords } from "./facts/ranking.ts";
import { recommendationAddress, type ResultsView } from "./facts/view.ts";
import type { ResultRow } from "./facts/row.ts";
import { highWords, leaningWords, verdict } from "./facts/words.ts";

/** What a reader in a hurry should take away: the five highest, each in a sentence; or why there are none. */
export function TopFive({ view }: { view: ResultsView }) {
  const { top } = view.text.results;
  const found = highest(view);
  if (found === undefined) return null;
  if ("why" in found) {
    return (
      <p class="notice" id="no-highest">
        {noHighestWords(view)}
      </p>
    );
  }
  return (
    <section class="top-five" aria-labelledby="highest">
      <h2 id="highest">{plural(view.language, top.heading, found.rows.length)}</h2>
      <p class="hint">
        <PanelMark panel={found.panel} /> {top.by[found.panel]}{" "}
        {fill(top.range, { cause: causeWords(view) })}
      </p>
      <ol>
        {found.rows.map((row) => (
          <li key={row.code}>
            <a href={recommendationAddress(view, row.code)}>
              <b>
                <Wording of={row.said} />
              </b>
            </a>{" "}
            <span class="code">{row.code}</span>
            <span class="top-words">{topSentence(view, row)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Why no highest priorities are named; empty where they are. */
export function noHighestWords(view: ResultsView): string {
  const found = highest(view);
  if (found === undefined || !("why" in found)) return "";
  return fill(view.text.results.top.why[found.why], {
    ranked: formatNumber(view.language, view.release.ranked[found.panel]),
    count: formatNumber(view.language, view.rows.length),
  });
}

/** How many of either panel call it a high or top priority, whether they differ, and its rank. */
function topSentence(view: ResultsView, row: ResultRow): string {
  const { top } = view.text.results;
  const shares = view.shown.map((panel) => highWords(view, panel, row));
  const [one, other] = shares.filter((words) => words !== undefined);
  const sentences: string[] = [];
  if (one !== undefined) {
    const groups = other === undefined ? one : fill(top.and, { one, other });
    // In some languages the groups begin the sentence.
    sentences.push(fill(top.sentence, { groups }).replace(/^./u, (letter) => letter.toUpperCase()));
  }
  view.shown.forEach((panel, place) => {
    if (shares[place] === undefined) sentences.push(leaningWords(view, panel, row) ?? "");
  });
  if (row.gap !== null) sentences.push(verdict(view, row));
  const panel = rankedFirst(view);
  const rank = panel && rankWords(view, panel, row);
  if (rank !== undefined) sentences.push(fill(view.text.results.rankOf[panel!], { rank }));
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
