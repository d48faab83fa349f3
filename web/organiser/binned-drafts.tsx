import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { textOf, Wording } from "../language/said.tsx";
import { fill, formatDay } from "../text.ts";
import type { BinnedConsultation } from "./front-view.ts";

interface Props {
  binned: readonly BinnedConsultation[];
  token: string;
}

/** The drafts that were deleted, as long as they can be restored. */
export function BinnedDrafts({ binned, token }: Props) {
  const { language, text } = useReader();
  const words = text.organiser.bin;
  return binned.length === 0 ? null : (
    <section aria-labelledby="bin">
      <h2 id="bin">{words.heading}</h2>
      {binned.map(({ id, title, until }) => (
        <div class="entry" key={id}>
          <h3>
            <Wording of={title} />
          </h3>
          <p class="hint">
            <code>{id}</code>
          </p>
          <p>{fill(words.until, { day: formatDay(language, until.slice(0, 10)) })}</p>
          <Form action={organisePath(ORGANISE.restoreDraft, { id, lang: language })} token={token}>
            <button
              class="secondary"
              type="submit"
              aria-label={`${words.restore}: ${textOf(title)}, ${id}`}
            >
              {words.restore}
            </button>
          </Form>
        </div>
      ))}
    </section>
  );
}
