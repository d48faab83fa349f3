import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";

interface Props {
  signedIn: SignedIn;
  action: string;
  /** Two moderators must say the same. */
  two: boolean;
}

/** How many moderators must agree: the owners' to say. */
export function RulesForm({ signedIn, action, two }: Props) {
  const words = useReader().text.moderation.rules;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words.heading}</h2>
      <p>{words.intro}</p>
      <Form {...{ action }} token={signedIn.formToken}>
        <fieldset>
          <legend class="visually-hidden">{words.heading}</legend>
          {(["1", "2"] as const).map((moderators) => (
            <label class="choice" key={moderators}>
              <input
                type="radio"
                name="moderators"
                value={moderators}
                checked={two === (moderators === "2")}
              />
              <span>{words[moderators]}</span>
            </label>
          ))}
        </fieldset>
        <button class="secondary" type="submit">
          {words.save}
        </button>
      </Form>
    </section>
  );
}
