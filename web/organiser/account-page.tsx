import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { fill, formatDay, plural } from "../text.ts";
import { ConsolePage, type ConsoleProps, FormToken, type SignedIn } from "./console-page.tsx";
import { PasskeyButton, PasskeyForm, UnderNumber } from "./passkey-form.tsx";
import { Refusal } from "./refusal.tsx";

/** A passkey as its owner may see it. */
export interface ShownPasskey {
  id: string;
  addedOn: string;
  usedOn: string;
}

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  passkeys: readonly ShownPasskey[];
  /** How many recovery codes are left. */
  codesLeft: number;
  /** This session was begun with a recovery code. */
  recovered: boolean;
  problem?: ProblemCode | undefined;
  localhost?: string | undefined;
}

/** An organiser's own ways in: passkeys, recovery codes, sessions. */
export function AccountPage(props: Props) {
  const { language, text, assets, signedIn, codesLeft, recovered, problem, localhost } = props;
  const words = text.organiser.account;
  const lang = language;
  const left = plural(language, words.codesLeft, codesLeft);
  return (
    <ConsolePage
      {...{ language, text, assets, signedIn }}
      title={words.title}
      path={ORGANISE.account.path}
      script
    >
      <Refusal {...{ text, problem }} />
      <h1>{words.title}</h1>
      {recovered ? (
        <div class="notice notice-warning">
          <p>
            {words.recovered} {left} {words.addNow}
          </p>
        </div>
      ) : null}
      <h2>{words.passkeys}</h2>
      <p>{words.passkeysIntro}</p>
      <Passkeys {...props} />
      <UnderNumber {...{ localhost, text }} />
      <PasskeyForm text={text} action={organisePath(ORGANISE.addPasskey, { lang })}>
        <FormToken signedIn={signedIn} />
        <PasskeyButton
          passkey="create"
          options={ORGANISE.addPasskeyOptions}
          action={ORGANISE.addPasskey}
          language={language}
        >
          {words.addPasskey}
        </PasskeyButton>
      </PasskeyForm>

      <h2>{words.codes}</h2>
      <p>{left}</p>
      <form method="post" action={organisePath(ORGANISE.renewCodes, { lang })}>
        <FormToken signedIn={signedIn} />
        <p class="hint">{words.renewHint}</p>
        <button class="secondary" type="submit">
          {words.renew}
        </button>
      </form>

      <h2>{words.sessions}</h2>
      <p>{words.sessionsIntro}</p>
      <form method="post" action={organisePath(ORGANISE.signOutEverywhere, { lang })}>
        <FormToken signedIn={signedIn} />
        <button class="secondary" type="submit">
          {words.signOutEverywhere}
        </button>
      </form>
    </ConsolePage>
  );
}

function Passkeys({ language, text, passkeys }: Props) {
  const words = text.organiser.account;
  return (
    <ol class="plain-list">
      {passkeys.map(({ id, addedOn, usedOn }, index) => {
        const name = fill(words.passkey, { number: index + 1 });
        return (
          <li class="entry" key={id}>
            <p>
              <strong>{name}</strong>
            </p>
            <p class="hint">
              {fill(words.passkeyDays, {
                added: formatDay(language, addedOn),
                used: formatDay(language, usedOn),
              })}
            </p>
            {passkeys.length === 1 ? null : (
              <p>
                <a
                  class="button danger"
                  href={`${organisePath(ORGANISE.removePasskeyPage, { lang: language })}&passkey=${encodeURIComponent(id)}`}
                >
                  {fill(words.removePasskey, { name })}
                </a>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
