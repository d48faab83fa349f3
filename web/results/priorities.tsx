import { textOf, Wording } from "../language/said.tsx";
import { Choose } from "./choose.tsx";
import { Overview } from "./overview.tsx";
import { RecommendationResult } from "./recommendation-result.tsx";
import { Shades } from "./shades.tsx";
import type { ResultsView } from "./facts/view.ts";

/** The recommendations in the chosen order: at a glance, and then each by itself. */
export const Priorities = ({ view }: { view: ResultsView }) => (
  <section aria-labelledby="priorities">
    <h2 id="priorities">{view.text.results.choose.heading}</h2>
    <Choose view={view} />
    <Overview view={view} />
    <Shades view={view} />
    {view.lists.map(({ name, rows }) => (
      <div key={name && textOf(name)}>
        {name === undefined ? null : (
          <h3 class="list-name">
            <Wording of={name} />
          </h3>
        )}
        <ol class="ranking">
          {rows.map((row) => (
            <RecommendationResult key={row.code} row={row} view={view} />
          ))}
        </ol>
      </div>
    ))}
  </section>
);
