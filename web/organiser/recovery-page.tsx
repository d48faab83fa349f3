import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { CodeField } from "./code-field.tsx";
import { ConsolePage, type ConsoleProps } from "./console-page.tsx";

interface Props extends ConsoleProps {
  problem?: ProblemCode | undefined;
  code?: string;
}

/** Signing in with a recovery code; works without a script. */
export function RecoveryPage({ language, text, assets, problem, code = "" }: Props) {
  const words = text.organiser.recovery;
  const lang = language;
  return (
    <ConsolePage
      {...{ language, text, assets }}
      title={words.title}
      path={ORGANISE.recoveryPage.path}
    >
      <Refusal id="refusal" why={problem && text.problems[problem]} field="code" />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <Form action={organisePath(ORGANISE.recover, { lang })} checkedBy="browser">
        <CodeField
          label={words.label}
          hint={words.hint}
          value={code}
          refused={problem !== undefined}
        />
        <button class="primary" type="submit">
          {words.button}
        </button>
      </Form>
      <p class="buttons">
        <a href={organisePath(ORGANISE.signInPage, { lang })}>{words.back}</a>
      </p>
    </ConsolePage>
  );
}
