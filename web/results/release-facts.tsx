import { type Panel, PANELS } from "../../domain/ballot/ballot.ts";
import { fill, formatMoment, formatNumber } from "../text.ts";
import { isExact } from "./facts/panel-facts.ts";
import { PanelMark } from "./facts/panel-mark.tsx";
import { reasonWords } from "./facts/hidden.ts";
import { scheduleWords } from "./facts/schedule-words.ts";
import type { ResultsView } from "./facts/view.ts";
import { worthWords } from "./facts/worth.ts";

/** How many took part, that they chose to, and what follows from that. */
export function TookPart({ view }: { view: ResultsView }) {
  const { results, common } = view.text;
  const { people } = view.consultation;
  const isKnown = people !== undefined && view.release.ballots.public !== null;
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

/** Which release this is, when the next is due, and until when answers are taken. */
export function ReleaseFacts({ view }: { view: ResultsView }) {
  const { language, text, release, hash, consultation } = view;
  const words = text.results.release;
  const { timeZone } = consultation;
  // What a release says of closing was true when it was made; since then it may have been moved.
  const closesAt = release.final ? release.rules.closesAt : (consultation.closesAt ?? null);
  const sentences = [
    ...(release.method === 1 ? [] : scheduleWords(view)),
    ...(closesAt === null
      ? []
      : [
          fill(release.final ? words.closed : words.closes, {
            moment: formatMoment(language, closesAt, timeZone),
          }),
        ]),
  ];
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
            <time dateTime={release.releasedAt}>
              {formatMoment(language, release.releasedAt, timeZone)}
            </time>
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
      {sentences.length === 0 ? null : <p class="hint">{sentences.join(" ")}</p>}
    </>
  );
}
