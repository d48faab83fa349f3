import type { ResultsView } from "./facts/view.ts";

/** By what a release can be told from any other: its hash, and that of the one before. */
export function Fingerprints({ view }: { view: ResultsView }) {
  const { hash, release } = view;
  const words = view.text.results.release;
  return (
    <dl class="fingerprints">
      <dt>{words.hash}</dt>
      <dd>
        <code>{hash}</code>
      </dd>
      <dt>{words.previous}</dt>
      <dd>{release.previous === null ? words.first : <code>{release.previous}</code>}</dd>
    </dl>
  );
}
