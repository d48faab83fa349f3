import { MOST_RECOMMENDATIONS } from "../../domain/consultation/definition.ts";
import type { ImportFault } from "../../domain/draft/import/fault.ts";
import { type Said, textOf } from "../language/said.tsx";
import type { Fault } from "../../domain/fault.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { type Described, Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "../organiser/console-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { ImportFaults } from "./import-faults.tsx";
import { NewLanguages } from "./new-languages.tsx";
import { SourceFields } from "./source-fields.tsx";

/** What stands in the fields. A file cannot be put back: the browser lets no page choose one. */
interface NewEntered {
  title: string;
  id: string;
  original: string;
  otherOriginal: string;
  languages: readonly string[];
  moreLanguages: string;
  way: string;
  text: string;
  from: string;
  earlier: string;
}

interface Source {
  id: string;
  title: Said;
}

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  entered: NewEntered;
  /** What there is to copy. */
  sources: readonly Source[];
  /** What can be continued. */
  waves: readonly Source[];
  problem?: ProblemCode | undefined;
  /** What of the fields cannot be. */
  faults?: readonly Fault[] | undefined;
  imports?: readonly ImportFault[] | undefined;
}

const WAYS = ["empty", "file", "paste", "duplicate", "continue"] as const;

/** Beginning a consultation, in one of five ways. */
export function NewPage(props: Props) {
  const { entered, sources, waves, problem, faults = [], imports = [], ...page } = props;
  const { language, text, signedIn } = page;
  const words = text.draft.importing;
  const wrong = wrongFields(faults);
  const offered = {
    empty: true,
    file: true,
    paste: true,
    duplicate: sources.length > 0,
    continue: waves.length > 0,
  };
  return (
    <ConsolePage {...page} title={words.title} path={ORGANISE.newPage.path}>
      <Refusal
        heading={words.refused}
        why={problem && (wrong.length > 0 ? words[wrong[0]!.word] : text.problems[problem])}
        field={wrong[0]?.field}
        faults={wrong.slice(1).map(({ field, word }) => ({ field, sentence: words[word] }))}
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
        <Field id="title" label={words.name} hint={words.nameHint} fault={faultOf("title")}>
          {(described) => (
            <input
              class="text-input"
              id="title"
              name="title"
              type="text"
              value={entered.title}
              maxLength={160}
              dir="auto"
              {...described}
            />
          )}
        </Field>
        <NewLanguages entered={entered} fault={faultOf("original")} />
        <fieldset>
          <legend>{words.way}</legend>
          {WAYS.filter((way) => offered[way]).map((way) => (
            <div key={way} class="way">
              <label class="choice">
                <input type="radio" name="way" value={way} checked={way === entered.way} />{" "}
                {words.ways[way]}
              </label>
            </div>
          ))}
        </fieldset>
        <SourceFields
          text={entered.text}
          fileHint={fill(words.fileHint, { most: formatNumber(language, MOST_RECOMMENDATIONS) })}
        />
        {offered.duplicate ? (
          <Field id="from" label={words.from} hint={words.fromHint} class="for-duplicate">
            {(described) => (
              <Choose id="from" among={sources} chosen={entered.from} {...described} />
            )}
          </Field>
        ) : null}
        {offered.continue ? (
          <Field id="earlier" label={words.earlier} hint={words.earlierHint} class="for-continue">
            {(described) => (
              <Choose id="earlier" among={waves} chosen={entered.earlier} {...described} />
            )}
          </Field>
        ) : null}
        <Field id="id" label={words.id} hint={words.idHint} fault={faultOf("id")}>
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
        <p class="buttons">
          <button class="primary" type="submit">
            {words.make}
          </button>
        </p>
      </Form>
    </ConsolePage>
  );

  function faultOf(field: string): string | undefined {
    const word = wrong.find((one) => one.field === field)?.word;
    return word === undefined ? undefined : words[word];
  }
}

interface ChooseProps extends Described {
  id: string;
  among: readonly Source[];
  chosen: string;
}

/** One of several consultations, by title and address. */
const Choose = ({ id, among, chosen, ...described }: ChooseProps) => (
  <select id={id} name={id} {...described}>
    {among.map((one) => (
      <option key={one.id} value={one.id} selected={one.id === chosen}>
        {`${textOf(one.title)} (${one.id})`}
      </option>
    ))}
  </select>
);

/** Each field that cannot be as it is, with the word for it. */
const wrongFields = (faults: readonly Fault[]) =>
  faults.map(({ pointer, fault }) => {
    if (pointer === "/id") return { field: "id", word: "idWrong" as const };
    if (pointer === "/languages") return { field: "original", word: "languagesWrong" as const };
    return {
      field: "title",
      word: fault === "not-allowed" ? ("nameMissing" as const) : ("nameWrong" as const),
    };
  });
