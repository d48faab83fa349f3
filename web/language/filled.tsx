import { type ComponentChildren, Fragment } from "preact";
import type { Template } from "../text.ts";

interface Props {
  of: Template;
  /** What is put into its places. */
  values: Readonly<Record<string, ComponentChildren>>;
}

/** A template with elements in its places: a text in another language brings its own language along. */
export const Filled = ({ of, values }: Props) => (
  <>
    {of.split(/\{(\w+)\}/).map((part, index) => (
      <Fragment key={index}>{index % 2 === 0 ? part : values[part]}</Fragment>
    ))}
  </>
);
