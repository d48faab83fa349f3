import type { Language } from "../../../domain/language.ts";
import { fill, formatDay } from "../../language/text.ts";
import { byId } from "./form-page.ts";
import { dropDraft, type Fields, keepDraft } from "./kept-draft.ts";

interface Draft {
  consultation: string;
  language: Language;
  /** A draft is on this device. */
  kept: boolean;
  /** And has just been put back into the form. */
  restored: boolean;
}

/** Whether this device may keep the answers until they are sent: a choice, and off at first. */
export function offerDraft(form: HTMLFormElement, draft: Draft): void {
  const { consultation, language, kept, restored } = draft;
  const part = byId("draft-choice");
  const choice = part?.querySelector("input");
  const said = part?.querySelector("output");
  if (!part || !choice || !said) return;

  const keep = () => {
    if (!choice.checked) return;
    const until = keepDraft(consultation, [...new FormData(form)] as Fields);
    const day = until && formatDay(language, until.toISOString().slice(0, 10));
    const { until: template = "", cannot = "" } = said.dataset;
    said.textContent = day === undefined ? cannot : fill(template, { day });
  };
  choice.addEventListener("change", () => {
    if (choice.checked) return;
    dropDraft(consultation);
    said.textContent = "";
  });
  // The choice itself is a field of the form, so ticking it keeps what is there already.
  form.addEventListener("change", keep);
  form.addEventListener("input", keep);
  choice.checked = kept;
  byId("draft-back")!.hidden = !restored;
  part.hidden = false;
  keep();
}
