import { type Fields, fieldsOf, isField } from "./fields.ts";
import { SAYS_AS_WHOM } from "./invitation.ts";
import { nameOf } from "./kept-draft.ts";

/*
 * What this tab keeps until it is closed, or until the answers are saved: the invitation, so that no
 * reload makes one of the public of an expert; and answers that are sent to be drawn in
 * another language, so that the way back finds them. Never where people are at risk: browsers write it down with
 * their tabs.
 */

/** What the tab has kept; empty where it has not. */
export function keptInTab(consultation: string): Fields {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(consultation)) ?? "[]") as Fields;
    return kept.filter(isField);
  } catch {
    // Nothing may be kept here, or something else wrote there.
    return [];
  }
}

function set(consultation: string, fields: Fields): void {
  try {
    sessionStorage.removeItem(nameOf(consultation));
    if (fields[0]) sessionStorage.setItem(nameOf(consultation), JSON.stringify(fields));
  } catch {
    // Where nothing can be kept, a reload begins anew.
  }
}

/** Has the tab keep what it should. `hasAnswers`: the page came with some, from the one before or from the tab. */
export function keepInTab(
  form: HTMLFormElement,
  consultation: string,
  hasAnswers: boolean,
): { keep(): void; saved(): void } {
  let unsaved = hasAnswers;
  const keepAll = () => {
    if (unsaved) set(consultation, fieldsOf(form));
  };
  const keepInvitation = () => {
    const fields = fieldsOf(form).filter(([name]) => SAYS_AS_WHOM.test(name));
    // Of the public, nothing.
    set(consultation, fields.some(([, value]) => value) ? fields : []);
  };
  // On the first page not before somebody goes away from it: to close a tab shall leave no answers in it,
  // for whoever opens it again. What was posted the browser itself keeps with the tab.
  const keep = hasAnswers ? keepAll : keepInvitation;
  form.addEventListener("change", () => {
    unsaved = true;
    keep();
  });
  form.addEventListener("submit", () => {
    keepAll();
    // They go on answering on the next page. This one, kept by the browser as it is left, would come back
    // without those answers. Firefox and Chromium on a desktop keep none that listens to this.
    addEventListener("unload", keepAll);
  });
  return {
    keep,
    saved: () => {
      unsaved = false;
      set(consultation, []);
    },
  };
}
