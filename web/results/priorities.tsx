import { Choose } from "./choose.tsx";
import { Overview } from "./overview.tsx";
import type { ResultsView } from "./facts/view.ts";

/** The recommendations in the chosen order, a line each; the rest of each is on a page of its own. */
export const Priorities = ({ view }: { view: ResultsView }) => (
  <section aria-labelledby="priorities">
    <h2 id="priorities">{view.text.results.choose.heading}</h2>
    <Choose view={view} />
    <Overview view={view} />
  </section>
);
