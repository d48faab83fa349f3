import { useReader } from "../language/reader.ts";
import { textOf, Wording } from "../language/said.tsx";
import { codeAnchor } from "../respondent/code-anchor.ts";
import type { FlatRecommendation } from "../respondent/localize.ts";
import { ScaleBoxes } from "./scale-boxes.tsx";

/** One recommendation with its whole wording and its row of boxes; kept on one printed page. */
export function PaperRecommendation({ one }: { one: FlatRecommendation }) {
  const { answers } = useReader().text.rate;
  return (
    <article class="paper-recommendation" aria-labelledby={codeAnchor(one.code)}>
      <h3 id={codeAnchor(one.code)}>
        <span class="code">{one.code}</span> <Wording of={one.title} />
      </h3>
      {/* Where a report says it in one sentence, the title is all of it. */}
      {textOf(one.statement) === textOf(one.title) ? null : (
        <p>
          <Wording of={one.statement} />
        </p>
      )}
      {one.measures.length === 0 ? null : (
        <ul class="measures">
          {one.measures.map((measure) => (
            <li key={textOf(measure)}>
              <Wording of={measure} />
            </li>
          ))}
        </ul>
      )}
      <div class="answer-row">
        <p class="question">{answers.howUrgent}</p>
        <ScaleBoxes />
      </div>
    </article>
  );
}
