import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";
import { fill, formatNumber } from "../text.ts";
import type { Letter } from "./letter.ts";
import { Letters } from "./letters.tsx";
import type { GroupView } from "./view.ts";

interface Props {
  signedIn: SignedIn;
  consultation: string;
  group: GroupView;
  /** The labels of its unused codes, where they were asked for. */
  listed: readonly string[] | undefined;
  letters: readonly Letter[];
}

/** Whom to remind, as far as that may be told, and with what. */
export function Reminders({ signedIn, consultation, group, listed, letters }: Props) {
  const { language, text } = useReader();
  const { reminders: words, letter } = text.invitation;
  const { unlisted, counts } = group;
  const least = { least: formatNumber(language, counts.least) };
  return (
    <section aria-labelledby="reminders-heading">
      <h2 id="reminders-heading">{words.heading}</h2>
      {unlisted === undefined ? (
        <>
          <p>{fill(words.why, least)}</p>
          {listed === undefined ? (
            <Form
              action={organisePath(ORGANISE.remindInvitations, {
                id: consultation,
                lang: language,
              })}
              token={signedIn.formToken}
              hidden={{ group: group.id }}
            >
              <button class="secondary" type="submit">
                {words.ask}
              </button>
            </Form>
          ) : (
            <Listed labels={listed} />
          )}
        </>
      ) : (
        <p class="notice">{fill(words.notTold[unlisted], least)}</p>
      )}
      <Letters letters={letters} hint={letter.publicHint} level={3} />
    </section>
  );
}

/** The labels of unused codes, one a line, to be copied. */
function Listed({ labels }: { labels: readonly string[] }) {
  const words = useReader().text.invitation.reminders;
  if (labels.length === 0) return <p role="status">{`${words.none} ${words.unlabelled}`}</p>;
  return (
    <Field id="unused" label={words.listed} hint={words.unlabelled}>
      {(described) => (
        <textarea
          id="unused"
          rows={Math.min(20, labels.length + 1)}
          readOnly
          dir="auto"
          {...described}
        >
          {`\n${labels.join("\n")}`}
        </textarea>
      )}
    </Field>
  );
}
