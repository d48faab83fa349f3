import { CARRY } from "./carry.ts";

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

/** Something that is said to the reader as it stands. */
class Said extends Error {}

/** Sends a form only with the device's answer in it; says beside the button what went wrong. */
export function answerByPasskey(form: HTMLFormElement): void {
  const answer = form.querySelector<HTMLInputElement>("[name=answer]")!;
  const fault = form.querySelector<HTMLElement>("[role=alert]")!;
  let busy = false;
  const say = (text: string | undefined) => {
    fault.textContent = text ?? "";
    fault.hidden = text === undefined;
  };

  const send = async (button: HTMLButtonElement) => {
    if (!canAsk()) throw new Said(form.dataset["unsupported"]);
    const options = (await askFor(button.dataset["options"]!, form)) as Options;
    const passkey = await ask(button.dataset["passkey"], options, form);
    answer.value = JSON.stringify(passkey.toJSON());
    form.action = button.formAction;
    form.submit();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("[data-passkey]");
    if (busy || !(button instanceof HTMLButtonElement)) return;
    busy = true;
    button.setAttribute("aria-disabled", "true");
    say(undefined);
    send(button)
      .catch((failure: unknown) => {
        say(failure instanceof Said ? failure.message : form.dataset["failed"]);
      })
      .finally(() => {
        busy = false;
        button.removeAttribute("aria-disabled");
      });
  });
}

/** What the server wants the device to be asked; a refusal is said in its words. */
async function askFor(address: string, form: HTMLFormElement): Promise<unknown> {
  // What is carried along over the sign-in is nothing to ask a device about, and may be long.
  const own = [...new FormData(form)].filter(([name]) => !name.startsWith(CARRY));
  const fields = Object.fromEntries(own);
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/problem+json" },
    body: JSON.stringify(fields),
  });
  if (answer.redirected) {
    // The session is over: the page to sign in on again.
    location.assign(answer.url);
    throw new Said("");
  }
  const said = (await answer.json()) as { detail?: string };
  if (!answer.ok) throw new Said(said.detail);
  return said;
}

/**
 * Whether the browser has passkeys, and itself turns what the server says into what a device is asked, and back
 * (WebAuthn level 3, §5.1.8 to §5.1.10): Chrome from 129 on, Firefox from 119, Safari from 18.4.
 */
function canAsk(): boolean {
  const passkeys = (globalThis as { PublicKeyCredential?: Partial<typeof PublicKeyCredential> })
    .PublicKeyCredential;
  return (
    typeof passkeys?.parseCreationOptionsFromJSON === "function" &&
    typeof passkeys.parseRequestOptionsFromJSON === "function" &&
    typeof passkeys.prototype?.toJSON === "function"
  );
}

/** Ends the question before: a device is asked one at a time, and a page may have several forms. */
let asking: AbortController | undefined;

/** Asks the device. Whoever stops it, or lets its time pass, is told that nothing has happened. */
async function ask(
  kind: string | undefined,
  options: Options,
  form: HTMLFormElement,
): Promise<PublicKeyCredential> {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const made =
      kind === "create"
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
            signal,
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
            signal,
          });
    if (made === null) throw new Error("no passkey came of it");
    return made as PublicKeyCredential;
  } catch (cause) {
    throw new Said(form.dataset["stopped"], { cause });
  }
}
