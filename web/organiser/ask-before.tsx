import { Form } from "../form/form.tsx";
import type { SignedIn } from "./console-page.tsx";

interface Asked {
  signedIn: SignedIn;
  means: string;
  /** What removal does, one sentence each. */
  does: readonly string[];
  action: string;
  /** What is removed, as the form says it. */
  field: Record<string, string>;
  confirm: string;
  /** The way back, with nothing removed. */
  back: { to: string; label: string };
}

/** What removing does, the button that does it, and the way back. */
export const AskBefore = ({ signedIn, means, does, action, field, confirm, back }: Asked) => (
  <>
    <p>{means}</p>
    <ul>
      {does.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
    <Form action={action} token={signedIn.formToken} hidden={field}>
      <p class="buttons">
        <button class="danger" type="submit">
          {confirm}
        </button>
        <a class="button secondary" href={back.to}>
          {back.label}
        </a>
      </p>
    </Form>
  </>
);
