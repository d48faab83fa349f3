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
  restored?: boolean;
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
  const receipt = new Map(kept).get("receipt");
  let fields: Fields | undefined;
  if (receiptIsNew && stored !== undefined) fields = stored.fields;
  else if (again && receipt && (receiptIsNew || receipt === named(form, "receipt").value)) {
    fields = kept;
    // On a page that came with answers, some of which may have been taken back since.
    for (const one of form.querySelectorAll("input")) one.checked = false;
  }
  if (fields !== undefined) restoreDraft(form, fields);
  if (receiptIsNew) {
    // A draft may be older than the invitation.
    restoreFields(
      form,
      kept.filter(([name]) => SAYS_AS_WHOM.test(name)),
    );
  }
  return {
    stored,
    restored: fields !== undefined && fields !== kept,
    place: fields && cardIn(fields),
  };
}
