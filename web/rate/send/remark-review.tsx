import { fill } from "../../text.ts";
import type { Draft } from "../answers/draft.ts";
import { remarkRows } from "./remark-rows.ts";
import type { SendState } from "./state.ts";

interface Props {
  state: SendState;
  draft: Draft;
  /** A button that leads to a field. */
  leadsTo: (field: string | undefined) => object;
}

/** What was written, to be looked through, with a question where it looks like telling who somebody is. */
export function RemarkReview({ state, draft, leadsTo }: Props) {
  const { form, remarks } = state.texts;
  return remarkRows(state, draft).map(({ code, field, label, text, publish, signs }) => (
    <div key={code}>
      <dt>{label}</dt>
      <dd class="written">
        <p class="own-text" dir="auto">
          {text}
        </p>
        {signs[0] && (
          <p class="doubt">
            {fill(remarks!.looks, { what: signs.map((sign) => remarks!.signs[sign]).join(", ") })}
          </p>
        )}
        {state.atRisk || <p class="hint">{publish ? remarks!.may : remarks!.mayNot}</p>}
      </dd>
      <dd>
        <button class="link-button" aria-label={`${form.change}: ${label}`} {...leadsTo(field)}>
          {form.change}
        </button>
      </dd>
    </div>
  ));
}
