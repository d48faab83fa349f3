import { fill } from "../../text.ts";
import { MOST_REASONS, REMARK_LENGTH } from "../answers/limits.ts";
import { byId } from "../send/form-page.ts";

/** How long nothing is typed before what is left is said: a reader aloud is not interrupted at each letter. */
const PAUSE = 400;

/** Where somebody writes: says how much more may be written, and unfolds what holds a text already. */
export function followOwnWords(form: HTMLFormElement): void {
  const said = byId("text-left");
  if (said === null) return;
  const all = [...form.querySelectorAll<HTMLTextAreaElement>("[name^='text.']")];
  let timer: ReturnType<typeof setTimeout>;
  const say = ({ target }: Event) => {
    if (!all.includes(target as HTMLTextAreaElement)) return;
    const field = target as HTMLTextAreaElement;
    const label = field.parentElement!;
    if (label.nextSibling !== said) {
      said.textContent = "";
      label.after(said);
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      const left = REMARK_LENGTH - [...field.value.trim()].length;
      const given = all.filter(({ name, value }) => name !== "text." && value.trim()).length;
      const { left: few = "", over = "" } = said.dataset;
      said.textContent = fill(left < 0 ? over : few, {
        left,
        over: -left,
        more: Math.max(MOST_REASONS - given, 0),
      });
    }, PAUSE);
  };
  form.addEventListener("focusin", say);
  form.addEventListener("input", say);
  for (const field of all) if (field.value) field.closest("details")?.setAttribute("open", "");
}
