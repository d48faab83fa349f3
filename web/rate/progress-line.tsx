import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

interface Props {
  count: number;
  total: number;
}

/** How far one has come, and the way to what is still unanswered. The script shows it and counts on. */
export function ProgressLine({ count, total }: Props) {
  const text = useReader().text.rate;
  return (
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
}
