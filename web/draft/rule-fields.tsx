import { POLICIES } from "../../domain/disclosure/policy.ts";
import { rulesOf } from "../../domain/draft/trade.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatDay, formatNumber } from "../text.ts";
import { allowedChoices } from "./choices.ts";
import type { Editing } from "./editing.ts";
import { PlainField } from "./plain-field.tsx";
import { TradeFigure } from "./trade-figure.tsx";

/** Policy, dates, when and how exactly results are published, and what follows after closing. */
export function RuleFields({ editing }: { editing: Editing }) {
  const { language, text } = useReader();
  const { draft, value } = editing;
  const { edit, fields, hints } = text.draft;
  const rules = rulesOf(draft);
  const usual = POLICIES[rules.disclosure].groupsBudget;
  const plain = (
    name: "disclosure" | "opensAt" | "closesAt" | "leaveTo" | "people.source" | Consent,
  ) => <PlainField editing={editing} name={name} label={fields[name]} />;
  const chosen = (name: "release.every" | "experts") => (
    <PlainField
      editing={editing}
      name={name}
      label={fields[name]}
      hint={hints[name]}
      among={allowedChoices(text, name, rules, value(name))}
    />
  );
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{edit.headings.rules}</h2>
      {plain("disclosure")}
      {plain("opensAt")}
      {plain("closesAt")}
      {chosen("release.every")}
      <TradeFigure rules={rules} now={editing.now} />
      <PlainField
        editing={editing}
        name="release.groups"
        label={fields["release.groups"]}
        hint={fill(hints["release.groups"], { usual: formatNumber(language, usual) })}
      />
      <PlainField
        editing={editing}
        name="release.groupsAt"
        label={fields["release.groupsAt"]}
        hint={fill(hints["release.groupsAt"], {
          example: EXAMPLE,
          day: formatDay(language, EXAMPLE),
        })}
        lines
      />
      {chosen("experts")}
      <PlainField
        editing={editing}
        name="people.number"
        label={fields["people.number"]}
        hint={hints["people.number"]}
      />
      {plain("people.source")}
      {plain("leaveTo")}
      {plain("countLanguages")}
      {plain("twoPersons")}
      {plain("purgeAfterDays")}
    </section>
  );
}

type Consent = "countLanguages" | "twoPersons" | "purgeAfterDays";

/** A day as it is to be written. */
const EXAMPLE = "2027-03-01";
