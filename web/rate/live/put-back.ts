import type { SendState } from "../send/state.ts";
import { named } from "../send/form-page.ts";
import { cardIn, type Fields } from "./fields.ts";
import { isInvited, SAYS_AS_WHOM } from "./invitation.ts";
import { type StoredDraft, storedDraft } from "./kept-draft.ts";
import { keptInTab } from "./kept-in-tab.ts";
import { restoreDraft, restoreFields } from "./restore.ts";

interface PutBack {
  /** The draft that is on this device. */
  stored?: StoredDraft | undefined;
  /** And was put back. */
  restored?: boolean | undefined;
  /** Where answers were put back: the code of the card at which somebody was, "" for none. */
  place?: string | undefined;
}

/**
 * Puts back what is kept: a draft on the device; else what the tab has kept, where somebody comes back to
 * the page or loads it again; else the invitation alone.
 */
export function putBack(
  form: HTMLFormElement,
  { consultation: { id }, atRisk, receiptIsNew }: SendState,
): PutBack {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const again = entry?.type !== "navigate";
  if (atRisk) {
    // Nothing is kept, so nobody knows whether there was an invitation before: they are asked.
    if (again && receiptIsNew) isInvited(form);
    return {};
  }
  const stored = storedDraft(id);
  const kept = keptInTab(id);
  let fields: Fields | undefined;
  if (receiptIsNew && stored !== undefined) restoreDraft(form, (fields = stored.fields));
  else if (again) fields = putBackFromTab(form, id, receiptIsNew);
  if (receiptIsNew) {
    // A draft may be older than the invitation.
    restoreFields(
      form,
      kept.filter(([name]) => SAYS_AS_WHOM.test(name)),
    );
  }
  return { stored, restored: fields && fields === stored?.fields, place: fields && cardIn(fields) };
}

/** Puts the answers back that the tab has kept, if they are those of this page, or it has none yet. */
function putBackFromTab(form: HTMLFormElement, id: string, isNew: boolean): Fields | undefined {
  const kept = keptInTab(id);
  const receipt = new Map(kept).get("receipt");
  if (!receipt || (!isNew && receipt !== named(form, "receipt").value)) return undefined;
  // Some of those that stand there may have been taken back since.
  for (const one of form.querySelectorAll("input")) one.checked = false;
  restoreDraft(form, kept);
  return kept;
}
