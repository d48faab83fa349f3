import { scheduleOf, THREE, ZONE } from "../consultation/earlier-definition.ts";
import type { Draft } from "./draft.ts";
import { translationField } from "./field.ts";

/** A draft of an earlier form as it would stand now; any other is returned as it is. */
export const fromEarlierDraft = (draft: Draft): Draft => withLanguages(withSchedule(draft));

/** From before drafts named their languages: three, of which one was marked as the original. */
function withLanguages(draft: Draft): Draft {
  if (draft.fields["languages"] !== undefined) return draft;
  const isOriginal = (one: string) => draft.fields[translationField(one)] === "original";
  const original = THREE.find(isOriginal) ?? THREE[0];
  const { [translationField(original)]: _, ...fields } = draft.fields;
  const languages = [original, ...THREE.filter((one) => one !== original)].join(" ");
  return { ...draft, fields: { ...fields, languages, timeZone: ZONE } };
}

/** From before there were schedules. */
function withSchedule(draft: Draft): Draft {
  const {
    "release.minMinutes": minMinutes,
    "release.minChanged": minChanged,
    smallPanelConsent: _,
    ...fields
  } = draft.fields;
  if (minMinutes === undefined && minChanged === undefined) return draft;
  return { ...draft, fields: { "release.every": scheduleOf(Number(minMinutes)), ...fields } };
}
