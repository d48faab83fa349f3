import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill } from "../text.ts";

interface Props extends SectionProps {
  /** What the program is called, and its key. */
  name: string;
  made: string;
}

/** A key that has just been made, shown this once. */
export function KeyPage(props: Props) {
  const { language, text, consultation, name, made } = props;
  const words = text.programs.shown;
  return (
    <SectionPage {...props} page={ORGANISE.keys} heading={words.title} onlyOnce script>
      <p class="lead">{fill(words.intro, { name })}</p>
      <p class="receipt-box" id="made-key" dir="ltr">
        <code class="one-time-link">{made}</code>
      </p>
      <p class="notice notice-warning">{words.warning}</p>
      <p class="buttons">
        <button
          class="secondary"
          type="button"
          hidden
          data-copy="#made-key code"
          data-copied={words.copied}
          data-not-copied={words.notCopied}
        >
          {words.copy}
        </button>
        <output />
      </p>
      <p class="buttons">
        <a href={organisePath(ORGANISE.keys, { id: consultation.id, lang: language })}>
          {words.back}
        </a>
      </p>
    </SectionPage>
  );
}
