import type { ComponentChildren } from "preact";

/** The id of the text that says what is wrong with a field. */
export const faultId = (field: string): string => `${field}-fault`;

/** The id of a field's hint. */
const hintId = (field: string): string => `${field}-hint`;

/** The ids of everything that describes a field, in the order in which it is read out. */
export const describedBy = (...ids: (string | undefined)[]): string | undefined =>
  ids.filter((id) => id !== undefined).join(" ") || undefined;

interface FaultProps {
  /** The id of the field. */
  field: string;
  /** What to do about it; `undefined` where nothing is wrong. */
  sentence: string | undefined;
}

/** What is wrong with a field, beside it. */
export const FieldFault = ({ field, sentence }: FaultProps) =>
  sentence === undefined ? null : (
    <p class="field-fault" id={faultId(field)}>
      {sentence}
    </p>
  );

/** What joins a field to the words around it, for those who do not see them. */
export interface Described {
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

interface Props {
  id: string;
  label: ComponentChildren;
  hint?: string | undefined;
  /** What else describes the field, standing elsewhere on the page. */
  describedBy?: string | undefined;
  /** What to do about it, when what was entered could not be accepted. */
  fault?: string | undefined;
  /** It could not be accepted, and what stands elsewhere says why. */
  refused?: boolean;
  /** Beside the one that all fields have. */
  class?: string;
  /** The control, and what else belongs to it. */
  children: (described: Described) => ComponentChildren;
}

/** A field with its label, its hint and what is wrong with it, all joined. */
export function Field({ id, label, hint, fault, refused = false, ...props }: Props) {
  return (
    <div class={props.class === undefined ? "field" : `field ${props.class}`}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      <FieldFault field={id} sentence={fault} />
      {props.children({
        "aria-describedby": describedBy(
          props.describedBy,
          hint && hintId(id),
          fault && faultId(id),
        ),
        "aria-invalid": refused || fault !== undefined ? "true" : undefined,
      })}
    </div>
  );
}
