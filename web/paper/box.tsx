import type { ComponentChildren } from "preact";

interface Props {
  /** The number of a point of the scale. */
  number?: number;
  words: ComponentChildren;
}

/** An item with a square to cross; what it stands for is written beside the square. */
export const Box = ({ number, words }: Props) => (
  <li class="box">
    <span class="square" aria-hidden="true" />
    {number === undefined ? null : <b>{number}</b>}
    {/* A space for those who hear it; between the parts of a flex box it is not seen. */}{" "}
    <span class="words">{words}</span>
  </li>
);
