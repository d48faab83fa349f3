import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Refusal } from "../form/refusal.tsx";
import { CarriedFields, type WayBack } from "./carried.tsx";
import { ConsolePage, type ConsoleProps } from "./console-page.tsx";
import { PasskeyButton, PasskeyForm, UnderNumber } from "./passkey-form.tsx";
import { RecoveryForm } from "./recovery-form.tsx";

interface Props extends ConsoleProps, WayBack {
  problem?: ProblemCode | undefined;
  /** This page under the name `localhost`, where it was opened under a number. */
  localhost?: string | undefined;
}

/** Signing in with a passkey, and the way to a recovery code; with what was entered, on one page. */
export function SignInPage(props: Props) {
  const { language, text, assets, problem, localhost, to, carried } = props;
  const { signIn: words, sendOn } = text.organiser;
  const lang = language;
  return (
    <ConsolePage
      {...{ language, text, assets }}
      title={words.title}
      path={ORGANISE.signInPage.path}
      query={to === undefined ? undefined : { to }}
      onlyOnce={carried !== undefined}
      script
    >
      <Refusal id="refusal" why={problem && text.problems[problem]} />
      <h1>{words.title}</h1>
      {carried === undefined ? null : <p class="notice notice-warning">{sendOn.kept}</p>}
      <p class="lead">{words.intro}</p>
      <UnderNumber localhost={localhost} />
      <PasskeyForm action={organisePath(ORGANISE.signIn, { lang })}>
        <CarriedFields {...{ to, carried }} />
        <PasskeyButton passkey="get" options={ORGANISE.signInOptions} action={ORGANISE.signIn}>
          {words.button}
        </PasskeyButton>
      </PasskeyForm>
      <h2>{words.noPasskey}</h2>
      {carried === undefined ? (
        <p>
          <a href={withTo(organisePath(ORGANISE.recoveryPage, { lang }), to)}>{words.toRecovery}</a>
        </p>
      ) : (
        <RecoveryForm carried={carried} />
      )}
      <p>{words.noAccount}</p>
    </ConsolePage>
  );
}

/** An address of the sign-in that knows where to go afterwards. */
export const withTo = (address: string, to: string | undefined): string =>
  to === undefined ? address : `${address}&${new URLSearchParams({ to }).toString()}`;
