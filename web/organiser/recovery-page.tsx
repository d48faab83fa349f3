import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { CodeField } from "./code-field.tsx";
import { ConsolePage, type ConsoleProps } from "./console-page.tsx";
import { Refusal } from "./refusal.tsx";

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
      <Refusal {...{ text, problem }} field="code" />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <form method="post" action={organisePath(ORGANISE.recover, { lang })} autocomplete="off">
        <CodeField
          label={words.label}
          hint={words.hint}
          value={code}
          refused={problem !== undefined}
        />
        <button class="primary" type="submit">
          {words.button}
        </button>
      </form>
      <p class="buttons">
        <a href={organisePath(ORGANISE.signInPage, { lang })}>{words.back}</a>
      </p>
    </ConsolePage>
  );
}
