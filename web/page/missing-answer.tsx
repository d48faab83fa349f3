import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

/**
 * How to report an answer that is missing: where none is recorded there may be one all the same, and Kenes
 * looks for none itself.
 */
export function MissingAnswer() {
  const { text } = useReader();
  return <p class="hint">{fill(text.council.missing, { page: text.about.consultation.title })}</p>;
}
