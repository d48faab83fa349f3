import { scheduleOf } from "../consultation/earlier-definition.ts";
import type { Draft } from "./draft.ts";

/** A draft from before there were schedules, as it would stand now; any other is returned as it is. */
export function fromEarlierDraft(draft: Draft): Draft {
  const {
    "release.minMinutes": minMinutes,
    "release.minChanged": minChanged,
    smallPanelConsent: _,
    ...fields
  } = draft.fields;
  if (minMinutes === undefined && minChanged === undefined) return draft;
  return { ...draft, fields: { "release.every": scheduleOf(Number(minMinutes)), ...fields } };
}
