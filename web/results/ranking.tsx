import { SMALLEST_COUNT as BASE } from "../../domain/disclosure/policy.ts";
import { fill } from "../language/text.ts";
import { SORTS } from "./order.ts";
import { hasAnyDistribution } from "./panel-summary.tsx";
import { RecommendationResult } from "./recommendation-result.tsx";
import type { ResultsView } from "./view.ts";

/** The recommendations in the chosen order, and the ways to choose another. */
export function Ranking({ view }: { view: ResultsView }) {
  const { language, consultation, shown, sort, rows } = view;
  const { order, spread } = view.text.results;
  const sorts = SORTS.filter((one) => one === "catalogue" || shown.includes(one));
  return (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">{order.heading}</h2>
      <nav class="order" aria-label={order.label}>
        {sorts.map((one) => (
          <a
            key={one}
            href={`/c/${consultation.id}/results?sort=${one}&lang=${language}#recommendations`}
            aria-current={one === sort ? "true" : undefined}
          >
            {order[one]}
          </a>
        ))}
      </nav>
      <p class="hint">{order.explained[sort]}</p>
      {shown
        .filter((panel) => !hasAnyDistribution(view, panel))
        .map((panel) => (
          <p class="hint" key={panel}>
            {fill(spread.hiddenEverywhere[panel], { base: BASE })}
          </p>
        ))}
      <ol class="ranking">
        {rows.map((row) => (
          <RecommendationResult key={row.code} row={row} view={view} />
        ))}
      </ol>
    </section>
  );
}
