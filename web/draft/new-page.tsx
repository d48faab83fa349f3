import { LANGUAGES } from "../../domain/language.ts";
import type { ImportFault } from "../../domain/draft/import/fault.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import {
  ConsolePage,
  type ConsoleProps,
  FormToken,
  type SignedIn,
} from "../organiser/console-page.tsx";
import { AlertBox } from "../page/alert-box.tsx";
import { LANGUAGE_NAMES } from "../page/document.tsx";
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
  sources: readonly { id: string; title: string }[];
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
      {problem === undefined ? null : (
        <AlertBox>
          <h2>{words.refused}</h2>
          <p>{problem === "draft-invalid" ? words.idWrong : text.problems[problem]}</p>
          <ImportFaults text={text} faults={imports} />
        </AlertBox>
      )}
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <form
        id="new"
        method="post"
        encType="multipart/form-data"
        action={organisePath(ORGANISE.create, { lang: language })}
        autocomplete="off"
        noValidate
      >
        <FormToken signedIn={signedIn} />
        <div class="field">
          <label for="id">{words.id}</label>
          <p class="hint" id="id-hint">
            {words.idHint}
          </p>
          <input
            class="text-input"
            id="id"
            name="id"
            type="text"
            value={entered.id}
            maxLength={40}
            autocapitalize="none"
            spellcheck={false}
            aria-describedby="id-hint"
          />
        </div>
        <div class="field">
          <label for="original">{words.original}</label>
          <select id="original" name="original">
            {LANGUAGES.map((one) => (
              <option key={one} value={one} selected={one === entered.original} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </div>
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
        <div class="field for-file">
          <label for="file">{words.file}</label>
          <p class="hint" id="file-hint">
            {words.fileHint}
          </p>
          <input
            id="file"
            name="file"
            type="file"
            accept=".xlsx,.csv,.tsv,.txt,.json"
            aria-describedby="file-hint"
          />
          <p>
            <a href={organisePath(ORGANISE.template, { lang: language })}>{words.template}</a>
          </p>
        </div>
        <div class="field for-paste">
          <label for="text">{words.text}</label>
          <p class="hint" id="text-hint">
            {words.textHint}
          </p>
          <textarea id="text" name="text" rows={8} aria-describedby="text-hint">
            {`\n${entered.text}`}
          </textarea>
        </div>
        {sources.length === 0 ? null : (
          <div class="field for-duplicate">
            <label for="from">{words.from}</label>
            <select id="from" name="from">
              {sources.map(({ id, title }) => (
                <option key={id} value={id} selected={id === entered.from}>
                  {`${title} (${id})`}
                </option>
              ))}
            </select>
          </div>
        )}
        <p class="buttons">
          <button class="primary" type="submit">
            {words.make}
          </button>
        </p>
      </form>
    </ConsolePage>
  );
}
