import type { Answer } from "./answers.ts";
import { MOST_FIRST } from "./limits.ts";
import type { FlatRecommendation } from "./localize.ts";
import type { RateTexts } from "./view.ts";

interface Props {
  recommendations: FlatRecommendation[];
  first: string[];
  texts: RateTexts;
  /** Whether a script runs, which then refuses a fourth; without one the server does. */
  live: boolean;
  onAnswer: (answer: Answer) => void;
}

/** "Choose up to three to do first." */
export function FirstChoice({ recommendations, first, texts, live, onAnswer }: Props) {
  const full = live && first.length >= MOST_FIRST;
  return (
    <fieldset class="question-block" id="first">
      <legend>
        <h2>{texts.form.firstHeading}</h2>
      </legend>
      <p class="hint" id="first-hint">
        {texts.form.firstHint}
      </p>
      {recommendations.map(({ code, title }) => (
        <label key={code} class="choice">
          <input
            type="checkbox"
            name="first"
            value={code}
            aria-describedby="first-hint"
            checked={first.includes(code)}
            disabled={full && !first.includes(code)}
            onChange={(event) =>
              onAnswer({ do: "first", code, chosen: event.currentTarget.checked })
            }
          />
          <b class="code">{code}</b>
          <span>{title}</span>
        </label>
      ))}
      {live ? <output class="hint">{full ? texts.form.firstFull : ""}</output> : null}
    </fieldset>
  );
}
