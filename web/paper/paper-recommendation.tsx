import type { Catalogue } from "../language/catalogue.ts";
import type { FlatRecommendation } from "../respondent/localize.ts";
import { ScaleBoxes } from "./scale-boxes.tsx";

interface Props {
  one: FlatRecommendation;
  text: Catalogue;
}

/** One recommendation with its whole wording and its row of boxes; kept on one printed page. */
export const PaperRecommendation = ({ one, text }: Props) => (
  <article class="paper-recommendation" aria-labelledby={one.code}>
    <h3 id={one.code}>
      <span class="code">{one.code}</span>
      {` ${one.title}`}
    </h3>
    <p>{one.statement}</p>
    <ul class="measures">
      {one.measures.map((measure) => (
        <li key={measure}>{measure}</li>
      ))}
    </ul>
    <div class="answer-row">
      <p class="question">{text.rate.answers.howUrgent}</p>
      <ScaleBoxes text={text} />
    </div>
  </article>
);
