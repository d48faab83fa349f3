import type { ComponentChildren } from "preact";

interface Props {
  /** Takes the focus where a script runs. */
  takeFocus?: ((element: HTMLElement | null) => void) | undefined;
  children: ComponentChildren;
}

/** What went wrong: announced, and the first thing that is read out, with and without a script. */
export const AlertBox = ({ takeFocus, children }: Props) => (
  <div
    class="error-summary"
    role="alert"
    tabIndex={-1}
    // A new function each time, so that the same refusal takes the focus again.
    ref={takeFocus && ((element) => takeFocus(element))}
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- for the plain page, which no script leads to it
    autoFocus
  >
    {children}
  </div>
);
