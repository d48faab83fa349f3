import { type Panel, PANELS } from "../../domain/ballot.ts";
import { fill, formatMoment, formatNumber } from "../language/text.ts";
import { PanelMark } from "./panel-mark.tsx";
import type { ResultsView } from "./view.ts";

/** How many took part, and which release this is. */
export function ReleaseFacts({ view, hash }: { view: ResultsView; hash: string | undefined }) {
  const { language, text, release } = view;
  const { results, common } = text;
  const words = results.release;
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
      <dl class="release">
        <div>
          <dt>{words.number}</dt>
          <dd>{formatNumber(language, release.release)}</dd>
        </div>
        <div>
          <dt>{words.at}</dt>
          <dd>
            <time dateTime={release.releasedAt}>{formatMoment(language, release.releasedAt)}</time>
          </dd>
        </div>
        {hash === undefined ? null : <Hash name={words.hash} hash={hash} />}
        <Hash name={words.previous} hash={release.previous} none={words.first} />
      </dl>
      {PANELS.map((panel) => (
        <OlderFigures key={panel} panel={panel} view={view} />
      ))}
    </>
  );
}

function howMany({ language, text, release }: ResultsView, panel: Panel) {
  const { results } = text;
  const count = release.ballots[panel];
  if (count === null) return fill(results.fewer, { base: release.rules.base });
  return (
    <>
      <b>{fill(results.about, { count: formatNumber(language, count) })}</b>{" "}
      <span class="hint">{`(${fill(results.rounded, { roundTo: release.rules.roundTo })})`}</span>
    </>
  );
}

/** The beginning of a fingerprint is enough to tell two releases apart; the rest is in its title. */
const Hash = ({ name, hash, none }: { name: string; hash: string | null; none?: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{hash === null ? none : <code title={hash}>{hash.slice(0, 12)}</code>}</dd>
  </div>
);

/** A panel's figures may be those of an older release, when too little has changed since. */
function OlderFigures({ panel, view }: { panel: Panel; view: ResultsView }) {
  const { release, text } = view;
  const number = release.madeIn[panel];
  if (number === null || number === release.release) return null;
  const { minChanged } = release.rules;
  return <p class="hint">{fill(text.results.release.older[panel], { number, minChanged })}</p>;
}
