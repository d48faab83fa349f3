import type { ComponentChildren } from "preact";
import { organisePath, type OrganiserEndpoint } from "../../domain/organiser/endpoints.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";

interface FormProps {
  text: Catalogue;
  /** Where the form goes; a button may send it elsewhere. */
  action: string;
  children: ComponentChildren;
}

/**
 * A plain form around a passkey: the script puts the device's answer into the hidden field and sends
 * the form as it stands. What went wrong on the device is said at its end.
 */
export function PasskeyForm({ text, action, children }: FormProps) {
  const words = text.organiser.passkey;
  return (
    <form
      method="post"
      action={action}
      data-stopped={words.stopped}
      data-unsupported={words.unsupported}
      data-failed={text.problems.failure}
    >
      <noscript class="notice">{words.needsScript}</noscript>
      {children}
      <input type="hidden" name="answer" />
      <p class="field-fault" role="alert" hidden />
    </form>
  );
}

interface ButtonProps {
  /** Whether a passkey is made or used. */
  passkey: "create" | "get";
  /** Where the script asks what to ask of the device. */
  options: OrganiserEndpoint;
  action: OrganiserEndpoint;
  language: Language;
  /** Not the main thing on the page; asks for no other field than the code. */
  second?: boolean;
  children: ComponentChildren;
}

/** A button of a passkey form. */
export const PasskeyButton = (props: ButtonProps) => (
  <button
    class={props.second ? "secondary" : "primary"}
    type="submit"
    data-passkey={props.passkey}
    data-options={organisePath(props.options, { lang: props.language })}
    formAction={organisePath(props.action, { lang: props.language })}
    formNoValidate={props.second}
  >
    {props.children}
  </button>
);

interface UnderNumberProps {
  /** This page under the name `localhost`, where it was opened under a number. */
  localhost: string | undefined;
  text: Catalogue;
}

/** Passkeys belong to a name, so none works where the page was opened under a number. */
export const UnderNumber = ({ localhost, text }: UnderNumberProps) =>
  localhost === undefined ? null : (
    <div class="notice notice-warning">
      <p>{text.organiser.passkey.underNumber}</p>
      <p>
        <a href={localhost} data-keep-fragment="">
          {localhost.replace(/\?.*$/, "")}
        </a>
      </p>
    </div>
  );
