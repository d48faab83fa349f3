import { type Said, textOf } from "../../language/said.tsx";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import { faultId } from "../../form/field.tsx";
import { isQuick } from "../answers/draft.ts";
import { type FilledForm, readForm } from "../answers/form.ts";
import { formId } from "../../respondent/language-buttons.tsx";
import { takeFocus } from "./focus.ts";

/** The form on the page, as checking and sending use it. The fields themselves hold the answers. */
export interface FormPage {
  read(): FilledForm;
  /** Whether what was answered by hand came faster than it can have been read. */
  quick(): boolean;
  /** Writes down what the next ballot goes under, also for the plain form that changes the language. */
  keep(ballot: { receipt: string; revision: number; panel: Panel | undefined }): void;
  /** Says by whose link they came, which a draft may know where the page does not. */
  nameChannel(name: Said | undefined): void;
  /** Shows the answers, or puts them away while something else is looked at. */
  showAnswers(shown: boolean): void;
  /** Leads to a field, or to the top of the form. */
  goTo(field: string | undefined): void;
  /** Says beside each field what is wrong with it, by the field's id, and takes back what was said before. */
  mark(faults: Record<string, string>): void;
}

/** The form of this page. */
export function formPage(form: HTMLFormElement): FormPage {
  const opened = performance.now();
  const rated = new Set<string>();
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name.startsWith("rating.")) {
      rated.add(target.name);
    }
  });
  return {
    read: () => readForm(new FormData(form) as Iterable<[string, string]>),
    quick: () => isQuick(rated.size, performance.now() - opened),
    keep: ({ receipt, revision, panel }) => {
      named(form, "receipt").value = receipt;
      named(form, "revision").value = String(revision);
      byId("kept-receipt")!.textContent = receipt;
      show("returning", revision > 1);
      const expert = panel === "expert";
      named(form, "panel").value = expert ? panel : "";
      show("invitation-part", !expert);
      show("is-expert", expert);
      // A field that is disabled is not sent: the code is used up, and is not needed again.
      named(form, "invitation").disabled = expert;
    },
    nameChannel: (name) => {
      if (name === undefined) return;
      for (const place of form.querySelectorAll<HTMLElement>(".channel-name")) {
        place.textContent = textOf(name);
        if (typeof name !== "string") [place.lang, place.dir] = [name.lang, "auto"];
      }
      show("channel", true);
      show("as-channel", true);
    },
    showAnswers: (shown) => {
      show("rate-intro", shown);
      show("answers", shown);
    },
    goTo,
    mark: (faults) => {
      for (const old of form.querySelectorAll(".field-fault")) unmark(old);
      for (const [field, sentence] of Object.entries(faults)) mark(field, sentence);
    },
  };
}

/** Leads the eye and the focus to a field; without one, to the top of the form. */
export function goTo(field: string = formId): void {
  const place = byId(field);
  place?.closest("details")?.setAttribute("open", "");
  takeFocus(place);
}

/** The field of that name. */
export const named = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement;

export const byId = (id: string) => document.getElementById(id);

export function show(id: string, shown: boolean): void {
  const part = byId(id);
  if (part !== null) part.hidden = !shown;
}

function mark(field: string, sentence: string): void {
  const place = byId(field);
  if (place === null) return;
  const fault = document.createElement("p");
  fault.className = "field-fault";
  fault.id = faultId(field);
  fault.textContent = sentence;
  place.setAttribute("aria-describedby", describedBy(place, fault.id).join(" "));
  // In a group of answers after its question; otherwise right before the field.
  if (place instanceof HTMLFieldSetElement) place.querySelector("legend")?.after(fault);
  else {
    place.before(fault);
    place.setAttribute("aria-invalid", "true");
  }
}

function unmark(fault: Element): void {
  const place = document.querySelector(`[aria-describedby~="${fault.id}"]`);
  fault.remove();
  if (place === null) return;
  const rest = describedBy(place, fault.id).filter((id) => id !== fault.id);
  if (rest.length > 0) place.setAttribute("aria-describedby", rest.join(" "));
  else place.removeAttribute("aria-describedby");
  place.removeAttribute("aria-invalid");
}

const describedBy = (place: Element, id: string): string[] => {
  const ids = (place.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  return ids.includes(id) ? ids : [id, ...ids];
};
