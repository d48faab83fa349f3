import type { Catalogue } from "../language/catalogue.ts";
import { describedBy, FieldFault } from "./field-fault.tsx";
import type { FlatRecommendation } from "../respondent/localize.ts";

interface Props {
  recommendations: FlatRecommendation[];
  first: string[];
  fault: string | undefined;
  text: Catalogue["rate"]["answers"];
}

/** "Choose up to three to do first." A fourth is refused by the script, or else by the server. */
export const FirstChoice = ({ recommendations, first, fault, text }: Props) => (
  <fieldset
    class="question-block"
    id="first"
    tabIndex={-1}
    aria-describedby={describedBy("first", fault, "first-hint")}
  >
    <legend>
      <h2>{text.firstHeading}</h2>
    </legend>
    <FieldFault field="first" sentence={fault} />
    <p class="hint" id="first-hint">
      {text.firstHint}
    </p>
    {recommendations.map(({ code, title }) => (
      <label key={code} class="choice">
        <input type="checkbox" name="first" value={code} checked={first.includes(code)} />
        <b class="code">{code}</b>
        <span>{title}</span>
      </label>
    ))}
    {/* Filled by the script: what is read out is what changes in a place that is there already. */}
    <output class="hint" id="first-full" data-full={text.firstFull} />
  </fieldset>
);
