import { fill } from "../../text.ts";
import { byId } from "../send/form-page.ts";
import { fieldsOf } from "./fields.ts";
import { dropDraft, keepDraft, type StoredDraft } from "./kept-draft.ts";

interface Draft {
  consultation: string;
  /** The draft that is on this device. */
  stored: StoredDraft | undefined;
  /** And has just been put back into the form. */
  restored: boolean | undefined;
}

/** Whether this device may keep the answers until they are sent: a choice, and off at first. */
export function offerDraft(form: HTMLFormElement, draft: Draft): void {
  const { consultation, stored, restored } = draft;
  const part = byId("draft-choice");
  const choice = part?.querySelector("input");
  const said = part?.querySelector("output");
  if (!part || !choice || !said) return;

  const say = (until: number | undefined) => {
    const { until: template = "", cannot = "", days = "{}" } = said.dataset;
    const day = until && new Date(until).toISOString().slice(0, 10);
    const written = JSON.parse(days) as Record<string, string>;
    said.textContent = day ? fill(template, { day: written[day] ?? day }) : cannot;
  };
  const keep = () => {
    if (choice.checked) say(keepDraft(consultation, fieldsOf(form)));
  };
  choice.addEventListener("change", () => {
    if (choice.checked) return;
    dropDraft(consultation);
    said.textContent = "";
  });
  // The choice itself is a field of the form, so ticking it keeps what is there already.
  form.addEventListener("change", keep);
  form.addEventListener("input", keep);
  choice.checked = stored !== undefined;
  byId("draft-back")!.hidden = !restored;
  part.hidden = false;
  // Opening the page again is no answer, and does not make the draft live longer.
  if (stored !== undefined) say(stored.until);
}
