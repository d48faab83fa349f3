import type { ComponentChildren } from "preact";
import { NO_OPINION, SCALE } from "../../domain/ballot/rating.ts";
import { faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { textOf, Wording } from "../language/said.tsx";
import { fill } from "../text.ts";
import { clearValue } from "./answers/sent-form.ts";
import type { FlatRecommendation } from "../respondent/localize.ts";

interface Props {
  one: FlatRecommendation;
  /** The id of the card: its place on the page. */
  id: string;
  rating: string | undefined;
  fault: string | undefined;
  /** Where to say why. */
  reason: ComponentChildren;
  /** Where the form posts to. */
  action: string;
}

/** One recommendation with its wording and its seven possible answers. */
export function RecommendationCard({ one, id, rating, fault, reason, action }: Props) {
  const { text } = useReader();
  const { answers } = text.rate;
  const { code } = one;
  const measures = fill(answers.measures, { count: one.measures.length });
  const choices = [
    ...SCALE.map((point) => ({ value: String(point), label: text.common.scale[point] })),
    { value: NO_OPINION, label: text.common.noOpinion },
  ];
  return (
    <fieldset
      class="card"
      id={id}
      tabIndex={-1}
      data-code={code}
      aria-describedby={fault && faultId(id)}
    >
      <legend>
        <h3>
          <span class="code">{code}</span> <Wording of={one.title} />
        </h3>
      </legend>
      <FieldFault field={id} sentence={fault} />
      <div class="card-body">
        {/* Where a report says it in one sentence, the title is all of it. */}
        {textOf(one.statement) === textOf(one.title) ? null : (
          <p>
            <Wording of={one.statement} />
          </p>
        )}
        {one.suggested ? <p class="hint">{text.moderation.credit}</p> : null}
        {one.measures.length === 0 ? null : (
          <details class="measures">
            {/* Named apart: a list of what can be unfolded has one for each card. */}
            <summary aria-label={`${measures} ${code}`}>{measures}</summary>
            <ul>
              {one.measures.map((measure) => (
                <li key={textOf(measure)}>
                  <Wording of={measure} />
                </li>
              ))}
            </ul>
          </details>
        )}
        <p class="question">{answers.howUrgent}</p>
        <div class="scale">
          {choices.map(({ value, label }) => (
            <label key={value} class={`choice point-${value}`}>
              <input
                type="radio"
                name={`rating.${code}`}
                value={value}
                checked={rating === value}
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
          formAction={`${action}#${id}`}
          aria-label={fill(answers.clearNamed, { code })}
        >
          {answers.clear}
        </button>
        {reason}
      </div>
    </fieldset>
  );
}
