import type { Panel } from "../../domain/ballot/ballot.ts";
import { fill, formatNumber } from "../text.ts";
import { isExact } from "./facts/panel-facts.ts";
import { PanelCounts } from "./facts/panel-counts.tsx";
import { reasonWords } from "./facts/hidden.ts";
import type { ResultsView } from "./facts/view.ts";
import { worthWords } from "./facts/worth.ts";

/** How many took part, that they chose to, and what follows from that. */
export function TookPart({ view }: { view: ResultsView }) {
  const { results } = view.text;
  const { people } = view.consultation;
  const isKnown = people !== undefined && view.release.ballots.public !== null;
  return (
    <>
      <PanelCounts count={(panel) => howMany(view, panel)} />
      <p>
        {`${results.notAVote} ${worthWords(view)} ${results.worth.intervals[view.release.method]}`}
      </p>
      {!isKnown ? null : (
        <p class="hint">
          {results.worth.source} <cite>{people.source}</cite>
        </p>
      )}
    </>
  );
}

function howMany(view: ResultsView, panel: Panel) {
  const { language, text, release } = view;
  const { results } = text;
  const count = release.ballots[panel];
  if (count === null) {
    const because = release.hidden[`ballots/${panel}`]!;
    return because === "below-base" ? (
      <b>{fill(results.fewerThan, { base: formatNumber(language, release.rules.base) })}</b>
    ) : (
      <span class="hint">{reasonWords(view, because)}</span>
    );
  }
  const number = formatNumber(language, count);
  if (isExact(release, panel)) {
    return (
      <>
        <b>{number}</b> <span class="hint">{results.counted}</span>
      </>
    );
  }
  return (
    <>
      <b>{fill(results.about, { count: number })}</b>{" "}
      {release.method === 1 ? null : (
        <a class="hint" href="#noise">
          {results.withNoise}
        </a>
      )}
    </>
  );
}
