import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";
import { ReportField } from "../translation/report-field.tsx";

interface Props {
  label: string;
  text: Catalogue;
  today: string;
  value: string;
  wrong: string | undefined;
}

/** The last day on which codes can be used. Where a browser has no calendar, it is typed. */
export const ExpiryField = ({ label, text, today, value, wrong }: Props) => (
  <ReportField
    id="expires"
    label={label}
    hint={fill(text.invitation.make.expiresHint, { example: today })}
    wrong={wrong}
  >
    {(described) => (
      <input
        class="line-input short"
        type="date"
        id="expires"
        name="expires"
        value={value}
        {...described}
      />
    )}
  </ReportField>
);
