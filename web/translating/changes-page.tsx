import { valueOf } from "../../domain/draft/draft.ts";
import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { fieldName } from "../draft/field-name.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import type { ChangesView } from "./view.ts";

interface Props extends SectionProps {
  view: ChangesView;
  problem: ProblemCode | undefined;
}

/** What a file would change, text by text, before it is done. */
export function ChangesPage({ view, problem, ...props }: Props) {
  const { language, text, consultation, signedIn } = props;
  const words = text.translating.shown;
  const { edits, same, empty, draft, hidden } = view;
  const to = { id: consultation.id, lang: language };
  const count = (value: number) => formatNumber(language, value);
  const back = (
    <a class="button secondary" href={organisePath(ORGANISE.translations, to)}>
      {words.back}
    </a>
  );
  return (
    <SectionPage
      {...props}
      page={ORGANISE.translations}
      heading={`${words.title}: ${languageName(view.language)}`}
      onlyOnce
    >
      <Refusal why={problem && text.problems[problem]} />
      <p class="lead">
        {edits.length === 0
          ? words.nothing
          : fill(words.counts, {
              changes: count(edits.length),
              same: count(same),
              empty: count(empty),
            })}
      </p>
      {edits.length === 0 ? (
        <p class="buttons">{back}</p>
      ) : (
        <Form
          action={organisePath(ORGANISE.takeTranslation, to)}
          token={signedIn.formToken}
          hidden={hidden}
          file
        >
          <p class="hint">{words.undo}</p>
          <p class="buttons">
            <button class="primary" type="submit">
              {words.take}
            </button>
            {back}
          </p>
        </Form>
      )}
      {edits.map(({ name, value }) => (
        <section class="entry" key={name} aria-labelledby={`change-${name}`}>
          <h2 id={`change-${name}`}>{fieldName(text, draft, name)}</h2>
          <TextChange
            language={view.language}
            now={valueOf(draft, name)}
            then={value}
            isStale={view.stale.includes(name)}
          />
        </section>
      ))}
    </SectionPage>
  );
}

interface ChangeProps {
  language: Language;
  now: string;
  then: string;
  isStale: boolean;
}

function TextChange({ language, now, then, isStale }: ChangeProps) {
  const words = useReader().text.translating.shown;
  if (now === then) return <p>{words.fits}</p>;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{words.now}</dt>
          {now === "" ? <dd>{words.none}</dd> : <Words of={now} language={language} />}
        </div>
        <div>
          <dt>{words.then}</dt>
          <Words of={then} language={language} />
        </div>
      </dl>
      {isStale ? <p class="notice notice-warning">{words.stale}</p> : null}
    </>
  );
}

const Words = ({ of, language }: { of: string; language: Language }) => (
  <dd class="pre-line" lang={language} dir="auto">
    {of}
  </dd>
);
