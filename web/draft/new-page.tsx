import type { ImportFault } from "../../domain/draft/import/fault.ts";
import { type Said, textOf } from "../language/said.tsx";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "../organiser/console-page.tsx";
import { PAGE_LANGUAGES } from "../language/catalogue.ts";
import { languageName } from "../language/names.ts";
import { ImportFaults } from "./import-faults.tsx";

/** What stands in the fields. A file cannot be put back: the browser lets no page choose one. */
interface NewEntered {
  id: string;
  original: string;
  way: string;
  text: string;
  from: string;
}

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  entered: NewEntered;
  /** What there is to copy. */
  sources: readonly { id: string; title: Said }[];
  problem?: ProblemCode | undefined;
  imports?: readonly ImportFault[] | undefined;
}

const WAYS = ["empty", "file", "paste", "duplicate"] as const;

/** Beginning a consultation, in one of four ways. */
export function NewPage({ entered, sources, problem, imports = [], ...page }: Props) {
  const { language, text, signedIn } = page;
  const words = text.draft.importing;
  return (
    <ConsolePage {...page} title={words.title} path={ORGANISE.newPage.path}>
      <Refusal
        heading={words.refused}
        why={problem === "draft-invalid" ? words.idWrong : problem && text.problems[problem]}
      >
        <ImportFaults faults={imports} />
      </Refusal>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <Form
        id="new"
        action={organisePath(ORGANISE.create, { lang: language })}
        token={signedIn.formToken}
        checkedBy="server"
        file
      >
        <Field id="id" label={words.id} hint={words.idHint}>
          {(described) => (
            <input
              class="text-input"
              id="id"
              name="id"
              type="text"
              value={entered.id}
              maxLength={40}
              autocapitalize="none"
              spellcheck={false}
              {...described}
            />
          )}
        </Field>
        <Field id="original" label={words.original}>
          {() => (
            <select id="original" name="original">
              {PAGE_LANGUAGES.map((one) => (
                <option key={one} value={one} selected={one === entered.original} lang={one}>
                  {languageName(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset>
          <legend>{words.way}</legend>
          {WAYS.filter((way) => way !== "duplicate" || sources.length > 0).map((way) => (
            <div key={way} class="way">
              <label class="choice">
                <input type="radio" name="way" value={way} checked={way === entered.way} />{" "}
                {words.ways[way]}
              </label>
            </div>
          ))}
        </fieldset>
        <Field id="file" label={words.file} hint={words.fileHint} class="for-file">
          {(described) => (
            <>
              <input
                id="file"
                name="file"
                type="file"
                accept=".xlsx,.csv,.tsv,.txt,.json"
                {...described}
              />
              <p>
                <a href={organisePath(ORGANISE.template, { lang: language })}>{words.template}</a>
              </p>
            </>
          )}
        </Field>
        <Field id="text" label={words.text} hint={words.textHint} class="for-paste">
          {(described) => (
            <textarea id="text" name="text" rows={8} {...described}>
              {`\n${entered.text}`}
            </textarea>
          )}
        </Field>
        {sources.length === 0 ? null : (
          <Field id="from" label={words.from} class="for-duplicate">
            {() => (
              <select id="from" name="from">
                {sources.map(({ id, title }) => (
                  <option key={id} value={id} selected={id === entered.from}>
                    {`${textOf(title)} (${id})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <p class="buttons">
          <button class="primary" type="submit">
            {words.make}
          </button>
        </p>
      </Form>
    </ConsolePage>
  );
}
