import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";

interface Props {
  count: number;
  total: number;
  text: Catalogue["rate"];
}

/** How far one has come, and the way to what is still unanswered. The script shows it and counts on. */
export const ProgressLine = ({ count, total, text }: Props) => (
  <div class="progress" id="progress" hidden>
    <progress max={total} value={count} aria-hidden="true" />
    <span aria-live="polite" data-template={text.form.progress}>
      {fill(text.form.progress, { count, total })}
    </span>
    <button type="button" class="link-button">
      {text.answers.next}
    </button>
  </div>
);
