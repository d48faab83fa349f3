import { faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import type { Written } from "../../domain/remark/remark.ts";
import { fill } from "../text.ts";
import { MISSING } from "./answers/anchors.ts";

interface Props {
  written: Written | undefined;
  /** Nothing is published word for word, and nobody is asked whether it may be. */
  atRisk: boolean;
}

/** Where to say why, folded in the card of a recommendation. */
export function Reason({ code, ...props }: Props & { code: string }) {
  const { rate } = useReader().text.remark;
  return (
    <details class="why" open={props.written !== undefined}>
      {/* Named apart: a list of what can be unfolded has one for each card. */}
      <summary aria-label={fill(rate.whyNamed, { code })}>{rate.why}</summary>
      <OwnWords {...props} code={code} label={rate.label} />
    </details>
  );
}

/** "What is missing?", once, after everything that was there. */
export function Suggestion({ fault, ...props }: Props & { fault: string | undefined }) {
  const { rate } = useReader().text.remark;
  return (
    <fieldset
      class="question-block"
      id={MISSING}
      tabIndex={-1}
      aria-describedby={fault && faultId(MISSING)}
    >
      <legend>
        <h2>{rate.missing}</h2>
      </legend>
      <FieldFault field={MISSING} sentence={fault} />
      <div class="later">
        <OwnWords {...props} code="" label={rate.missingLabel} />
      </div>
      {/* Put by the script to where somebody writes. */}
      <output class="hint" id="text-left" data-few={rate.left} data-over={rate.over} />
    </fieldset>
  );
}

function OwnWords({ code, label, written, atRisk }: Props & { code: string; label: string }) {
  const { rate } = useReader().text.remark;
  return (
    <>
      <label class="own-words">
        {label}
        <textarea name={`text.${code}`} rows={2} dir="auto" value={written?.text} />
      </label>
      {atRisk ? (
        <p class="hint">{rate.notPublished}</p>
      ) : (
        <label class="choice">
          <input
            type="checkbox"
            name={`publish.${code}`}
            value="yes"
            checked={written?.publish === true}
          />
          <span>{rate.publish}</span>
        </label>
      )}
    </>
  );
}
