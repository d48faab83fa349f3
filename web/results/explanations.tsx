import type { HiddenReason } from "../../domain/disclosure/reasons.ts";
import { METHODS, pathOf } from "../../domain/paths.ts";
import { fill } from "../text.ts";
import { agreementLimits } from "./facts/agreement.ts";
import { hiddenMark, hidingIn, reasonsIn, reasonWords } from "./facts/hidden.ts";
import type { ResultsView } from "./facts/view.ts";

/** What is hidden and why, for each reason that occurs. */
export function HiddenFigures({ view }: { view: ResultsView }) {
  const { hidden } = view.text.results;
  const reasons = reasonsIn(hidingIn(view.release));
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{hidden.heading}</h2>
      {reasons.length > 0 ? null : <p>{hidden.none}</p>}
      <Reasons view={view} of={reasons} />
    </section>
  );
}

/** What the marks of hidden figures stand for. */
export const Reasons = ({ view, of }: { view: ResultsView; of: readonly HiddenReason[] }) =>
  of.length === 0 ? null : (
    <dl class="reasons">
      {of.map((reason) => (
        <div key={reason}>
          <dt>{hiddenMark(reason)}</dt>
          <dd>{reasonWords(view, reason)}</dd>
        </div>
      ))}
    </dl>
  );

/** What figures could have come out otherwise by. */
export const causeWords = ({ text, release }: ResultsView): string =>
  text.results.read[release.method === 1 ? "byChance" : "byChanceAndNoise"];

/** What the figures of all recommendations mean, and what they do not. */
export function HowToRead({ view }: { view: ResultsView }) {
  const { text } = view;
  const { read } = text.results;
  const cause = causeWords(view);
  return (
    <section aria-labelledby="how-to-read">
      <h2 id="how-to-read">{read.heading}</h2>
      <p class="notice">{read.selfSelected}</p>
      <Meanings
        view={view}
        of={[read.mean, fill(read.rank, { cause }), fill(read.gapPlain, { cause }), read.first]}
      />
    </section>
  );
}

/** Sentences on what figures mean, and the way to how they are made. */
export const Meanings = ({ view, of }: { view: ResultsView; of: readonly string[] }) => (
  <>
    <ul>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
    <p>
      <a href={pathOf(METHODS, { lang: view.language })}>{view.text.results.read.methods}</a>
    </p>
  </>
);

/** What the letters stand for that only the figures for analysts have. */
export function Letters({ view }: { view: ResultsView }) {
  const { language, text } = view;
  const { read } = text.results;
  return (
    <section aria-labelledby="letters">
      <h3 id="letters">{read.letters}</h3>
      <ul>
        <li>{read.gap}</li>
        <li>{fill(read.disagreement, agreementLimits(language))}</li>
      </ul>
    </section>
  );
}
