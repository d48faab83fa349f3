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

/** What was written, to be looked through; first of all what looks like telling who somebody is. */
export function RemarkReview({ state, draft, leadsTo }: Props) {
  const { atRisk, texts } = state;
  const { form, remarks } = texts;
  const rows = remarkRows(state, draft);
  if (remarks === undefined || rows.length === 0) return null;
  const doubted = rows.filter(({ signs }) => signs[0]);
  const change = (label: string, field: string | undefined) => (
    <button class="link-button" aria-label={`${form.change}: ${label}`} {...leadsTo(field)}>
      {form.change}
    </button>
  );
  return (
    <>
      {doubted[0] && (
        <section class="notice notice-warning" aria-labelledby="looks-heading">
          <h2 id="looks-heading">{remarks.looksHeading}</h2>
          <ul>
            {doubted.map(({ code, field, label, signs }) => (
              <li key={code}>
                {label}.{" "}
                {fill(remarks.looks, { what: signs.map((sign) => remarks.signs[sign]).join(", ") })}{" "}
                {change(label, field)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <dl class="read-back">
        {rows.map(({ code, field, label, text, publish }) => (
          <div key={code}>
            <dt>{label}</dt>
            <dd class="own-text" dir="auto">
              {text}
            </dd>
            {atRisk ? null : <dd class="hint">{publish ? remarks.may : remarks.mayNot}</dd>}
            <dd>{change(label, field)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
