import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatDay, plural } from "../text.ts";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";
import { PasskeyButton, PasskeyForm, UnderNumber } from "./passkey-form.tsx";

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
      <Refusal id="refusal" why={problem && text.problems[problem]} />
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
      <Passkeys passkeys={props.passkeys} />
      <UnderNumber localhost={localhost} />
      <PasskeyForm action={organisePath(ORGANISE.addPasskey, { lang })} token={signedIn.formToken}>
        <PasskeyButton
          passkey="create"
          options={ORGANISE.addPasskeyOptions}
          action={ORGANISE.addPasskey}
        >
          {words.addPasskey}
        </PasskeyButton>
      </PasskeyForm>

      <h2>{words.codes}</h2>
      <p>{left}</p>
      <Form action={organisePath(ORGANISE.renewCodes, { lang })} token={signedIn.formToken}>
        <p class="hint">{words.renewHint}</p>
        <button class="secondary" type="submit">
          {words.renew}
        </button>
      </Form>

      <h2>{words.sessions}</h2>
      <p>{words.sessionsIntro}</p>
      <Form action={organisePath(ORGANISE.signOutEverywhere, { lang })} token={signedIn.formToken}>
        <button class="secondary" type="submit">
          {words.signOutEverywhere}
        </button>
      </Form>
    </ConsolePage>
  );
}

function Passkeys({ passkeys }: Pick<Props, "passkeys">) {
  const { language, text } = useReader();
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
