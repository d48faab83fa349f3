import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { Theme } from "../../domain/remark/theme.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { langOf, textOf } from "../language/said.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { CodingForm } from "./coding-form.tsx";
import { withQuery } from "./queue-page.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { ThemeFields } from "./theme-fields.tsx";
import type { QueueFrame, TextView } from "./view.ts";

interface Props extends SectionProps, Omit<QueueFrame, "look" | "counts"> {
  languages: readonly Language[];
  themes: readonly Theme[];
  revision: number;
  /** What was typed when it was refused. */
  entered: Readonly<Record<string, string>>;
  /** The recommendation whose reasons are coded; `undefined` while none is chosen. */
  code: string | undefined;
  /** How many accepted reasons there are to each. */
  accepted: ReadonlyMap<string, number>;
  texts: readonly TextView[];
  query: Readonly<Record<string, string>>;
  next: string | undefined;
  problem?: ProblemCode | undefined;
}

/** The themes of a consultation's reasons, and which accepted reason belongs to which. */
export function ThemesPage(props: Props) {
  const { language, text, signedIn, consultation, themes, code, accepted, query } = props;
  const { id } = consultation;
  const words = text.moderation.themes;
  const path = (endpoint: Parameters<typeof organisePath>[0]) =>
    organisePath(endpoint, { id, lang: language });
  const count = (value: number) => formatNumber(language, value);
  return (
    <SectionPage {...props} page={ORGANISE.themes} heading={words.title} script>
      <Refusal why={props.problem && text.problems[props.problem]} />
      <p class="lead">{words.intro}</p>
      <section aria-labelledby="coding">
        <h2 id="coding">{words.coding}</h2>
        {themes.length === 0 ? <p class="notice">{words.none}</p> : null}
        <Form
          asks
          class="filter"
          action={organisePath(ORGANISE.themes, { id })}
          hidden={{ lang: language }}
        >
          <Field id="code" label={text.moderation.filter.about}>
            {(described) => (
              <select id="code" name="code" {...described}>
                {props.recommendations.map((one) => (
                  <option
                    key={one.code}
                    value={one.code}
                    lang={langOf(one.title)}
                    selected={code === one.code}
                  >
                    {fill(text.moderation.filter.counted, {
                      name: `${one.code} ${textOf(one.title)}`,
                      count: count(accepted.get(one.code) ?? 0),
                    })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <p class="buttons">
            <button class="secondary" type="submit">
              {text.moderation.filter.show}
            </button>
          </p>
        </Form>
        {code === undefined ? null : props.texts.length === 0 ? (
          <div class="empty">
            <p>{words.noReasons}</p>
          </div>
        ) : themes.length === 0 ? null : (
          <>
            <Shortcuts keys={[["1–9", text.moderation.keys.theme]]} />
            <CodingForm {...props} action={path(ORGANISE.codeReasons)} />
          </>
        )}
        {props.next === undefined ? null : (
          <p class="pages">
            <a href={withQuery(path(ORGANISE.themes), { ...query, after: props.next })}>
              {text.moderation.next}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="themes">
        <h2 id="themes">{words.heading}</h2>
        <p>{words.hint}</p>
        <Form action={path(ORGANISE.changeThemes)} token={signedIn.formToken} checkedBy="server">
          <ThemeFields {...props} />
        </Form>
      </section>
    </SectionPage>
  );
}
