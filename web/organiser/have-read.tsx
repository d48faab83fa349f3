import { faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";

interface Props {
  /** What is being done, as a code: the page may ask about several things. */
  of: string;
  label: string;
  /** What it is about, for those who do not see what stands around it. */
  about?: string;
  /** It was sent without. */
  missed: boolean;
}

/** The box with which somebody says that they have read what a step does. */
export function HaveRead({ of, label, about, missed }: Props) {
  const { text } = useReader();
  const id = `have-read-${of}`;
  return (
    <>
      <FieldFault field={id} sentence={missed ? text.problems["step-unconfirmed"] : undefined} />
      <p>
        <label class="choice">
          <input
            type="checkbox"
            name="confirmed"
            value="yes"
            aria-describedby={missed ? faultId(id) : undefined}
            aria-invalid={missed ? true : undefined}
          />{" "}
          {label}
          {about === undefined ? null : <span class="visually-hidden">{`: ${about}`}</span>}
        </label>
      </p>
    </>
  );
}
