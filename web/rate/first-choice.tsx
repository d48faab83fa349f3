import { describedBy, faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { unmarked, Wording } from "../language/said.tsx";
import type { FlatRecommendation } from "../respondent/localize.ts";

interface Props {
  recommendations: FlatRecommendation[];
  first: string[];
  fault: string | undefined;
}

/** "Choose up to three to do first." A fourth is refused by the script, or else by the server. */
export function FirstChoice({ recommendations, first, fault }: Props) {
  const text = useReader().text.rate.answers;
  return (
    <fieldset
      class="question-block"
      id="first"
      tabIndex={-1}
      aria-describedby={describedBy(fault && faultId("first"), "first-hint")}
    >
      <legend>
        <h2>{text.firstHeading}</h2>
      </legend>
      <FieldFault field="first" sentence={fault} />
      <p class="hint" id="first-hint">
        {text.firstHint}
      </p>
      <div class="later">
        {recommendations.map(({ code, title }) => (
          <label key={code} class="choice">
            <input type="checkbox" name="first" value={code} checked={first.includes(code)} />
            <b class="code">{code}</b>
            <span>
              <Wording of={unmarked(title)} />
            </span>
          </label>
        ))}
      </div>
      {/* Filled by the script: what is read out is what changes in a place that is there already. */}
      <output class="hint" id="first-full" data-full={text.firstFull} />
    </fieldset>
  );
}
