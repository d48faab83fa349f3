import { fill } from "../../text.ts";
import { MOST_REASONS, REMARK_LENGTH } from "../answers/limits.ts";
import { byId } from "../send/form-page.ts";

/** How long nothing is typed before what is left is said: a reader aloud is not interrupted at each letter. */
const PAUSE = 400;

/** Where somebody writes: says how much more may be written, and unfolds what holds a text already. */
export function followOwnWords(form: HTMLFormElement): void {
  const said = byId("text-left");
  if (!said) return;
  const all = [...form.querySelectorAll("textarea")];
  let timer: ReturnType<typeof setTimeout>;
  const say = ({ target: field }: Event) => {
    if (!(field instanceof HTMLTextAreaElement)) return;
    if (field.parentElement!.nextSibling !== said) {
      said.textContent = "";
      field.parentElement!.after(said);
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      const left = REMARK_LENGTH - [...field.value.trim()].length;
      const given = all.filter(({ name, value }) => name !== "text." && value.trim()).length;
      const { few = "", over = "" } = said.dataset;
      said.textContent = fill(left < 0 ? over : few, {
        left: Math.abs(left),
        more: Math.max(MOST_REASONS - given, 0),
      });
    }, PAUSE);
  };
  form.addEventListener("focusin", say);
  form.addEventListener("input", say);
  for (const field of all) if (field.value) field.closest("details")?.setAttribute("open", "");
}
