import { type Fields, fieldsOf, isField } from "./fields.ts";
import { SAYS_AS_WHOM } from "./invitation.ts";

/*
 * What this tab keeps until it is closed, or until the answers are saved: the invitation, so that no
 * reload makes one of the public of an expert; and answers from which somebody goes away by our own links and buttons, so
 * that the way back finds them. Never where people are at risk: browsers write it down with their tabs.
 */

const nameOf = (consultation: string) => `kenes-tab ${consultation}`;

/** What the tab has kept; empty where it has not. */
export function keptInTab(consultation: string): Fields {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(consultation)) ?? "[]") as Fields;
    return kept.every(isField) ? kept : [];
  } catch {
    // Nothing may be kept here, or something else wrote there.
    return [];
  }
}

function set(consultation: string, fields: Fields): void {
  try {
    if (fields.length > 0) sessionStorage.setItem(nameOf(consultation), JSON.stringify(fields));
    else sessionStorage.removeItem(nameOf(consultation));
  } catch {
    // Where nothing can be kept, a reload begins anew.
  }
}

/** Has the tab keep what it should; `posted`: the page holds answers that were entered on the one before. */
export function keepInTab(
  form: HTMLFormElement,
  consultation: string,
  posted: boolean,
): { keepInvitation(): void; saved(): void } {
  let unsaved = posted;
  const keepInvitation = () => {
    const fields = fieldsOf(form).filter(([name]) => SAYS_AS_WHOM.test(name));
    // Of the public, nothing.
    set(consultation, fields.some(([, value]) => value !== "") ? fields : []);
  };
  const keep = () => {
    if (unsaved) set(consultation, fieldsOf(form));
  };
  form.addEventListener("change", () => {
    unsaved = true;
    keepInvitation();
  });
  form.addEventListener("submit", keep);
  document.addEventListener("click", ({ target }) => {
    if ((target as Element).closest('a[href^="/"]:not([target])')) keep();
  });
  addEventListener("pagehide", () => {
    // Elsewhere closing the tab would be kept too, for whoever opens it again.
    if (posted) keep();
  });
  return {
    keepInvitation,
    saved: () => {
      unsaved = false;
      set(consultation, []);
    },
  };
}
