import type { ComponentChildren } from "preact";

interface Props {
  heading?: string | undefined;
  /** Why; nothing is shown without. */
  why: string | undefined;
  /** The field that all of it is about: the sentence leads there. */
  field?: string | undefined;
  /** The id of the sentence, for a field that it describes. */
  id?: string | undefined;
  /** What to do about each field, with the id of the field where there is one. */
  faults?: readonly { field: string | undefined; sentence: string }[];
  /** Leads to a field, where a script runs: without one, the link does. */
  goTo?: ((field: string) => void) | undefined;
  /** Takes the focus where a script runs: a new function each time, so that the same refusal does it again. */
  takeFocus?: (element: HTMLElement | null) => void;
  /** What else is to be said, and what can be done about it. */
  children?: ComponentChildren;
}

/** What was refused and why: announced, and the first thing that is read out, with and without a script. */
export function Refusal(props: Props) {
  const { heading, why, field, id, faults = [], goTo, takeFocus, children } = props;
  const link = (field: string | undefined, sentence: string) =>
    field === undefined ? (
      sentence
    ) : (
      <a
        href={`#${field}`}
        onClick={
          goTo &&
          ((event) => {
            event.preventDefault();
            goTo(field);
          })
        }
      >
        {sentence}
      </a>
    );
  return (
    why && (
      <div
        class="error-summary"
        role="alert"
        tabIndex={-1}
        ref={takeFocus}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- for the plain page, which no script leads to it
        autoFocus
      >
        {heading && <h2>{heading}</h2>}
        <p id={id}>{link(field, why)}</p>
        {faults.length > 0 && (
          <ul>
            {faults.map(({ field, sentence }) => (
              <li key={sentence}>{link(field, sentence)}</li>
            ))}
          </ul>
        )}
        {children}
      </div>
    )
  );
}

/** The same by the fields' ids, as links to them. */
export const byField = (sentences: Partial<Record<string, string>>) =>
  Object.entries(sentences).map(([field, sentence = ""]) => ({ field, sentence }));
