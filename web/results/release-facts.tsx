import { type Panel, PANELS } from "../../domain/ballot.ts";
import { fill, formatMoment, formatNumber } from "../language/text.ts";
import { reasonWords } from "./hidden.ts";
import { PanelMark } from "./panel-mark.tsx";
import type { ResultsView } from "./view.ts";

/** How many took part, and that they chose to. */
export function TookPart({ view }: { view: ResultsView }) {
  const { results, common } = view.text;
  return (
    <>
      <dl class="took-part">
        {PANELS.map((panel) => (
          <div key={panel}>
            <dt>
              <PanelMark panel={panel} /> {common.panels[panel]}
            </dt>
            <dd>{howMany(view, panel)}</dd>
          </div>
        ))}
      </dl>
      <p>{results.notAVote}</p>
    </>
  );
}

function howMany(view: ResultsView, panel: Panel) {
  const { language, text, release } = view;
  const { results } = text;
  const count = release.ballots[panel];
  if (count === null) {
    return <span class="hint">{reasonWords(view, release.hidden[`ballots/${panel}`]!)}</span>;
  }
  return (
    <>
      <b>{fill(results.about, { count: formatNumber(language, count) })}</b>{" "}
      <span class="hint">{`(${fill(results.rounded, { roundTo: release.rules.roundTo })})`}</span>
    </>
  );
}

/** Which release this is, and what it is older or newer than. */
export function ReleaseFacts({ view }: { view: ResultsView }) {
  const { language, text, release, hash } = view;
  const words = text.results.release;
  const { closesAt } = release.rules;
  return (
    <>
      <dl class="release">
        <div>
          <dt>{release.final ? words.final : words.number}</dt>
          <dd>{formatNumber(language, release.release)}</dd>
        </div>
        <div>
          <dt>{words.at}</dt>
          <dd>
            <time dateTime={release.releasedAt}>{formatMoment(language, release.releasedAt)}</time>
          </dd>
        </div>
        <div>
          <dt>{words.hash}</dt>
          <dd>
            <a href="#fingerprint">
              <code>{hash.slice(0, 12)}</code>
            </a>
          </dd>
        </div>
      </dl>
      {closesAt === null ? null : (
        <p class="hint">
          {fill(release.final ? words.closed : words.closes, {
            moment: formatMoment(language, closesAt),
          })}
        </p>
      )}
      {PANELS.map((panel) => (
        <OlderFigures key={panel} panel={panel} view={view} />
      ))}
    </>
  );
}

/** A panel's figures may be those of an older release, when too little has changed since. */
function OlderFigures({ panel, view }: { panel: Panel; view: ResultsView }) {
  const { release, text } = view;
  const number = release.madeIn[panel];
  if (number === null || number === release.release) return null;
  const { minChanged } = release.rules;
  return <p class="hint">{fill(text.results.release.older[panel], { number, minChanged })}</p>;
}
