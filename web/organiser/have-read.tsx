import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  text: Catalogue;
  /** What is being done, as a code: the page may ask about several things. */
  of: string;
  label: string;
  /** What it is about, for those who do not see what stands around it. */
  about?: string;
  /** It was sent without. */
  missed: boolean;
}

/** The box with which somebody says that they have read what a step does. */
export function HaveRead({ text, of, label, about, missed }: Props) {
  const id = `have-read-${of}`;
  return (
    <>
      {missed ? (
        <p class="field-fault" id={`${id}-fault`}>
          {text.problems["step-unconfirmed"]}
        </p>
      ) : null}
      <p>
        <label class="choice">
          <input
            type="checkbox"
            name="confirmed"
            value="yes"
            aria-describedby={missed ? `${id}-fault` : undefined}
            aria-invalid={missed ? true : undefined}
          />{" "}
          {label}
          {about === undefined ? null : <span class="visually-hidden">{`: ${about}`}</span>}
        </label>
      </p>
    </>
  );
}
