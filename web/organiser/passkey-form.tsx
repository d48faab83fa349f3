import type { ComponentChildren } from "preact";
import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";

interface FormProps {
  /** Where the form goes; a button may send it elsewhere. */
  action: string;
  /** Of the organiser who is signed in. */
  token?: string;
  children: ComponentChildren;
}

/**
 * A plain form around a passkey: the script puts the device's answer into the hidden field and sends
 * the form as it stands. What went wrong on the device is said at its end.
 */
export function PasskeyForm({ action, token, children }: FormProps) {
  const { text } = useReader();
  const words = text.organiser.passkey;
  return (
    <Form
      action={action}
      token={token}
      data-stopped={words.stopped}
      data-unsupported={words.unsupported}
      data-failed={text.problems.failure}
    >
      <noscript class="notice">{words.needsScript}</noscript>
      {children}
      <input type="hidden" name="answer" />
      <p class="field-fault" role="alert" hidden />
    </Form>
  );
}

interface ButtonProps {
  /** Whether a passkey is made or used. */
  passkey: "create" | "get";
  /** Where the script asks what to ask of the device. */
  options: OrganiserEndpoint;
  action: OrganiserEndpoint;
  /** Not the main thing on the page; asks for no other field than the code. */
  second?: boolean;
  children: ComponentChildren;
}

/** A button of a passkey form. */
export function PasskeyButton(props: ButtonProps) {
  const lang = useReader().language;
  return (
    <button
      class={props.second ? "secondary" : "primary"}
      type="submit"
      data-passkey={props.passkey}
      data-options={organisePath(props.options, { lang })}
      formAction={organisePath(props.action, { lang })}
      formNoValidate={props.second}
    >
      {props.children}
    </button>
  );
}

interface UnderNumberProps {
  /** This page under the name `localhost`, where it was opened under a number. */
  localhost: string | undefined;
}

/** Passkeys belong to a name, so none works where the page was opened under a number. */
export function UnderNumber({ localhost }: UnderNumberProps) {
  const { text } = useReader();
  return localhost === undefined ? null : (
    <div class="notice notice-warning">
      <p>{text.organiser.passkey.underNumber}</p>
      <p>
        <a href={localhost} data-keep-fragment="">
          {localhost.replace(/\?.*$/, "")}
        </a>
      </p>
    </div>
  );
}
