import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";
import { Written } from "../remark/written.tsx";
import { plural } from "../text.ts";
import { type TextView, verdictWords } from "./view.ts";

interface Props {
  id: string;
  signedIn: SignedIn;
  /** Newest first; only those that nobody else has judged since. */
  decided: readonly TextView[];
  /** What the page shows, to come back to. */
  query: Readonly<Record<string, string>>;
}

/** What a moderator decided last, each with the way to take it back. */
export function LastDecisions({ id, signedIn, decided, query }: Props) {
  const { language, text } = useReader();
  const words = text.moderation.last;
  if (decided.length === 0) return null;
  return (
    <details>
      <summary>{plural(language, words.heading, decided.length)}</summary>
      <p class="hint">{words.hint}</p>
      {decided.map((one, place) => (
        <Form
          key={one.name}
          class="entry"
          action={organisePath(ORGANISE.undoJudging, { id, lang: language })}
          token={signedIn.formToken}
          hidden={{ ...query, text: one.name }}
        >
          <div id={`decided-${place}`}>
            <p class="hint">
              {one.said.map((verdict) => verdictWords(text, verdict)).join("; ") ||
                text.moderation.standings[one.standing]}
            </p>
            <Written text={one.text} language={one.language} />
          </div>
          <button class="secondary" type="submit" aria-describedby={`decided-${place}`}>
            {words.undo}
          </button>
        </Form>
      ))}
    </details>
  );
}
