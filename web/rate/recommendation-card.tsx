import { NO_OPINION, SCALE } from "../../domain/rating.ts";
import { fill } from "../language/text.ts";
import type { Answer } from "./answers.ts";
import { clearValue } from "./form.ts";
import type { FlatRecommendation } from "./localize.ts";
import type { RateTexts } from "./view.ts";
import { measuresId, statementId } from "./wording.ts";

interface Props {
  one: FlatRecommendation;
  rating: string | undefined;
  texts: RateTexts;
  /** Where the form posts to. */
  action: string;
  onAnswer: (answer: Answer) => void;
}

/** One recommendation with its wording and its seven possible answers. */
export function RecommendationCard({ one, rating, texts, action, onAnswer }: Props) {
  const { form } = texts;
  const { code } = one;
  const choices = [
    ...SCALE.map((point) => ({ value: String(point), label: texts.scale[point] })),
    { value: NO_OPINION, label: texts.noOpinion },
  ];
  return (
    <fieldset class="card" id={code}>
      <legend>
        <h3>
          <span class="code">{code}</span>
          {` ${one.title}`}
        </h3>
      </legend>
      <p id={statementId(code)}>{one.statement}</p>
      <details class="measures">
        <summary>{fill(form.measures, { count: one.measures.length })}</summary>
        <ul id={measuresId(code)}>
          {one.measures.map((measure) => (
            <li key={measure}>{measure}</li>
          ))}
        </ul>
      </details>
      <p class="question">{form.howUrgent}</p>
      <div class="scale">
        {choices.map(({ value, label }) => (
          <label key={value} class={`choice point-${value}`}>
            <input
              type="radio"
              id={`${code}-${value}`}
              name={`rating.${code}`}
              value={value}
              checked={rating === value}
              onChange={() => onAnswer({ do: "rate", code, rating: value })}
            />
            {value === NO_OPINION ? null : <b class="point-number">{value}</b>}
            <span>{label}</span>
          </label>
        ))}
      </div>
      <button
        class="clear link-button"
        type="submit"
        name="do"
        value={clearValue(code)}
        formAction={`${action}#${code}`}
        aria-label={fill(form.clearNamed, { code })}
        onClick={(event) => {
          event.preventDefault();
          // The button goes away with the answer, and would take the focus along.
          event.currentTarget.closest("fieldset")?.querySelector("input")?.focus();
          onAnswer({ do: "clear", code });
        }}
      >
        {form.clear}
      </button>
    </fieldset>
  );
}
