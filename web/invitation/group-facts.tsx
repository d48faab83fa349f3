import { useReader } from "../language/reader.ts";
import { fill, formatDay, formatNumber } from "../text.ts";
import { countWords, expiryWords, type GroupView } from "./view.ts";

/** What is told of a group: how many codes, until when, and whether the making broke off. */
export function GroupFacts({ group, timeZone }: { group: GroupView; timeZone: string }) {
  const { language, text } = useReader();
  const { invitation } = text;
  const { counts, wanted, left, label, day } = group;
  return (
    <ul class="plain group-facts">
      <li>{countWords({ language, text }, counts)}</li>
      <li>{expiryWords({ language, text }, group, timeZone)}</li>
      {label === "" ? null : <li>{fill(invitation.begun, { day: formatDay(language, day) })}</li>}
      {/* Those that are made in pieces are not all made at once. */}
      {group.form !== undefined || counts.made + left.unseen === wanted ? null : (
        <li class="field-fault">
          {fill(invitation.unfinished, {
            made: formatNumber(language, counts.made),
            wanted: formatNumber(language, wanted),
          })}
        </li>
      )}
      {left.unseen === 0 ? null : (
        <li class="field-fault">
          {fill(invitation.pieces.unseenFact, { count: formatNumber(language, left.unseen) })}
        </li>
      )}
    </ul>
  );
}
