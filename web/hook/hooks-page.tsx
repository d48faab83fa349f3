import { type Hook, HOOK_LENGTH, MOST_HOOKS } from "../../domain/hook/hook.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Problem } from "../../domain/problem.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { HookEntry } from "./hook-entry.tsx";

interface Props extends SectionProps {
  hooks: readonly Hook[];
  /** What was refused, and the address that was typed. */
  refused: { problem: Problem; typed: string } | undefined;
}

const EXAMPLE = "https://hooks.example.org/kenes";

/** The webhooks of a consultation, what came of the last messages, and the form that adds one. */
export function HooksPage(props: Props) {
  const { language, text, assets, signedIn, consultation, hooks, refused } = props;
  const words = text.hooks;
  const why = refused && text.problems[refused.problem.problem];
  const isInvalid = refused?.problem.problem === "hook-invalid";
  const most = formatNumber(language, MOST_HOOKS);
  return (
    <SectionPage
      {...props}
      page={ORGANISE.hooks}
      heading={words.title}
      moreStyle={assets.invitingStyle}
    >
      <Refusal why={why} field={isInvalid ? "address" : undefined} />
      <p class="lead">{words.intro}</p>
      {hooks.length === 0 ? (
        <p class="notice">{words.none}</p>
      ) : (
        <p>{fill(words.counted, { count: formatNumber(language, hooks.length), most })}</p>
      )}
      {hooks.map((hook, place) => (
        <HookEntry key={hook.id} {...{ hook, signedIn, consultation }} number={place + 1} />
      ))}
      {hooks.length >= MOST_HOOKS ? (
        <p class="notice">{fill(words.adding.full, { most })}</p>
      ) : (
        <section aria-labelledby="add-hook">
          <h2 id="add-hook">{words.adding.heading}</h2>
          <Form
            action={organisePath(ORGANISE.addHook, { id: consultation.id, lang: language })}
            token={signedIn.formToken}
            checkedBy="server"
          >
            <Field
              id="address"
              label={words.adding.label}
              hint={fill(words.adding.hint, { example: EXAMPLE })}
              fault={isInvalid ? why : undefined}
            >
              {(described) => (
                <input
                  class="line-input"
                  id="address"
                  name="address"
                  type="text"
                  inputMode="url"
                  dir="ltr"
                  maxLength={HOOK_LENGTH}
                  value={refused?.typed ?? ""}
                  {...described}
                />
              )}
            </Field>
            <button class="primary" type="submit">
              {words.adding.send}
            </button>
          </Form>
        </section>
      )}
    </SectionPage>
  );
}
