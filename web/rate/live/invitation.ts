import { asWhom } from "../answers/draft.ts";
import { type FormPage, named, show } from "../send/form-page.ts";

/** The fields that say as whom somebody answers. */
export const SAYS_AS_WHOM = /^(invit|as-)/;

/**
 * Takes an invitation from an address like `/c/x#invitation=CODE` into the form, also when the link is
 * opened where the page is open already. A fragment never reaches the server or its log; it is removed
 * here so that it does not stay in the history either. Says whether there was one.
 */
export function takeInvitation(form: HTMLFormElement): boolean {
  const code = new URLSearchParams(location.hash.slice(1)).get("invitation");
  if (code === null) return false;
  history.replaceState(null, "", location.pathname + location.search);
  const input = named(form, "invitation");
  if (input.disabled) return false;
  input.value = code;
  named(form, "as-public").checked = false;
  isInvited(form);
  // The style sheet knows it from what was opened by hand.
  form.querySelector(".invitation")!.setAttribute("open", "by-link");
  return true;
}

/** Whoever answers here has to say so before they are counted with the public. */
export function isInvited(form: HTMLFormElement): void {
  named(form, "invited").value = "yes";
  form.querySelector(".invitation")!.setAttribute("open", "");
}

/** Says as whom one answers, by what stands in the form. */
export function sayAsWhom(page: FormPage): void {
  const { draft } = page.read();
  const as = asWhom(draft);
  for (const one of ["public", "expert", "unsaid"]) show(`as-${one}`, one === as);
  show("as-public-choice", draft.invited);
}
