import { POLICIES } from "../../domain/disclosure/policy.ts";
import { valueOf } from "../../domain/draft/draft.ts";
import { rulesOf } from "../../domain/draft/trade.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatDay, formatMoment, formatNumber } from "../text.ts";
import { allowedChoices } from "./choices.ts";
import type { Editing } from "./editing.ts";
import { PlainField } from "./plain-field.tsx";
import { SaveHere } from "./save-here.tsx";
import { TradeFigure } from "./trade-figure.tsx";

/** Policy, dates, when and how exactly results are published, and what follows after closing. */
export function RuleFields({ editing }: { editing: Editing }) {
  const { language, text } = useReader();
  const { draft, value } = editing;
  const { edit, fields, hints } = text.draft;
  const rules = rulesOf(draft);
  const { groupsBudget: usual, flagsBudget: usualFlags } = POLICIES[rules.disclosure];
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
      <PlainField
        editing={editing}
        name="timeZone"
        label={fields.timeZone}
        hint={hints.timeZone}
        list="time-zones"
      />
      <TimeNow editing={editing} />
      {plain("opensAt")}
      {plain("closesAt")}
      {chosen("release.every")}
      <div id="trade-now" data-live>
        <TradeFigure rules={rules} now={editing.now} />
      </div>
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
          zone: editing.zone,
        })}
        lines
      />
      <PlainField
        editing={editing}
        name="release.flags"
        label={fields["release.flags"]}
        hint={fill(hints["release.flags"], { usual: formatNumber(language, usualFlags) })}
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
      <PlainField editing={editing} name="reasons" label={fields.reasons} hint={hints.reasons} />
      {plain("twoPersons")}
      {plain("purgeAfterDays")}
      {plain("licence")}
      <SaveHere at="rules" />
    </section>
  );
}

/** What the clocks of the consultation show, and every zone that there is. */
function TimeNow({ editing }: { editing: Editing }) {
  const { language, text } = useReader();
  const { now, zone, draft } = editing;
  const there = valueOf(draft, "timeZone") === zone;
  return (
    <>
      <p class="hint" id="time-now" data-live>
        {there
          ? fill(text.draft.edit.timeNow, { now: formatMoment(language, now.toISOString(), zone) })
          : ""}
      </p>
      <datalist id="time-zones">
        {[...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </>
  );
}

type Consent = "countLanguages" | "twoPersons" | "purgeAfterDays" | "licence";

/** A day as it is to be written. */
const EXAMPLE = "2027-03-01";
