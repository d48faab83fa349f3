import { fill, plural } from "../language/text.ts";
import { inOrder } from "./order.ts";
import { PanelMark } from "./panel-mark.tsx";
import type { ResultRow, ResultsView } from "./view.ts";
import { highWords, verdict } from "./words.ts";

/** How many are named before anything else. */
const MOST = 5;

/** The highest priorities: by the public, or by the experts where nothing is shown of the public. */
export function topRows(view: ResultsView): ResultRow[] {
  const [panel] = view.shown;
  if (panel === undefined) return [];
  return inOrder(view.rows, panel)
    .filter((row) => row.panels[panel].mean !== null)
    .slice(0, MOST);
}

/** What a reader in a hurry should take away: the five highest, each in a sentence. */
export function TopFive({ view }: { view: ResultsView }) {
  const { top } = view.text.results;
  const rows = topRows(view);
  const [panel] = view.shown;
  if (panel === undefined || rows.length === 0) return null;
  return (
    <section class="top-five" aria-labelledby="highest">
      <h2 id="highest">{plural(view.language, top.heading, rows.length)}</h2>
      <p class="hint">
        <PanelMark panel={panel} /> {top.by[panel]}
      </p>
      <ol>
        {rows.map((row) => (
          <li key={row.code}>
            <a href={`#${row.code}`}>
              <b>{row.title}</b>
            </a>{" "}
            <span class="code">{row.code}</span>
            <span class="top-words">{topSentence(view, row)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How many of either panel call it a high or top priority, and whether they differ. */
export function topSentence(view: ResultsView, row: ResultRow): string {
  const { top } = view.text.results;
  const [one, other] = view.shown
    .filter((panel) => row.panels[panel].rated !== null)
    .map((panel) => highWords(view, panel, row.panels[panel]));
  if (one === undefined) return "";
  const groups = other === undefined ? one : fill(top.and, { one, other });
  // In some languages the groups begin the sentence.
  const sentence = fill(top.sentence, { groups }).replace(/^./u, (letter) => letter.toUpperCase());
  return row.gap === null ? sentence : `${sentence} ${verdict(view, row)}`;
}
