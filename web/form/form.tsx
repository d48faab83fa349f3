import type { ComponentChildren } from "preact";

interface Props {
  action: string;
  /** Of the organiser who is signed in: without it, what their forms send is refused. */
  token?: string | undefined;
  /** What is sent along and not shown, by name. */
  hidden?: Readonly<Record<string, string | number>>;
  /**
   * Where something is typed: who looks at it first. A browser complains in its own language, and not
   * in the page's. In neither case does it offer what others have typed.
   */
  checkedBy?: "browser" | "server";
  /** Holds a file. */
  file?: boolean;
  /** It asks for a page and changes nothing. */
  asks?: boolean;
  /** A form of the method `dialog` outside a dialog goes nowhere, with and without a script. */
  inert?: boolean;
  id?: string;
  class?: string;
  tabIndex?: number;
  /** Words for a script. */
  [data: `data-${string}`]: string;
  children: ComponentChildren;
}

/** A form that is sent by POST, unless it only asks for another page. */
export function Form(props: Props) {
  const { token, hidden = {}, checkedBy, file = false, children, ...others } = props;
  const { asks = false, inert = false, ...rest } = others;
  const { id, class: name, action, ...more } = rest;
  return (
    <form
      id={id}
      class={name}
      method={inert ? "dialog" : asks ? "get" : "post"}
      encType={file ? "multipart/form-data" : undefined}
      action={action}
      autocomplete={checkedBy && "off"}
      noValidate={checkedBy === "server"}
      {...more}
    >
      {token === undefined ? null : <FormToken token={token} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** The field that every form of a signed-in organiser must have. */
const FormToken = ({ token }: { token: string }) => (
  <input type="hidden" name="csrf" value={token} />
);
