import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Refusal } from "../form/refusal.tsx";
import { ConsolePage, type ConsoleProps } from "./console-page.tsx";
import { PasskeyButton, PasskeyForm, UnderNumber } from "./passkey-form.tsx";

interface Props extends ConsoleProps {
  problem?: ProblemCode | undefined;
  /** This page under the name `localhost`, where it was opened under a number. */
  localhost?: string | undefined;
}

/** Signing in with a passkey, and the way to a recovery code. */
export function SignInPage({ language, text, assets, problem, localhost }: Props) {
  const words = text.organiser.signIn;
  const lang = language;
  return (
    <ConsolePage
      {...{ language, text, assets }}
      title={words.title}
      path={ORGANISE.signInPage.path}
      script
    >
      <Refusal id="refusal" why={problem && text.problems[problem]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <UnderNumber localhost={localhost} />
      <PasskeyForm action={organisePath(ORGANISE.signIn, { lang })}>
        <PasskeyButton passkey="get" options={ORGANISE.signInOptions} action={ORGANISE.signIn}>
          {words.button}
        </PasskeyButton>
      </PasskeyForm>
      <h2>{words.noPasskey}</h2>
      <p>
        <a href={organisePath(ORGANISE.recoveryPage, { lang })}>{words.toRecovery}</a>
      </p>
      <p>{words.noAccount}</p>
    </ConsolePage>
  );
}
