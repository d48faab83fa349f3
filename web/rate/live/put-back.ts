import type { SendState } from "../send/state.ts";
import { cardIn } from "./fields.ts";
import { INVITATION_FIELDS, isInvited } from "./invitation.ts";
import { type StoredDraft, storedDraft } from "./kept-draft.ts";
import { keptInTab } from "./kept-in-tab.ts";
import { restoreDraft, restoreFields } from "./restore.ts";

interface PutBack {
  /** The draft that is on this device. */
  stored?: StoredDraft | undefined;
  /** And was put back. */
  restored: boolean;
  /** Where answers were put back: the code of the card at which somebody was, "" for none. */
  place?: string;
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
    return { restored: false };
  }
  const stored = storedDraft(id);
  if (receiptIsNew && stored !== undefined) {
    restoreDraft(form, stored.fields);
    return { stored, restored: true, place: cardIn(stored.fields) };
  }
  const kept = keptInTab(id);
  const receipt = new Map(kept).get("receipt");
  const { value } = form.elements.namedItem("receipt") as HTMLInputElement;
  if (again && receipt !== undefined && (receiptIsNew || receipt === value)) {
    // On a page that came with answers, some of which may have been taken back since.
    for (const one of form.querySelectorAll("input")) one.checked = false;
    restoreDraft(form, kept);
    return { stored, restored: false, place: cardIn(kept) };
  }
  if (receiptIsNew) {
    restoreFields(
      form,
      kept.filter(([name]) => INVITATION_FIELDS.includes(name)),
    );
  }
  return { stored, restored: false };
}
